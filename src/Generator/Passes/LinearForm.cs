using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>c + Σ v · f: an element of a plate as a linear form in parameters v from outside it.</summary>
/// <param name="Constant">c, which data alone decide.</param>
/// <param name="Parameters">Each v, once, with its coefficient f.</param>
internal sealed record LinearForm(Value Constant, Sequence<LinearForm.Parameter> Parameters)
{
    public static LinearForm Of(Value constant) => new(constant, Sequence<Parameter>.Empty);

    public static LinearForm OfParameter(Builder builder, Value parameter) => new(builder.Number(0), Sequence.Of(new Parameter(parameter, builder.Number(1))));

    /// <summary>A row of a matrix, which data alone decide, times a vector of parameters.</summary>
    public static LinearForm OfProduct(Builder builder, Value matrix, Value vector) =>
        new(builder.Number(0), Sequence.Of(new Parameter(builder.Number(1), builder.Number(1), Rows: (matrix, vector))));

    /// <summary>A value of the group to which data assign the element.</summary>
    public static LinearForm OfGroup(Builder builder, GroupValue value) => new(builder.Number(0), Sequence.Of(new Parameter(builder.Number(1), builder.Number(1), Group: value)));

    /// <summary>The sum, or the difference, of two forms; null where the other one is null.</summary>
    public LinearForm? Plus(Builder builder, LinearForm? other, Op op)
    {
        if (other is null) return null;
        var parameters = Parameters.ToList();
        foreach (var added in other.Parameters)
        {
            int known = parameters.FindIndex(parameter => parameter with { Coefficient = added.Coefficient } == added);
            var sum = added with { Coefficient = builder.Add(op, known < 0 ? builder.Number(0) : parameters[known].Coefficient, added.Coefficient) };
            if (known < 0) parameters.Add(sum);
            else parameters[known] = sum;
        }

        return new(builder.Add(op, Constant, other.Constant), parameters.ToSequence());
    }

    /// <summary>The form times, or divided by, what data alone decide.</summary>
    public LinearForm Scaled(Builder builder, Value by, Op op) => WithCoefficients(coefficient => builder.Add(op, coefficient, by));

    /// <summary>The form where a condition holds that data alone decide, else 0.</summary>
    public LinearForm Where(Builder builder, Value condition) => WithCoefficients(coefficient => builder.Add(Operations.Select, condition, coefficient, builder.Number(0)));

    /// <summary>The form times, or divided by, a value from outside the plate: one in other parameters.</summary>
    public LinearForm InTermsOf(Builder builder, Value by, Op op)
    {
        var one = builder.Number(1);
        bool hasConstant = builder.DefinitionOf(Constant) is not { Immediate.Number: 0 } define || define.Op != Operations.Constant;
        var parameters = Parameters.Select(parameter => parameter with { Of = builder.Add(op, parameter.Of, by) });
        return new(builder.Number(0), (hasConstant ? parameters.Append(new(builder.Add(op, one, by), Constant)) : parameters).ToSequence());
    }

    private LinearForm WithCoefficients(Func<Value, Value> map) =>
        new(map(Constant), Parameters.Select(parameter => parameter with { Coefficient = map(parameter.Coefficient) }).ToSequence());

    /// <summary>A parameter v with its coefficient; or several of which each element has all, or one.</summary>
    /// <param name="Of">v; where there are several, what stands before all of them.</param>
    /// <param name="Coefficient">f, which data alone decide; with a matrix, what stands before the element's row.</param>
    /// <param name="Rows">A matrix with a row of coefficients for each element of the plate, and the vector of parameters.</param>
    /// <param name="Group">What the element reads of its group.</param>
    internal readonly record struct Parameter(Value Of, Value Coefficient, (Value Matrix, Value Vector)? Rows = null, GroupValue? Group = null)
    {
        /// <summary>Whether it is one number.</summary>
        public bool IsSingle => Rows is null && Group is null;
    }

    /// <summary>A value that is the same for all elements of a group; all in the old block.</summary>
    /// <param name="Value">The value, as the plate computes it from elements that it reads of the group.</param>
    /// <param name="At">The index of the group, which data decide.</param>
    /// <param name="Groups">How many groups there are.</param>
    /// <param name="Function">What is to be taken of the value; null for the value itself.</param>
    internal readonly record struct GroupValue(Value Value, Value At, Value Groups, Op? Function = null);
}
