using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>c + Σ v · f: an element of a plate as a linear form in parameters v from outside it.</summary>
/// <param name="Constant">c, which data alone decide.</param>
/// <param name="Parameters">Each v, once, with its coefficient f.</param>
internal sealed record LinearForm(Value Constant, Sequence<LinearForm.Parameter> Parameters)
{
    public static LinearForm Of(Value constant) => new(constant, Sequence<Parameter>.Empty);

    public static LinearForm OfParameter(Builder builder, Value parameter) => new(builder.Number(0), Sequence.Of(new Parameter(parameter, null, builder.Number(1))));

    /// <summary>A row of a matrix, which data alone decide, times a vector of parameters.</summary>
    public static LinearForm OfProduct(Builder builder, Value matrix, Value vector) =>
        new(builder.Number(0), Sequence.Of(new Parameter(builder.Number(1), (matrix, vector), builder.Number(1))));

    /// <summary>The sum, or the difference, of two forms; null where the other one is null.</summary>
    public LinearForm? Plus(Builder builder, LinearForm? other, Op op)
    {
        if (other is null) return null;
        var parameters = Parameters.ToList();
        foreach (var added in other.Parameters)
        {
            int known = parameters.FindIndex(parameter => parameter.Of == added.Of && parameter.Rows == added.Rows);
            var sum = added with { Coefficient = builder.Add(op, known < 0 ? builder.Number(0) : parameters[known].Coefficient, added.Coefficient) };
            if (known < 0) parameters.Add(sum);
            else parameters[known] = sum;
        }

        return new(builder.Add(op, Constant, other.Constant), parameters.ToSequence());
    }

    /// <summary>The form times, or divided by, what data alone decide.</summary>
    public LinearForm Scaled(Builder builder, Value by, Op op) =>
        new(builder.Add(op, Constant, by), Parameters.Select(parameter => parameter with { Coefficient = builder.Add(op, parameter.Coefficient, by) }).ToSequence());

    /// <summary>The form times, or divided by, a value from outside the plate: one in other parameters.</summary>
    public LinearForm InTermsOf(Builder builder, Value by, Op op)
    {
        var one = builder.Number(1);
        bool hasConstant = builder.DefinitionOf(Constant) is not { Immediate.Number: 0 } define || define.Op != Operations.Constant;
        var parameters = Parameters.Select(parameter => parameter with { Of = builder.Add(op, parameter.Of, by) });
        return new(builder.Number(0), (hasConstant ? parameters.Append(new(builder.Add(op, one, by), null, Constant)) : parameters).ToSequence());
    }

    /// <summary>A parameter v with its coefficient, or several, each with its own: a vector of them, times the rows of a matrix.</summary>
    /// <param name="Of">v; with a vector, what stands before all of it.</param>
    /// <param name="Rows">The matrix, which has a row for each element of the plate, and the vector; null for a single parameter.</param>
    /// <param name="Coefficient">f, which data alone decide; with a matrix, what stands before the element's row.</param>
    internal readonly record struct Parameter(Value Of, (Value Matrix, Value Vector)? Rows, Value Coefficient);
}
