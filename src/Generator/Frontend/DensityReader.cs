using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads a log density into a function of the variable and the parameters.</summary>
internal static class DensityReader
{
    /// <param name="parameters">The variable, then the constructor's parameters.</param>
    /// <exception cref="UnsupportedException">The density is not in the language.</exception>
    public static Function Read(Library library, IReadOnlyList<IParameterSymbol> parameters, IOperation body)
    {
        var reading = new Reading(library, null) { IsDensity = true };
        var values = new List<Value>();
        foreach (var parameter in parameters)
        {
            var type = TypeReader.Read(parameter.Type)
                ?? throw new UnsupportedException(DiagnosticInfo.At(Descriptors.InputType, parameter.Locations.FirstOrDefault(), parameter.Name, TypeReader.Describe(parameter.Type)));
            values.Add(reading.Builder.Fresh(type));
            reading.Knowledge.Learn(values[values.Count - 1], Known.Latents);
            reading.Declare(parameter, values[values.Count - 1]);
        }

        var content = reading.Helpers.ReadMethod(body);
        if (reading.Diagnostics.Count > 0) throw new UnsupportedException(reading.Diagnostics[0]);
        if (content is not ScalarContent { Value: var result }) throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, body.Syntax.GetLocation()));
        return new("LogDensity", values.ToSequence(), reading.Builder.Finish(), result);
    }
}
