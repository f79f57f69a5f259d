using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads elements of arrays, and their assignment.</summary>
internal sealed class ElementReader(Reading reading)
{
    private Builder Builder => reading.Builder;

    public Content Read(IArrayElementReferenceOperation element)
    {
        if (reading.Expressions.Read(element.ArrayReference) is not ArrayContent array) throw reading.Unsupported(element, "it is not an element of an array");
        Value[] indices = [.. element.Indices.Select(reading.Expressions.ReadInteger)];
        if (array is StoredArray { IsJagged: true } rows) return ReadRow(rows, indices[0], element);
        if (array is StoredArray { Storage.IsInput: false } made) return new ScalarContent(ReadMade(made, indices, element));
        for (int d = 0; d < indices.Length; d++) indices[d] = RequireElement(array, d, indices[d], element.Indices[d]);
        return new ScalarContent(reading.Arrays.ElementOf(array, Flat(array, indices)));
    }

    /// <summary>The element at an offset from an array's start, which is known to lie in the array.</summary>
    public Value Load(StoredArray array, Value offset)
    {
        Flush(array.Storage);
        var form = reading.StateOf(array.Storage).Form ?? throw new UnsupportedException(null);
        return Builder.Add(Operations.Load, IsThere(array) ? form : Builder.Add(Operations.NeverEmpty, [form], array.Storage.Name), At(array, offset));
    }

    /// <summary>Whether an array has elements wherever one of them is read: an input may be empty where a condition does not hold.</summary>
    private bool IsThere(StoredArray array) =>
        !array.Storage.IsInput || reading.Guards.Condition is null || array.Sizes.All(IsPositive);

    private bool IsPositive(Value size) =>
        reading.Proofs.IsLess(Linear.Of(0), reading.Proofs.LinearOf(size)) || reading.Nest.Loops.Any(loop => reading.Rules.AreSame(loop.Size, size));

    /// <summary>Assigns an element.</summary>
    /// <param name="target">The assigned element in the source; null where there is none.</param>
    public void Assign(StoredArray array, Value[] indices, Value value, IOperation? target)
    {
        var storage = array.Storage;
        var state = reading.StateOf(storage);
        if (reading.Nest.Innermost is { } loop && loop.Depth > storage.Depth && loop.Threads.All(thread => thread.Storage != storage))
            throw target is null ? new InvalidOperationException($"{storage.Name} does not go through this loop") : reading.Unsupported(target, $"assign to it as an element of '{storage.Name}'");
        bool isAlone = reading.Nest.Depth == storage.Depth;
        if (!storage.IsTrusted && isAlone && target is IArrayElementReferenceOperation element)
            for (int d = 0; d < indices.Length; d++) reading.Rules.RequireIndex(indices[d], reading.Proofs.LinearOf(array.Sizes[d]), storage.Name, element.Indices[d]);
        var box = Box.Of(Coordinates(array, indices).Select(reading.Proofs.LinearOf), target);
        var filled = storage.IsTrusted ? null : state.Filled is { } before ? reading.Loops.Filling.Join(storage, before, box) : box;
        if (isAlone && !storage.IsTrusted && state.Filled is null && filled is { } first) reading.Loops.Filling.RequireStart(storage, first);
        storage.IsAssigned = true;
        reading.Store(storage, reading.StateOf(storage) with { Pending = state.Pending.Add(new(At(array, Flat(array, indices)), value)), Filled = filled });
    }

    /// <summary>Puts the elements that are assigned and not yet put: where they were assigned, in front of loops that only read them.</summary>
    public void Flush(Storage storage)
    {
        var state = reading.StateOf(storage);
        if (state.Pending.IsEmpty) return;
        var form = reading.Nest.Loops.FirstOrDefault(loop => loop.Threads.Any(thread => thread.Storage == storage)) is { } loop
            ? Builder.AtLoop(loop.Index, () => Put(storage, state))
            : Builder.AtOutermost(() => Put(storage, state));
        reading.Store(storage, state with { Form = form, Pending = [] });
    }

    private Value Put(Storage storage, StorageState state) =>
        state.Pending.Aggregate(state.Form ?? Blank(storage), (form, element) => Builder.Add(Operations.Put, form, element.At, element.Value));

    /// <summary>States that an array is read as a whole, which it must be by now.</summary>
    public void RequireWhole(ArrayContent array, IOperation use)
    {
        if (array is not StoredArray { Storage: { IsInput: false } storage }) return;
        if (IsBeingFilled(storage) || reading.StateOf(storage).Filled is null)
            throw reading.Refused(Descriptors.UnassignedElement, use, use.Syntax.ToString(), storage.Name);
    }

    /// <summary>An array in which no element has a value.</summary>
    public Value Blank(Storage storage) => Builder.Leaf(Operations.Blank, storage.Element.ArrayOf, storage.BlankName, storage.Name, storage.Axes.Total);

    /// <summary>The index in an array's storage of an element by its offset from the array's start.</summary>
    public Value At(StoredArray array, Value offset) => array.Start is { } start ? Builder.Add(Operations.IndexAdd, start, offset) : offset;

    /// <summary>Row after row: the offset of an element.</summary>
    public Value Flat(ArrayContent array, Value[] indices) =>
        indices.Length == 1 ? indices[0]
        : reading.Proofs.LinearOf(indices[0]).Number == 0 ? indices[1]
        : Builder.Add(Operations.IndexAdd, Builder.Add(Operations.IndexMultiply, indices[0], array.Sizes[1]), indices[1]);

    private static IEnumerable<Value> Coordinates(StoredArray array, Value[] indices) => array.Row is { } row ? [row, .. indices] : indices;

    private bool IsBeingFilled(Storage storage) =>
        reading.Nest.Loops.Any(loop => loop.Depth > storage.Depth && loop.Threads.Any(thread => thread.Storage == storage));

    private StoredArray ReadRow(StoredArray rows, Value index, IArrayElementReferenceOperation element)
    {
        if (rows.Storage.Offsets is null) throw reading.Refused(Descriptors.UnassignedElement, element, element.Syntax.ToString(), rows.Storage.Name);
        return reading.Arrays.RowOf(rows, RequireElement(rows, 0, index, element.Indices[0]));
    }

    /// <summary>States that an array has an element: once for all at a plate's own index, for each index elsewhere.</summary>
    /// <returns>The index, or where there need not be an element, one that there is.</returns>
    private Value RequireElement(ArrayContent array, int dimension, Value index, IOperation use)
    {
        string name = array.Name ?? "the array";
        var size = array.Sizes[dimension];
        if (reading.Nest.LoopOf(index) is not { IsPlate: true } plate || !Builder.IsOutermost(size) || !Builder.IsOutermost(plate.Size))
            return reading.Rules.RequireIndex(index, reading.Proofs.LinearOf(size), name, use);
        if (reading.Proofs.IsLess(reading.Proofs.LinearOf(index), reading.Proofs.LinearOf(size))) return index;
        reading.Rules.RequireLength(size, plate.Size, NameOf(array, dimension), plate.Source.Text, plate.Source);
        return reading.Rules.AreSame(size, plate.Size) ? index : reading.Guards.OrZero(index);
    }

    /// <summary>What a size of an array is called in messages.</summary>
    private static string NameOf(ArrayContent array, int dimension) =>
        array.Sizes.Count == 1 ? array.Name ?? "the array" : $"{array.Name}, dimension {dimension},";

    /// <summary>Whether an element is among those that the current iteration has assigned.</summary>
    private bool IsIn(Box filled, EarlyRead read) =>
        Enumerable.Range(0, filled.Spans.Length).All(d => reading.Proofs.IsNonNegative(read.At[d] - filled.Spans[d].Start) && reading.Proofs.IsLess(read.At[d], filled.Spans[d].End));

    private Value ReadMade(StoredArray array, Value[] indices, IArrayElementReferenceOperation element)
    {
        var storage = array.Storage;
        var state = reading.StateOf(storage);
        var at = At(array, Flat(array, indices));
        if (state.Pending.FirstOrDefault(pending => reading.Proofs.LinearOf(pending.At).IsSame(reading.Proofs.LinearOf(at))) is { } assigned) return assigned.Value;
        if (IsBeingFilled(storage))
        {
            Value[] coordinates = [.. Coordinates(array, indices)];
            var read = new EarlyRead([.. coordinates], [.. coordinates.Select(reading.Proofs.LinearOf)], element, []);
            if (state.Filled is { } before && IsIn(before, read)) return Load(array, Flat(array, indices));
            for (int d = 0; d < indices.Length; d++) indices[d] = RequireElement(array, d, indices[d], element.Indices[d]);
            reading.Store(storage, state with { Reads = state.Reads.Add(read) });
            return Builder.Add(Operations.Load, state.Form!.Value, At(array, Flat(array, indices)));
        }

        if (state.Filled is not { } filled) throw reading.Refused(Descriptors.UnassignedElement, element, element.Syntax.ToString(), storage.Name);
        for (int d = 0; d < indices.Length; d++)
        {
            var end = array.Row is null ? filled.Spans[d].End : reading.Proofs.LinearOf(array.Sizes[d]);
            indices[d] = end.IsSame(reading.Proofs.LinearOf(array.Sizes[d]))
                ? RequireElement(array, d, indices[d], element.Indices[d])
                : reading.Rules.RequireIndex(indices[d], end, storage.Name, element.Indices[d]);
        }

        return Load(array, Flat(array, indices));
    }
}
