using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads what a distribution computes, such as its log density, into a function of the variable and the parameters.</summary>
internal static class DensityReader
{
    /// <param name="name">What the IR calls the function.</param>
    /// <param name="parameters">The variable, if there is one, then the constructor's parameters; those that are distributions are left out.</param>
    /// <param name="body">The body of a method, or an expression.</param>
    /// <exception cref="UnsupportedException">The body is not in the language.</exception>
    public static Function Read(string name, Library library, IEnumerable<IParameterSymbol> parameters, IOperation body)
    {
        var reading = new Reading(library, "", null);
        var values = new List<Value>();
        foreach (var parameter in parameters.Where(parameter => parameter.Type is not ITypeParameterSymbol))
        {
            var parts = DistributionParameter.Parts(parameter).Select(part => Fresh(reading, part)).ToList();
            values.AddRange(parts);
            reading.Declare(parameter, parts[0].Type.IsArray ? ArrayOf(reading, parameter.Name, parts) : new ScalarContent(parts[0]));
        }

        var content = body is IMethodBodyBaseOperation or IBlockOperation ? reading.Helpers.ReadMethod(body) : reading.Expressions.Read(body);
        if (reading.Diagnostics.Count > 0) throw new UnsupportedException(reading.Diagnostics[0]);
        if (content is not ScalarContent { Value: var result }) throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, body.Syntax.GetLocation()));
        return new(name, values.ToSequence(), reading.Builder.Finish(), result);
    }

    /// <summary>A value of a parameter. Sizes follow from inputs; numbers may be anything.</summary>
    private static Value Fresh(Reading reading, Variable part)
    {
        var value = reading.Builder.Fresh(part.Type);
        reading.Knowledge.Learn(value, part.Type == IrType.Integer ? Known.Inputs : Known.Latents);
        return value;
    }

    private static StoredArray ArrayOf(Reading reading, string name, List<Value> parts)
    {
        var element = parts[0].Type.Element;
        var sizes = parts.Count > 1 ? parts.Skip(1).ToSequence() : Sequence.Of(reading.Builder.Add(Operations.Length, parts[0]));
        if (parts.Count == 1) reading.Knowledge.Learn(sizes[0], Known.Inputs);
        var storage = new Storage(name, element, new(Sequence<Value>.Empty, null, reading.Builder.Integer(0)), 0) { IsInput = true, BlankName = name };
        reading.Store(storage, StorageState.Empty with { Form = parts[0] });
        return new(storage, element, sizes, null);
    }
}
