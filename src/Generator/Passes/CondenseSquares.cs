using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Writes a plate's sum of squares of linear forms in parameters with as many numbers as there are parameters, whatever the count of elements.</summary>
/// <remarks>
/// A normal density's term is (w (c + Σ v f))² with weights w, constants c and coefficients f that data alone decide, and parameters v from
/// outside the plate: a known scale is part of w, a common unknown one stands before the sum. Among them may be vectors of parameters, whose
/// coefficients are the rows of a matrix. <see cref="Operations.LeastSquares"/> makes of the rows (w, c, f) the fit u, a triangle T, what the
/// fit leaves r and its length s, when data are bound; the sum is Σₖ (rₖ + Σⱼ Tₖⱼ (vⱼ − uⱼ))² + s² then: written out for a few parameters, and
/// otherwise a plate like the first, with the columns of T in the place of coefficients and of matrices, and one row for each. Elements that
/// are not given have the weight 0. Only terms of the log density are taken out of their plate's sum.
/// </remarks>
internal static class CondenseSquares
{
    /// <summary>Of so many parameters at most the sum is written out: a triangle has about half the square of so many numbers.</summary>
    private const int MostWrittenOut = 8;

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
        private readonly Activity _activity = new(kernel.Body);
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
            var taken = new List<(Yield Sum, PlateSquares.Square Square, List<Yield> Columns)>();
            foreach (var yield in loop.Yields)
            {
                if (!_termSums.Contains(yield.Result) || yield.Kind != YieldKind.Sum)
                {
                    yields.Add((yield, Rewrite(yield)));
                    continue;
                }

                var rest = new PlateSquares(_scopes, _activity, Builder, Map, loop);
                var element = rest.Without(yield.Element);
                if (element == Builder.Number(0)) Bind(yield.Result, element);
                else yields.Add((yield, yield with { Element = element }));
                foreach (var square in rest.Found)
                {
                    List<Yield> columns =
                    [
                        Column("weights", square.Weight),
                        Column("constants", square.Form.Constant),
                        .. square.Form.Parameters.Select(parameter => Column(NameOf(parameter) + "Coefficients", parameter.Coefficient)),
                    ];
                    taken.Add((yield, square, columns));
                    yields.AddRange(columns.Select(column => ((Yield?)null, column)));
                }
            }

            Close(loop, index, [.. yields]);
            foreach (var (sum, square, columns) in taken)
                Bind(sum.Result, Builder.Add(Operations.Add, Map(sum.Result), SumOf(square, loop, [.. columns.Select(column => Map(column.Result))])));
            HasCondensed |= taken.Count > 0;
        }

        private Yield Column(string name, Value element) => new(YieldKind.Array, new(_unused--, IrType.Real.ArrayOf), element, Name: name);

        private string NameOf(LinearForm.Parameter parameter) => Naming.Describe(parameter.Rows?.Vector ?? parameter.Of, Builder.DefinitionOf) ?? "form";

        /// <summary>The sum of a square over the plate, times its factor.</summary>
        /// <param name="square">The square.</param>
        /// <param name="plate">The plate.</param>
        /// <param name="columns">The weights, the constants and the coefficients, each an array.</param>
        private Value SumOf(PlateSquares.Square square, Loop plate, Value[] columns)
        {
            var parameters = square.Form.Parameters;
            bool isWrittenOut = parameters.Count <= MostWrittenOut && parameters.All(parameter => parameter.IsSingle);
            var width = Builder.Name(parameters.Select(WidthOf).Aggregate((a, b) => Builder.Add(Operations.IndexAdd, a, b)), "squaresWidth");
            var count = isWrittenOut ? width : Builder.Add(Operations.LeastSquaresRows, [Map(plate.Extent), width], "squaresCount");
            var blocks = parameters.SelectMany((parameter, i) => parameter.Rows is { } rows ? new[] { columns[2 + i], rows.Matrix } : [columns[2 + i]]);
            var statistics = new Statistics(Builder, Builder.Add(Operations.LeastSquares, [count, columns[0], columns[1], .. blocks], "squares"), count, width);
            var left = statistics.Left;
            var sum = isWrittenOut ? WrittenOut(parameters, statistics) : OverRows(parameters, statistics, plate);
            return (new Term(Builder, square.Factor) * (sum + left * left)).In(Builder);
        }

        private Value WidthOf(LinearForm.Parameter parameter) => parameter.Rows is { } rows ? Builder.DefinitionOf(rows.Matrix)!.Arguments[1] : Builder.Integer(1);

        private Term WrittenOut(Sequence<LinearForm.Parameter> parameters, Statistics statistics)
        {
            string[] names = [.. parameters.Select(parameter => Naming.Capital(NameOf(parameter)))];
            Term[] apart = [.. parameters.Select((parameter, i) => new Term(Builder, parameter.Of) - statistics.Fitted(Builder.Integer(i), names[i]))];
            Term? sum = null;
            for (int k = 0; k < names.Length; k++)
            {
                Term[] row = [.. Enumerable.Range(k, names.Length - k).Select(j => statistics.Root(Builder.Integer(k), Builder.Integer(j), names[k] + (j == k ? "" : names[j])) * apart[j])];
                var form = row.Aggregate((a, b) => a + b) + statistics.Rest(Builder.Integer(k), names[k]);
                sum = sum is { } before ? before + form * form : form * form;
            }

            return sum!.Value;
        }

        /// <summary>The sum over a plate of as many rows as there are parameters.</summary>
        private Term OverRows(Sequence<LinearForm.Parameter> parameters, Statistics statistics, Loop plate)
        {
            var products = new List<Func<Value, Term>>();
            var before = Builder.Integer(0);
            foreach (var parameter in parameters)
            {
                var (column, width, name) = (before, WidthOf(parameter), Naming.Capital(NameOf(parameter)));
                if (parameter.Rows is { } rows)
                {
                    var (apart, roots) = (Apart(parameter.Of, rows.Vector, width, column, statistics, name), statistics.Roots(column, width, name));
                    products.Add(row => new(Builder, Builder.Add(Operations.RowProduct, [roots, row, apart], "product" + name)));
                }
                else
                {
                    var apart = new Term(Builder, parameter.Of) - statistics.Fitted(column, name);
                    products.Add(row => statistics.Root(row, column, name) * apart);
                }

                before = Builder.Add(Operations.IndexAdd, before, width);
            }

            var index = Builder.OpenLoop();
            var form = products.Aggregate(statistics.Rest(index, ""), (sum, product) => sum + product(index));
            var element = (form * form).In(Builder);
            var body = Builder.CloseLoop();
            var sum = new Yield(YieldKind.Sum, Builder.Fresh(IrType.Real), element, Name: "sumOfSquares");
            Builder.Append(new Loop(index, statistics.Count, body, Sequence.Of(sum), new(0, $"the rows that stand for those of {plate.Source.Text}"), "k"));
            return new(Builder, sum.Result);
        }

        /// <summary>How far a vector of parameters lies from where it fits best.</summary>
        private Value Apart(Value factor, Value vector, Value length, Value before, Statistics statistics, string name)
        {
            var index = Builder.OpenLoop();
            var element = new Term(Builder, factor) * new Term(Builder, Builder.Add(Operations.Load, vector, index)) - statistics.Fitted(Builder.Add(Operations.IndexAdd, before, index), name);
            var yield = new Yield(YieldKind.Array, default, element.In(Builder), Name: "apart" + name);
            var body = Builder.CloseLoop();
            var result = Builder.Fresh(IrType.Real.ArrayOf);
            Builder.Append(new Loop(index, length, body, Sequence.Of(yield with { Result = result }), new(0, $"how far each element of {char.ToLowerInvariant(name[0]) + name.Substring(1)} lies from its fit"), "j"));
            return result;
        }
    }

    /// <summary>Reads the numbers that stand for a plate's rows: see <c>LeastSquares</c> of the library for where they are.</summary>
    /// <param name="builder">Makes the reads.</param>
    /// <param name="numbers">The array.</param>
    /// <param name="count">How many rows stand for those of the plate.</param>
    /// <param name="width">How many parameters there are.</param>
    private sealed class Statistics(Builder builder, Value numbers, Value count, Value width)
    {
        public Value Count => count;

        /// <summary>How long the fit's residuals are.</summary>
        public Term Left => At(width, "leastRest");

        private Value AtRest => builder.Add(Operations.IndexAdd, [width, builder.Integer(1)], "restAt");

        private Value AtRoots => builder.Add(Operations.IndexAdd, [count, AtRest], "rootsAt");

        /// <summary>Where a parameter fits best.</summary>
        public Term Fitted(Value parameter, string name) => At(parameter, "fitted" + name);

        /// <summary>What the fit leaves of a row.</summary>
        public Term Rest(Value row, string name) => At(builder.Add(Operations.IndexAdd, AtRest, row), "rest" + name);

        /// <summary>An element of the triangle, in the column of a single parameter.</summary>
        public Term Root(Value row, Value column, string name) => At(builder.Add(Operations.IndexAdd, AtColumn(column), row), "root" + name);

        /// <summary>The columns of the triangle that belong to a vector of parameters, as a matrix.</summary>
        /// <param name="before">How many parameters stand before them.</param>
        /// <param name="columns">How many there are.</param>
        /// <param name="name">What they are called.</param>
        public Value Roots(Value before, Value columns, string name)
        {
            var elements = builder.Add(Operations.Slice, numbers, AtColumn(before), builder.Add(Operations.IndexMultiply, count, columns));
            return builder.Add(Operations.Pack, [elements, columns], "roots" + name);
        }

        private Value AtColumn(Value column) => builder.Add(Operations.IndexAdd, AtRoots, builder.Add(Operations.IndexMultiply, count, column));

        private Term At(Value index, string name) => new(builder, builder.Add(Operations.Load, [numbers, index], name));
    }
}
