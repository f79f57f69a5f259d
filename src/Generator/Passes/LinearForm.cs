using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>c + Σ v · f: an element of a plate as a linear form in parameters v from outside it.</summary>
/// <param name="Constant">c, which data alone decide.</param>
/// <param name="Parameters">Each v, once, with its coefficient f, which data alone decide.</param>
internal sealed record LinearForm(Value Constant, Sequence<(Value Of, Value Coefficient)> Parameters)
{
    public static LinearForm Of(Value constant) => new(constant, Sequence<(Value, Value)>.Empty);

    public static LinearForm OfParameter(Builder builder, Value parameter) => new(builder.Number(0), Sequence.Of((parameter, builder.Number(1))));

    /// <summary>The sum, or the difference, of two forms; null where the other one is null.</summary>
    public LinearForm? Plus(Builder builder, LinearForm? other, Op op)
    {
        if (other is null) return null;
        var parameters = Parameters.ToList();
        foreach (var (of, coefficient) in other.Parameters)
        {
            int known = parameters.FindIndex(parameter => parameter.Of == of);
            var sum = builder.Add(op, known < 0 ? builder.Number(0) : parameters[known].Coefficient, coefficient);
            if (known < 0) parameters.Add((of, sum));
            else parameters[known] = (of, sum);
        }

        return new(builder.Add(op, Constant, other.Constant), parameters.ToSequence());
    }

    /// <summary>The form times, or divided by, what data alone decide.</summary>
    public LinearForm Scaled(Builder builder, Value by, Op op) =>
        new(builder.Add(op, Constant, by), Parameters.Select(parameter => (parameter.Of, builder.Add(op, parameter.Coefficient, by))).ToSequence());

    /// <summary>The form times, or divided by, a value from outside the plate: one in other parameters.</summary>
    public LinearForm InTermsOf(Builder builder, Value by, Op op)
    {
        var one = builder.Number(1);
        bool hasConstant = builder.DefinitionOf(Constant) is not { Immediate.Number: 0 } define || define.Op != Operations.Constant;
        var parameters = Parameters.Select(parameter => (builder.Add(op, parameter.Of, by), parameter.Coefficient));
        return new(builder.Number(0), (hasConstant ? parameters.Append((builder.Add(op, one, by), Constant)) : parameters).ToSequence());
    }
}
