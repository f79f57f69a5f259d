using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Makes one state of the two that the sides of a branch leave behind.</summary>
internal sealed class StateMerger(Reading reading, IConditionalOperation branch, Value condition)
{
    public State Merge(State before, State first, State second)
    {
        var variables = before.Variables;
        foreach (var variable in first.Variables.Keys.Where(second.Variables.ContainsKey))
        {
            Content? content = null;
            if (first.Variables[variable] is { } a && second.Variables[variable] is { } b)
                reading.Try(branch, () => reading.Branches.Select(condition, a, b, branch.Condition), out content);
            variables = variables.SetItem(variable, content);
        }

        var arrays = first.Arrays;
        foreach (var item in second.Arrays)
        {
            if (!first.Arrays.TryGetValue(item.Key, out var other) || other == item.Value)
                arrays = arrays.SetItem(item.Key, item.Value);
            else
                arrays = arrays.SetItem(item.Key, Merge(item.Key, first, second));
        }

        return new(variables, arrays);
    }

    private StorageState Merge(Storage storage, State first, State second)
    {
        var (a, b) = (first.Arrays[storage], second.Arrays[storage]);
        if (a.Form != b.Form)
        {
            a = Flushed(storage, first);
            b = Flushed(storage, second);
        }

        bool isAlike = a.Form == b.Form && a.Pending.Length == b.Pending.Length
            && a.Pending.Zip(b.Pending, (x, y) => reading.Proofs.LinearOf(x.At).IsSame(reading.Proofs.LinearOf(y.At))).All(same => same);
        if (!isAlike) throw reading.Refused(Descriptors.FilledInOrder, branch.Condition, branch.Condition.Syntax.ToString(), storage.Name);
        var pending = a.Pending.Zip(b.Pending, (x, y) => x.Value == y.Value ? x : x with { Value = reading.Builder.Add(Operations.Select, condition, x.Value, y.Value) });
        return a with { Pending = [.. pending], Reads = [.. a.Reads.Union(b.Reads)] };
    }

    private StorageState Flushed(Storage storage, State state)
    {
        reading.State = state;
        reading.Elements.Flush(storage);
        return reading.StateOf(storage);
    }
}
