using Microsoft.CodeAnalysis;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The conditions on data under which the current expression counts.</summary>
internal sealed class Guards(Builder builder, Knowledge knowledge)
{
    private readonly Stack<Value> _conditions = new();

    /// <summary>All conditions as one; null where there is none.</summary>
    public Value? Condition => _conditions.Count == 0 ? null : _conditions.Peek();

    /// <summary>A condition, in the source, on which no site may depend: it does not follow from inputs, or is no <c>if</c> that can leave sites out. Null where there is none.</summary>
    public IOperation? AgainstSites { get; private set; }

    /// <summary>Whether the condition against sites follows from inputs.</summary>
    public bool IsOfInputs { get; private set; }

    /// <summary>Reads what counts under a condition only.</summary>
    /// <param name="known">What decides the condition.</param>
    /// <param name="leavesOutSites">Whether sites that are read have no element where the condition does not hold.</param>
    public T Under<T>(Value condition, Known known, IOperation source, Func<T> read, bool leavesOutSites = false)
    {
        var (against, isOfInputs) = (AgainstSites, IsOfInputs);
        if (known != Known.Latents) _conditions.Push(Condition is { } outer ? builder.Add(Operations.And, outer, condition) : condition);
        bool isOfInputsHere = known == Known.Inputs;
        if (!isOfInputsHere || (!leavesOutSites && against is null)) (AgainstSites, IsOfInputs) = (source, isOfInputsHere);
        try
        {
            return read();
        }
        finally
        {
            if (known != Known.Latents) _conditions.Pop();
            (AgainstSites, IsOfInputs) = (against, isOfInputs);
        }
    }

    /// <summary>An index that does no harm where the conditions do not hold: it is 0 there.</summary>
    public Value OrZero(Value index) =>
        Condition is { } condition && !IsZero(index) ? builder.Add(Operations.Select, condition, index, builder.Integer(0)) : index;

    private bool IsZero(Value index) => builder.DefinitionOf(index) is { } define && define.Op == Operations.Integer && define.Immediate.Number == 0;

    /// <summary>The extent of a loop that has no iterations where conditions on inputs do not hold.</summary>
    public Value OrNone(Value extent) =>
        Condition is { } condition && knowledge.Of(condition) == Known.Inputs ? builder.Add(Operations.Select, condition, extent, builder.Integer(0)) : extent;

    /// <summary>A rule that need only hold where the conditions do.</summary>
    public Value Relax(Value rule) =>
        Condition is { } condition ? builder.Add(Operations.Or, builder.Add(Operations.Not, condition), rule) : rule;
}
