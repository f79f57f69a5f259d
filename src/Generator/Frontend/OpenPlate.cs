using Microsoft.CodeAnalysis;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The plate that is being read.</summary>
internal sealed class OpenPlate(ILocalSymbol variable, Value index, Value extent)
{
    public ILocalSymbol Variable => variable;

    public Value Index => index;

    public Value Extent => extent;

    /// <summary>The arrays whose elements it assigns.</summary>
    public List<ArrayLocal> Arrays { get; } = [];
}

/// <summary>An array that the model makes and a plate fills.</summary>
internal sealed class ArrayLocal(string name, IrType type, Value length)
{
    public string Name => name;

    public IrType Type => type;

    public Value Length => length;

    /// <summary>The element of the plate that fills it, once assigned.</summary>
    public Value? Element { get; set; }

    /// <summary>The whole array, once the plate is closed.</summary>
    public Value? Whole { get; set; }
}
