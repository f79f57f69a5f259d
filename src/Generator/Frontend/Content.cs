using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>What an expression or a variable of a model stands for.</summary>
internal abstract record Content;

/// <summary>A number or a condition.</summary>
internal sealed record ScalarContent(Value Value) : Content;

/// <summary>Several values in parentheses.</summary>
internal sealed record TupleContent(Sequence<Content> Items) : Content;

/// <summary>An array, a table with rows and columns, or an array of arrays.</summary>
/// <param name="Element">The type of a number in it.</param>
/// <param name="Sizes">The size of each dimension; of an array of arrays, how many there are.</param>
internal abstract record ArrayContent(IrType Element, Sequence<Value> Sizes) : Content
{
    /// <summary>What it is called; null for what has no name.</summary>
    public abstract string? Name { get; }
}

/// <summary>An array whose elements stand in a storage.</summary>
/// <param name="Start">Where in the storage its elements begin; null for the storage's start.</param>
/// <param name="IsJagged">Whether its elements are arrays.</param>
/// <param name="Row">The index at which an array of arrays gave it; null where none did.</param>
internal sealed record StoredArray(Storage Storage, IrType Element, Sequence<Value> Sizes, Value? Start, bool IsJagged = false, Value? Row = null) : ArrayContent(Element, Sizes)
{
    public override string? Name => Storage.Name;
}

/// <summary>An array that a formula gives, element by element, wherever it is read.</summary>
/// <param name="At">The element at an index.</param>
/// <param name="Label">What it is called; null where it has no name.</param>
internal sealed record FormulaArray(IrType Element, Value Length, Func<Value, Value> At, string? Label = null) : ArrayContent(Element, Sequence.Of(Length))
{
    public override string? Name => Label;
}
