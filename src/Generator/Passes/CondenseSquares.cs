using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Writes a plate's sum of squares of linear forms in parameters with as many numbers as there are parameters, whatever the count of elements.</summary>
/// <remarks>
/// A normal density's term is (w (c + Σ v f))² with weights w, constants c and coefficients f that data alone decide, and parameters v from
/// outside the plate: a known scale is part of w, a common unknown one stands before the sum. <see cref="Operations.LeastSquares"/>
/// makes of the rows (w, c, f) the fit u, a triangle T, what the fit leaves r and its length s, when data are bound; the sum is
/// Σₖ (rₖ + Σⱼ Tₖⱼ (vⱼ − uⱼ))² + s² then. Elements that are not given have the weight 0. Only terms of the log density are taken out
/// of their plate's sum.
/// </remarks>
internal static class CondenseSquares
{
    /// <summary>A triangle has about half the square of so many numbers, all of which each evaluation reads.</summary>
    private const int MostParameters = 8;

    /// <summary>The kernel with such sums written so; null where there are none.</summary>
    public static Kernel? Run(Kernel kernel)
    {
        var condenser = new Condenser(kernel);
        var condensed = condenser.Run();
        return condenser.HasCondensed ? EliminateDead.Run(Simplify.Run(condensed)) : null;
    }

    private sealed class Condenser(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private HashSet<Value> _termSums = [];
        private int _unused = -1;

        public bool HasCondensed { get; private set; }

        public Kernel Run()
        {
            _termSums = TermSums.Of(kernel, _scopes);
            return Rebuild(kernel);
        }

        protected override void Rewrite(Loop loop)
        {
            if (loop.Order != Order.Any || Indices.Count > 0)
            {
                base.Rewrite(loop);
                return;
            }

            var index = Open(loop);
            Rewrite(loop.Body);
            var yields = new List<(Yield?, Yield)>();
            var taken = new List<(Yield Sum, Square Square, List<Yield> Columns)>();
            foreach (var yield in loop.Yields)
            {
                if (!_termSums.Contains(yield.Result) || yield.Kind != YieldKind.Sum)
                {
                    yields.Add((yield, Rewrite(yield)));
                    continue;
                }

                var rest = new Plate(_scopes, Builder, Map, loop);
                var element = rest.WithoutSquares(yield.Element);
                if (element == Builder.Number(0)) Bind(yield.Result, element);
                else yields.Add((yield, yield with { Element = element }));
                foreach (var square in rest.Squares)
                {
                    List<Yield> columns =
                    [
                        Column("weights", square.Weight),
                        Column("constants", square.Form.Constant),
                        .. square.Form.Parameters.Select(parameter => Column((Builder.DefinitionOf(parameter.Of)?.Name ?? "form") + "Coefficients", parameter.Coefficient)),
                    ];
                    taken.Add((yield, square, columns));
                    yields.AddRange(columns.Select(column => ((Yield?)null, column)));
                }
            }

            Close(loop, index, [.. yields]);
            foreach (var (sum, square, columns) in taken)
                Bind(sum.Result, Builder.Add(Operations.Add, Map(sum.Result), SumOf(square, [.. columns.Select(column => Map(column.Result))])));
            HasCondensed |= taken.Count > 0;
        }

        private Yield Column(string name, Value element) => new(YieldKind.Array, new(_unused--, IrType.Real.ArrayOf), element, Name: name);

        /// <summary>The sum of a square over the plate, times its factor.</summary>
        private Value SumOf(Square square, Value[] columns)
        {
            var numbers = Builder.Add(Operations.LeastSquares, columns, "squares");
            int next = 0;
            Term Next(string name) => new(Builder, Builder.Add(Operations.Load, [numbers, Builder.Integer(next++)], name));
            string[] names = [.. square.Form.Parameters.Select((parameter, i) => Naming.Capital(Naming.Describe(parameter.Of, Builder.DefinitionOf) ?? $"Parameter{i}"))];
            Term[] apart = [.. square.Form.Parameters.Select((parameter, i) => new Term(Builder, parameter.Of) - Next("fitted" + names[i]))];
            Term? sum = null;
            for (int k = 0; k < names.Length; k++)
            {
                Term[] row = [.. Enumerable.Range(k, names.Length - k).Select(j => Next("root" + names[k] + (j == k ? "" : names[j])) * apart[j])];
                var form = row.Aggregate((a, b) => a + b) + Next("rest" + names[k]);
                sum = sum is { } before ? before + form * form : form * form;
            }

            var left = Next("leastRest");
            return (new Term(Builder, square.Factor) * (sum!.Value + left * left)).In(Builder);
        }
    }

    /// <summary>A square, of the new block: a factor from outside the plate times the sum over its elements of (weight · form)².</summary>
    private sealed record Square(Value Factor, Value Weight, LinearForm Form);

    /// <summary>Takes squares out of one summand of a plate.</summary>
    private sealed class Plate(Scopes scopes, Builder builder, Func<Value, Value> map, Loop loop)
    {
        public List<Square> Squares { get; } = [];

        public Value WithoutSquares(Value element) => WithoutSquares(element, new(builder.Number(1), builder.Number(1)));

        /// <param name="value">A summand.</param>
        /// <param name="scale">What stands before it; its factor counts once.</param>
        private Value WithoutSquares(Value value, Scale scale)
        {
            if (IsOutside(value) || scopes.DefinitionOf(value) is not { } define) return map(value);
            var (a, b) = define.Arguments.Count > 0 ? (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]) : default;
            switch (define.Op.Name)
            {
                case "add":
                    return builder.Add(Operations.Add, WithoutSquares(a, scale), WithoutSquares(b, scale));
                case "sub":
                    return builder.Add(Operations.Subtract, WithoutSquares(a, scale), WithoutSquares(b, scale.Times(builder, builder.Number(-1))));
                case "neg":
                    return builder.Add(Operations.Negate, WithoutSquares(a, scale.Times(builder, builder.Number(-1))));
                case "mul" when SquareOf(value, scale) is { } square:
                    Squares.Add(square);
                    return builder.Number(0);
                case "mul" when IsOutside(a) || IsOutside(b):
                    var (factor, rest) = IsOutside(a) ? (a, b) : (b, a);
                    return builder.Add(Operations.Multiply, map(factor), WithoutSquares(rest, scale.Times(builder, map(factor))));
                case "div" when IsOutside(b):
                    return builder.Add(Operations.Divide, WithoutSquares(a, scale.Over(builder, map(b))), map(b));
                case "select" when scopes.TimeOf(a) == Time.Bind && scopes.NumberOf(b) == 0:
                    return builder.Add(Operations.Select, map(a), WithoutSquares(define.Arguments[1], scale.Where(builder, map(a))), builder.Number(0));
                default:
                    return map(value);
            }
        }

        /// <summary>A product as a square: what in it comes from the plate comes twice. Null where it is none, or data alone decide it.</summary>
        private Square? SquareOf(Value product, Scale scale)
        {
            var factors = Factors(product).ToList();
            foreach (var outside in factors.Where(IsOutside)) scale = scale.Times(builder, map(outside));
            var inside = factors.Where(factor => !IsOutside(factor)).GroupBy(factor => factor).ToList();
            if (inside.Any(same => same.Count() % 2 > 0)) return null;
            var root = new Scale(builder.Number(1), scale.Weight);
            Value? form = null;
            foreach (var factor in inside.SelectMany(same => Enumerable.Repeat(same.Key, same.Count() / 2)))
            {
                if (scopes.TimeOf(factor) == Time.Bind) root = root.Weighing(builder, map(factor));
                else if (form is null) form = factor;
                else return null;
            }

            if (form is null) return null;
            var bare = Bare(form.Value, ref root);
            if (FormOf(bare) is not { Parameters.Count: > 0 and <= MostParameters } linear) return null;
            var squared = builder.Add(Operations.Multiply, root.Factor, root.Factor);
            return new(builder.Add(Operations.Multiply, scale.Factor, squared), root.Weight, linear);
        }

        private IEnumerable<Value> Factors(Value value) =>
            !IsOutside(value) && scopes.DefinitionOf(value) is { } define && define.Op == Operations.Multiply ? define.Arguments.SelectMany(Factors) : [value];

        /// <summary>A value without the factors and divisors that it has as a whole. Sums stay as they are, so that no difference loses digits.</summary>
        private Value Bare(Value value, ref Scale scale)
        {
            if (IsOutside(value) || scopes.DefinitionOf(value) is not { } define) return value;
            var (a, b) = define.Arguments.Count > 0 ? (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]) : default;
            bool isKnown = b != default && scopes.TimeOf(b) == Time.Bind;
            switch (define.Op.Name)
            {
                case "neg":
                    return Bare(a, ref scale);
                case "mul" when IsOutside(a) || scopes.TimeOf(a) == Time.Bind:
                    scale = IsOutside(a) ? scale.Times(builder, map(a)) : scale.Weighing(builder, map(a));
                    return Bare(b, ref scale);
                case "mul" when IsOutside(b) || isKnown:
                    scale = IsOutside(b) ? scale.Times(builder, map(b)) : scale.Weighing(builder, map(b));
                    return Bare(a, ref scale);
                case "div" when IsOutside(b) || isKnown:
                    scale = IsOutside(b) ? scale.Over(builder, map(b)) : scale.Weighing(builder, builder.Add(Operations.Divide, builder.Number(1), map(b)));
                    return Bare(a, ref scale);
                case "select" when scopes.TimeOf(a) == Time.Bind && scopes.NumberOf(b) == 0:
                    scale = scale.Where(builder, map(a));
                    return Bare(define.Arguments[1], ref scale);
                default:
                    return value;
            }
        }

        /// <summary>A value as a linear form in values from outside the plate; null where it is none.</summary>
        private LinearForm? FormOf(Value value)
        {
            if (scopes.TimeOf(value) == Time.Bind) return LinearForm.Of(map(value));
            if (IsOutside(value)) return LinearForm.OfParameter(builder, map(value));
            if (scopes.DefinitionOf(value) is not { } define) return null;
            var (a, b) = define.Arguments.Count > 0 ? (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]) : default;
            return define.Op.Name switch
            {
                "add" => FormOf(a)?.Plus(builder, FormOf(b), Operations.Add),
                "sub" => FormOf(a)?.Plus(builder, FormOf(b), Operations.Subtract),
                "neg" => LinearForm.Of(builder.Number(0)).Plus(builder, FormOf(a), Operations.Subtract),
                "mul" when scopes.TimeOf(a) == Time.Bind => FormOf(b)?.Scaled(builder, map(a), Operations.Multiply),
                "mul" when scopes.TimeOf(b) == Time.Bind => FormOf(a)?.Scaled(builder, map(b), Operations.Multiply),
                "mul" when IsOutside(a) => FormOf(b)?.InTermsOf(builder, map(a), Operations.Multiply),
                "mul" when IsOutside(b) => FormOf(a)?.InTermsOf(builder, map(b), Operations.Multiply),
                "div" when scopes.TimeOf(b) == Time.Bind => FormOf(a)?.Scaled(builder, map(b), Operations.Divide),
                "div" when IsOutside(b) => FormOf(a)?.InTermsOf(builder, map(b), Operations.Divide),
                _ => null,
            };
        }

        private bool IsOutside(Value value) => scopes.LoopOf(value) != loop;
    }

    /// <summary>What stands before a summand, in the new block.</summary>
    /// <param name="Factor">From outside the plate.</param>
    /// <param name="Weight">One for each element, which data alone decide.</param>
    private readonly record struct Scale(Value Factor, Value Weight)
    {
        public Scale Times(Builder builder, Value factor) => this with { Factor = builder.Add(Operations.Multiply, Factor, factor) };

        public Scale Over(Builder builder, Value divisor) => this with { Factor = builder.Add(Operations.Divide, Factor, divisor) };

        public Scale Weighing(Builder builder, Value weight) => this with { Weight = builder.Add(Operations.Multiply, Weight, weight) };

        public Scale Where(Builder builder, Value condition) => this with { Weight = builder.Add(Operations.Select, condition, Weight, builder.Number(0)) };
    }
}
