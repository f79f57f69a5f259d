using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>What decides a value.</summary>
internal enum Known
{
    Inputs,

    Observations,

    Latents,
}

/// <summary>Tells what decides a value: sizes and branches around sites must follow from inputs, indices from data.</summary>
internal sealed class Knowledge(Builder builder)
{
    private readonly Dictionary<Value, Known> _known = [];

    /// <summary>States what decides a value that no definition makes.</summary>
    public void Learn(Value value, Known known) => _known[value] = known;

    public Known Of(Value value)
    {
        if (_known.TryGetValue(value, out var known)) return known;
        if (builder.DefinitionOf(value) is not { } define || define.Op == Operations.Length) return Known.Inputs;
        return _known[value] = define.Arguments.Select(Of).DefaultIfEmpty().Max();
    }
}
