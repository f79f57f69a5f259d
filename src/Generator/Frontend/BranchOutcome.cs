using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>What one side of a branch makes of the variables outside. A number that it samples leaves it as a sum over its one iteration or none.</summary>
internal sealed class BranchOutcome(Reading reading, Assignments assigned)
{
    private readonly Dictionary<ISymbol, Content?> _contents = new(SymbolEqualityComparer.Default);

    public Dictionary<ISymbol, Content?> Contents => _contents;

    /// <summary>Takes the values at the end of the side.</summary>
    public void Leave()
    {
        foreach (var variable in assigned.Variables)
            if (reading.State.Variables.TryGetValue(variable, out var content)) _contents[variable] = content;
    }

    public IEnumerable<Yield> Sums()
    {
        foreach (var variable in assigned.Variables)
        {
            if (!_contents.TryGetValue(variable, out var content) || content is not ScalarContent { Value: var value } || reading.Builder.IsVisible(value)) continue;
            if (value.Type != IrType.Real)
            {
                reading.Report(DiagnosticInfo.At(Descriptors.UnsupportedExpression, variable.Locations.FirstOrDefault(), variable.Name, "a whole number that is sampled under a condition is not read after it"));
                _contents[variable] = null;
                continue;
            }

            var result = reading.Builder.Fresh(IrType.Real);
            reading.Knowledge.Learn(result, reading.Knowledge.Of(value));
            _contents[variable] = new ScalarContent(result);
            yield return new(YieldKind.Sum, result, value, Name: variable.Name);
        }
    }
}
