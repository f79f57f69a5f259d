using System.Collections.Immutable;
using System.Globalization;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>What an expression may read at a place in a program.</summary>
/// <param name="extents">Those of the program's loops and arrays.</param>
internal sealed class Scope(ImmutableArray<Extent> extents)
{
    private readonly List<Entry> _entries = [];
    private readonly List<(Variable Index, Extent Extent)> _loops = [];
    private int _names;

    public ImmutableArray<Extent> Extents => extents;

    public int Depth => _loops.Count;

    /// <summary>The extents of the loops around this place, outermost first.</summary>
    public ImmutableArray<Extent> Loops => [.. _loops.Select(loop => loop.Extent)];

    /// <summary>The names of these loops' indices.</summary>
    public ImmutableArray<string> Indices => [.. _loops.Select(loop => loop.Index.Name)];

    /// <summary>Whatever can be read here; unfinished arrays may occur more than once.</summary>
    public IReadOnlyList<Entry> Readable => [.. _entries.Where(entry => entry.Only is null || entry.Loops.SequenceEqual(Indices))];

    /// <summary>The locals that a statement here may change.</summary>
    public IReadOnlyList<Variable> Changeable =>
        [.. _entries.Where(entry => entry.IsChangeable && entry.DeclaredAt == Depth).Select(entry => entry.Variable)];

    /// <summary>A name that nothing else has, also when sites become properties.</summary>
    public string NewName(string prefix) => prefix + (_names++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes an input known for the rest of the program.</summary>
    public void AddInput(Variable input) => _entries.Add(new(input, -1, [], null, false));

    /// <summary>Makes a local known until the loop around it ends.</summary>
    public void AddScalar(Variable local, bool isChangeable = false) => _entries.Add(new(local, Depth, [], null, isChangeable));

    /// <summary>Makes an array known that the innermost loops fill: until they end, only by one expression.</summary>
    public void AddArray(Variable array, Expression only) => _entries.Add(new(array, Depth - array.Over.Length, Indices, only, false));

    /// <summary>The indices of loops around this place over an extent.</summary>
    public IEnumerable<Variable> IndicesOver(Extent extent) => _loops.Where(loop => loop.Extent == extent).Select(loop => loop.Index);

    /// <summary>The indices of the innermost loops, as many as an array has.</summary>
    public Expression[] OwnIndices(int count) => [.. _loops.TakeLast(count).Select(loop => loop.Index.At())];

    /// <summary>Enters a loop until the result is disposed of.</summary>
    public IDisposable Enter(Variable index, Extent extent)
    {
        _loops.Add((index, extent));
        _entries.Add(new(index, Depth, [], null, false));
        return new Leaving(Leave);
    }

    private void Leave()
    {
        _loops.RemoveAt(_loops.Count - 1);
        _entries.RemoveAll(entry => entry.DeclaredAt > Depth);
        var finished = _entries.Where(entry => entry.Only is not null && entry.DeclaredAt == Depth).Select(entry => entry.Variable).Distinct().ToList();
        _entries.RemoveAll(entry => finished.Contains(entry.Variable));
        _entries.AddRange(finished.Select(array => new Entry(array, Depth, [], null, false)));
    }

    /// <summary>Something that can be read.</summary>
    /// <param name="DeclaredAt">How many loops are around its declaration; −1 for an input.</param>
    /// <param name="Loops">The indices of the loops in which an unfinished array is filled.</param>
    /// <param name="Only">The one way to read it; null where any index will do.</param>
    internal sealed record Entry(Variable Variable, int DeclaredAt, ImmutableArray<string> Loops, Expression? Only, bool IsChangeable);

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
