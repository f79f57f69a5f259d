using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>An adjoint of an array: of one element in each iteration, or (without <paramref name="At"/>) of all elements at once.</summary>
/// <param name="Matrix">Where each iteration adds its adjoint times its row of a matrix: the matrix.</param>
internal sealed record Contribution(Value Adjoint, Value? At, Value? Matrix = null);

/// <summary>The adjoints of one block that have been found and not yet been handed on, in the order in which they were found first.</summary>
/// <remarks>
/// Numbers are values of the new block; arrays are values of the old one, which the copies of a loop have in common. An array's adjoint
/// is a list of contributions, or one array that is increased in place, or both: its elements are their sum.
/// </remarks>
internal sealed class Adjoints(Builder builder)
{
    private readonly List<Value> _scalarOrder = [];
    private readonly List<Value> _arrayOrder = [];
    private readonly Dictionary<Value, Value> _scalars = [];
    private readonly Dictionary<Value, List<Contribution>> _contributions = [];
    private readonly Dictionary<Value, Value> _accumulators = [];

    public IEnumerable<(Value Target, Value Adjoint)> Scalars => _scalarOrder.Where(_scalars.ContainsKey).Select(target => (target, _scalars[target]));

    public IEnumerable<(Value Target, List<Contribution> Contributions)> Contributions =>
        _arrayOrder.Where(_contributions.ContainsKey).Select(target => (target, _contributions[target]));

    public bool Has(Value target) => target.Type.IsArray ? _contributions.ContainsKey(target) || _accumulators.ContainsKey(target) : _scalars.ContainsKey(target);

    public void Add(Value target, Value adjoint)
    {
        if (!_scalarOrder.Contains(target)) _scalarOrder.Add(target);
        _scalars[target] = _scalars.TryGetValue(target, out var known) ? Guards.Add(builder, known, adjoint) : adjoint;
    }

    public void Add(Value array, Contribution contribution)
    {
        if (!_arrayOrder.Contains(array)) _arrayOrder.Add(array);
        if (!_contributions.TryGetValue(array, out var contributions)) _contributions.Add(array, contributions = []);
        contributions.Add(contribution);
    }

    public Value? Take(Value target)
    {
        if (!_scalars.TryGetValue(target, out var adjoint)) return null;
        _scalars.Remove(target);
        return adjoint;
    }

    /// <summary>The newest form of the array to which adjoints are added in place; null where there is none.</summary>
    public Value? AccumulatorOf(Value array) => _accumulators.TryGetValue(array, out var form) ? form : null;

    public void Accumulate(Value array, Value form) => _accumulators[array] = form;

    /// <summary>The contributions of whole arrays, which are then no longer part of the adjoint.</summary>
    public IReadOnlyList<Value> TakeContributions(Value array)
    {
        if (!_contributions.TryGetValue(array, out var contributions)) return [];
        _contributions.Remove(array);
        return [.. contributions.Select(contribution => contribution.Adjoint)];
    }

    /// <summary>What adds up to the adjoint of an array's element at an index.</summary>
    public IReadOnlyList<Value> At(Value array, Value index)
    {
        var parts = _contributions.TryGetValue(array, out var contributions) ? contributions.Select(contribution => contribution.Adjoint).ToList() : [];
        if (AccumulatorOf(array) is { } accumulator) parts.Add(accumulator);
        return [.. parts.Select(part => builder.Add(Operations.Load, part, index))];
    }
}
