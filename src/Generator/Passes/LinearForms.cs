using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Reads elements of a plate as linear forms in values from outside it.</summary>
/// <param name="scopes">The old block.</param>
/// <param name="activity">Knows how long its arrays are.</param>
/// <param name="builder">Makes the coefficients, in the new block, where the plate is open.</param>
/// <param name="map">What stands for a value in the new block.</param>
/// <param name="loop">The plate.</param>
internal sealed class LinearForms(Scopes scopes, Activity activity, Builder builder, Func<Value, Value> map, Loop loop)
{
    private readonly Dictionary<Value, LinearForm.GroupValue?> _ofGroups = [];

    /// <summary>Whether a form has the logarithm of what x·log(y) is of as a parameter, though the product is 0 where x is, whatever y.</summary>
    public bool TakesLogarithms { get; init; }

    /// <summary>A value as a linear form; null where it is none.</summary>
    public LinearForm? Of(Value value)
    {
        if (scopes.TimeOf(value) == Time.Bind) return LinearForm.Of(map(value));
        if (IsOutside(value)) return LinearForm.OfParameter(builder, map(value));
        if (OfGroup(value) is { } ofGroup) return LinearForm.OfGroup(builder, ofGroup);
        if (scopes.DefinitionOf(value) is not { } define) return null;
        var (a, b) = define.Arguments.Count > 0 ? (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]) : default;
        return define.Op.Name switch
        {
            "add" => Of(a)?.Plus(builder, Of(b), Operations.Add),
            "sub" => Of(a)?.Plus(builder, Of(b), Operations.Subtract),
            "neg" => LinearForm.Of(builder.Number(0)).Plus(builder, Of(a), Operations.Subtract),
            "mul" when scopes.TimeOf(a) == Time.Bind => Of(b)?.Scaled(builder, map(a), Operations.Multiply),
            "mul" when scopes.TimeOf(b) == Time.Bind => Of(a)?.Scaled(builder, map(b), Operations.Multiply),
            "mul" when IsOutside(a) => Of(b)?.InTermsOf(builder, map(a), Operations.Multiply),
            "mul" when IsOutside(b) => Of(a)?.InTermsOf(builder, map(b), Operations.Multiply),
            "div" when scopes.TimeOf(b) == Time.Bind => Of(a)?.Scaled(builder, map(b), Operations.Divide),
            "div" when IsOutside(b) => Of(a)?.InTermsOf(builder, map(b), Operations.Divide),
            "select" when scopes.TimeOf(a) == Time.Bind =>
                Of(define.Arguments[1])?.Where(builder, map(a)).Plus(builder, Of(b)?.Where(builder, builder.Add(Operations.Not, map(a))), Operations.Add),
            "xlogy" when TakesLogarithms && scopes.TimeOf(a) == Time.Bind => Logarithm(b, Operations.Log)?.Scaled(builder, map(a), Operations.Multiply),
            "xlog1py" when TakesLogarithms && scopes.TimeOf(a) == Time.Bind => Logarithm(b, Operations.Log1p)?.Scaled(builder, map(a), Operations.Multiply),
            "row_product" when define.Arguments[1] == loop.Index && scopes.TimeOf(a) == Time.Bind && IsOutside(a) && IsOutside(b) => LinearForm.OfProduct(builder, map(a), map(b)),
            _ => null,
        };
    }

    /// <summary>A value as one of the element's group: it follows from elements that the plate reads at one index, and from outside. Null where it does not.</summary>
    public LinearForm.GroupValue? OfGroup(Value value)
    {
        if (_ofGroups.TryGetValue(value, out var known)) return known;
        return _ofGroups[value] = Find();

        LinearForm.GroupValue? Find()
        {
            if (scopes.TimeOf(value) == Time.Bind || scopes.DefinitionOf(value) is not { } define) return null;
            if (define.Op == Operations.Load)
                return IsOfGroup(define.Arguments[1]) && IsOutside(define.Arguments[0]) && activity.ExtentOf(define.Arguments[0]) is { } groups ? new(value, define.Arguments[1], groups) : null;
            LinearForm.GroupValue? group = null;
            foreach (var argument in define.Arguments.Where(argument => !IsOutside(argument)))
            {
                if (OfGroup(argument) is not { } own || (group is { } other && (own.At != other.At || own.Groups != other.Groups))) return null;
                group = own with { Value = value };
            }

            return group;
        }
    }

    private LinearForm? Logarithm(Value of, Op log) =>
        IsOutside(of) ? LinearForm.OfParameter(builder, builder.Add(log, map(of)))
        : OfGroup(of) is { } ofGroup ? LinearForm.OfGroup(builder, ofGroup with { Function = log })
        : null;

    /// <summary>Whether an index is read from an array that assigns each element of the plate to a group.</summary>
    private bool IsOfGroup(Value index) =>
        scopes.TimeOf(index) == Time.Bind && scopes.DefinitionOf(index) is { } load && load.Op == Operations.Load && load.Arguments[1] == loop.Index && IsOutside(load.Arguments[0]);

    private bool IsOutside(Value value) => scopes.LoopOf(value) != loop;
}
