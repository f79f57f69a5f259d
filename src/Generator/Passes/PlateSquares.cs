using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Takes squares of linear forms in values from outside a plate out of what the plate adds up.</summary>
/// <param name="scopes">The old block.</param>
/// <param name="activity">Knows how long its arrays are.</param>
/// <param name="builder">Makes what is left, and the squares, in the new block, where the plate is open.</param>
/// <param name="map">What stands for a value in the new block.</param>
/// <param name="loop">The plate.</param>
internal sealed class PlateSquares(Scopes scopes, Activity activity, Builder builder, Func<Value, Value> map, Loop loop)
{
    private readonly LinearForms _forms = new(scopes, activity, builder, map, loop);

    /// <summary>The squares that were taken out.</summary>
    public List<Square> Found { get; } = [];

    /// <summary>A summand of the plate, in the new block, without its squares.</summary>
    public Value Without(Value element) => Without(element, new(builder.Number(1), builder.Number(1)));

    /// <param name="value">A summand.</param>
    /// <param name="scale">What stands before it; its factor counts once.</param>
    private Value Without(Value value, Scale scale)
    {
        if (IsOutside(value) || scopes.DefinitionOf(value) is not { } define) return map(value);
        var (a, b) = define.Arguments.Count > 0 ? (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]) : default;
        switch (define.Op.Name)
        {
            case "add":
                return builder.Add(Operations.Add, Without(a, scale), Without(b, scale));
            case "sub":
                return builder.Add(Operations.Subtract, Without(a, scale), Without(b, scale.Times(builder, builder.Number(-1))));
            case "neg":
                return builder.Add(Operations.Negate, Without(a, scale.Times(builder, builder.Number(-1))));
            case "mul" when SquareOf(value, scale) is { } square:
                Found.Add(square);
                return builder.Number(0);
            case "mul" when IsOutside(a) || IsOutside(b):
                var (factor, rest) = IsOutside(a) ? (a, b) : (b, a);
                return builder.Add(Operations.Multiply, map(factor), Without(rest, scale.Times(builder, map(factor))));
            case "div" when IsOutside(b):
                return builder.Add(Operations.Divide, Without(a, scale.Over(builder, map(b))), map(b));
            case "select" when scopes.TimeOf(a) == Time.Bind && scopes.NumberOf(b) == 0:
                return builder.Add(Operations.Select, map(a), Without(define.Arguments[1], scale.Where(builder, map(a))), builder.Number(0));
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
        if (_forms.Of(bare) is not { Parameters.Count: > 0 } linear || linear.Parameters.Any(parameter => parameter.Group is not null)) return null;
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

    private bool IsOutside(Value value) => scopes.LoopOf(value) != loop;

    /// <summary>A square, of the new block: a factor from outside the plate times the sum over its elements of (weight · form)².</summary>
    internal sealed record Square(Value Factor, Value Weight, LinearForm Form);

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
