using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>A branch on inputs with sites in it: each side is a loop that runs once where it is taken, so that its sites have no element elsewhere.</summary>
internal sealed class SiteBranch(Reading reading, IConditionalOperation branch, Value condition)
{
    private Builder Builder => reading.Builder;

    public void Read(Assignments first, Assignments second)
    {
        var before = reading.State;
        var arrays = first.Arrays.Union(second.Arrays, SymbolEqualityComparer.Default)
            .Select(variable => before.Variables.TryGetValue(variable!, out var content) ? content : null).OfType<StoredArray>().Where(array => !array.Storage.IsInput).Distinct().ToList();
        foreach (var array in arrays) reading.Elements.Flush(array.Storage);
        var filledBefore = arrays.Select(array => reading.StateOf(array.Storage).Filled).ToList();
        var not = reading.Branches.Not(condition);
        var whenTrue = ReadSide(condition, branch.WhenTrue, first, second);
        var filledFirst = Filled(arrays);
        for (int i = 0; i < arrays.Count; i++) reading.Store(arrays[i].Storage, reading.StateOf(arrays[i].Storage) with { Filled = filledBefore[i] });
        var otherwise = branch.WhenFalse is { } side ? ReadSide(not, side, second, first) : new Dictionary<ISymbol, Content?>(SymbolEqualityComparer.Default);
        var filledSecond = Filled(arrays);
        for (int i = 0; i < arrays.Count; i++) reading.Try(branch, () => FillAlike(arrays[i], filledBefore[i], filledFirst[i], filledSecond[i], not));
        Merge(before, whenTrue, otherwise);
    }

    private List<Box?> Filled(IEnumerable<StoredArray> arrays) => [.. arrays.Select(array => reading.StateOf(array.Storage).Filled)];

    /// <summary>Reads a side; gives what it makes of the variables outside.</summary>
    private IReadOnlyDictionary<ISymbol, Content?> ReadSide(Value taken, IOperation side, Assignments assigned, Assignments otherwise)
    {
        var both = otherwise.Arrays.Select(variable => reading.State.Variables.TryGetValue(variable, out var content) ? content : null).OfType<StoredArray>().Select(array => array.Storage);
        var head = HeadOf(taken) with { AssignedOtherwise = [.. both] };
        return reading.Branches.Under(taken, branch.Condition, () => reading.Loops.Run(head, assigned, _ => reading.Statements.ReadBody(side)), leavesOutSites: true);
    }

    private LoopHead HeadOf(Value taken)
    {
        var source = new Source(reading.Quote(branch).Line, branch.Syntax is IfStatementSyntax syntax ? $"if ({syntax.Condition})" : branch.Condition.Syntax.ToString());
        var size = Builder.Add(Operations.Select, taken, Builder.Integer(1), Builder.Integer(0));
        return new(LoopKind.Branch, size, source, source.Text) { Condition = taken };
    }

    /// <summary>Where one side assigns elements and the other does not, they are zero there, as in C#.</summary>
    private void FillAlike(StoredArray array, Box? before, Box? first, Box? second, Value not)
    {
        bool isFirst = IsSame(second, before), isSecond = IsSame(first, before);
        if (isFirst && isSecond) return;
        if (!isFirst && !isSecond)
        {
            if (!IsSame(first, second)) throw reading.Refused(Descriptors.FilledInOrder, branch.Condition, branch.Condition.Syntax.ToString(), array.Storage.Name);
            return;
        }

        var (filled, missing) = isFirst ? (first!, not) : (second!, condition);
        if (array.Storage.Role is not null && !Builder.IsOutermost(condition)) throw reading.Refused(Descriptors.FilledInOrder, filled.Use!, filled.Use!.Syntax.ToString(), array.Storage.Name);
        reading.Store(array.Storage, reading.StateOf(array.Storage) with { Filled = before });
        reading.Branches.Under(missing, branch.Condition, () => reading.Loops.Run(HeadOf(missing), [array.Storage], _ => PutZeros(array, before, filled, [])));
        reading.Store(array.Storage, reading.StateOf(array.Storage) with { Filled = filled });
    }

    /// <summary>Puts zeros in the place of elements that the other side assigns.</summary>
    private void PutZeros(StoredArray array, Box? before, Box filled, Value[] indices)
    {
        int d = indices.Length;
        if (d == filled.Spans.Length)
        {
            reading.Elements.Assign(array, indices, array.Element == IrType.Real ? Builder.Number(0) : Builder.Integer(0), filled.Use);
            return;
        }

        var span = filled.Spans[d];
        var start = before is not null && !before.Spans[d].IsSame(span) ? before.Spans[d].End : span.Start;
        var count = span.End - start;
        if (count.Number == 1)
        {
            PutZeros(array, before, filled, [.. indices, start.In(Builder)]);
            return;
        }

        var head = HeadOf(condition) with { Kind = LoopKind.For, Size = count.In(Builder), Condition = null };
        reading.Loops.Run(head, [array.Storage], index => PutZeros(array, before, filled, [.. indices, start.Number == 0 ? index : Builder.Add(Operations.IndexAdd, start.In(Builder), index)]));
    }

    private static bool IsSame(Box? a, Box? b) => a is null ? b is null : b is not null && a.DifferencesFrom(b).Count == 0;

    private void Merge(State before, IReadOnlyDictionary<ISymbol, Content?> first, IReadOnlyDictionary<ISymbol, Content?> second)
    {
        foreach (var variable in first.Keys.Union(second.Keys, SymbolEqualityComparer.Default).OfType<ISymbol>())
        {
            before.Variables.TryGetValue(variable, out var old);
            var a = first.TryGetValue(variable, out var one) ? one : old;
            var b = second.TryGetValue(variable, out var other) ? other : old;
            Content? content = null;
            if (a is not null && b is not null) reading.Try(branch, () => reading.Branches.Select(condition, a, b, branch.Condition), out content);
            else if (!before.Variables.ContainsKey(variable)) content = a ?? b;
            reading.Declare(variable, content);
        }
    }
}
