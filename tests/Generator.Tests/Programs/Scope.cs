using System.Collections.Immutable;
using System.Globalization;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>What an expression may read at a place in a program.</summary>
/// <param name="extents">Those of the program's plates and arrays.</param>
internal sealed class Scope(ImmutableArray<Extent> extents)
{
    private readonly List<Variable> _variables = [];
    private readonly List<(Variable Index, Extent Extent)> _plates = [];
    private readonly HashSet<string> _unfinished = [];
    private int _names;

    public ImmutableArray<Extent> Extents => extents;

    public bool IsInPlate => _plates.Count > 0;

    /// <summary>The extents of the plates around this place, outermost first.</summary>
    public ImmutableArray<Extent> Plates => [.. _plates.Select(plate => plate.Extent)];

    /// <summary>The names of these plates' indices.</summary>
    public ImmutableArray<string> Indices => [.. _plates.Select(plate => plate.Index.Name)];

    public IReadOnlyList<Variable> Variables => _variables;

    /// <summary>A name that nothing else has, also when sites become properties.</summary>
    public string NewName(string prefix) => prefix + (_names++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes a variable known until the plate around it ends; an array beyond that.</summary>
    public void Add(Variable variable)
    {
        _variables.Add(variable);
        if (!variable.IsInput && !variable.Over.IsEmpty) _unfinished.Add(variable.Name);
    }

    /// <summary>Whether a plate around this place fills the array, so that it is read at its own indices only.</summary>
    public bool IsUnfinished(Variable array) => _unfinished.Contains(array.Name);

    /// <summary>The indices of plates around this place over an extent.</summary>
    public IEnumerable<Variable> IndicesOver(Extent extent) => _plates.Where(plate => plate.Extent == extent).Select(plate => plate.Index);

    /// <summary>The own indices of an array that is not finished.</summary>
    public Expression[] OwnIndices => [.. _plates.Select(plate => plate.Index.At())];

    /// <summary>Enters a plate until the result is disposed of.</summary>
    public IDisposable Enter(Variable index, Extent extent)
    {
        var outside = _variables.ToList();
        _plates.Add((index, extent));
        _variables.Add(index);
        return new Leaving(() =>
        {
            _plates.RemoveAt(_plates.Count - 1);
            _variables.RemoveAll(variable => !outside.Contains(variable) && !variable.IsInput && variable.Over.IsEmpty);
            if (_plates.Count == 0) _unfinished.Clear();
        });
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
