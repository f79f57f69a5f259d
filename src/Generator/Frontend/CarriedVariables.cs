using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The variables that a loop assigns and that are declared outside it: sums, or values that go from iteration to iteration.</summary>
/// <remarks>A value that goes on becomes an array with its history, in which iteration i reads element i and makes element i + 1.</remarks>
internal sealed class CarriedVariables
{
    private readonly Reading _reading;
    private readonly List<(ISymbol Variable, Value Before)> _sums = [];
    private readonly List<(ISymbol Variable, StoredArray History)> _histories = [];
    private readonly List<(ISymbol Variable, Value Total)> _totals = [];
    private readonly Value _size;

    /// <summary>Begins the histories: stands in front of the loop.</summary>
    public CarriedVariables(Reading reading, LoopHead head, Assignments assigned)
    {
        (_reading, _size) = (reading, head.Size);
        foreach (var variable in assigned.Variables)
        {
            if (!reading.State.Variables.TryGetValue(variable, out var content) || content is null) continue;
            if (content is not ScalarContent { Value: var before })
                reading.Report(DiagnosticInfo.At(Descriptors.OrderMatters, reading.Here?.Syntax.GetLocation(), variable.Name));
            else if (before.Type == IrType.Real && assigned.IsSum(variable))
                _sums.Add((variable, before));
            else if (head.Kind == LoopKind.Plate)
                reading.Report(DiagnosticInfo.At(Descriptors.OrderMatters, reading.Here?.Syntax.GetLocation(), variable.Name));
            else
                _histories.Add((variable, Begin(variable, before)));
        }
    }

    public IEnumerable<Storage> Histories => _histories.Select(item => item.History.Storage);

    private Builder Builder => _reading.Builder;

    /// <summary>Gives the variables their values at the start of an iteration.</summary>
    public void Enter(Value index)
    {
        foreach (var (variable, _) in _sums) _reading.Declare(variable, Builder.Number(0));
        foreach (var (variable, history) in _histories) _reading.Declare(variable, Builder.Name(_reading.Elements.Load(history, index), variable.Name));
    }

    /// <summary>Takes their values at the end of an iteration.</summary>
    public void Leave(Value index)
    {
        foreach (var (variable, history) in _histories)
            if (ValueOf(variable) is { } value) _reading.Elements.Assign(history, [Builder.Add(Operations.IndexAdd, index, Builder.Integer(1))], value, null);
        foreach (var (variable, _) in _sums)
            if (ValueOf(variable) is { } value) _totals.Add((variable, value));
    }

    /// <summary>How the loop hands out its sums.</summary>
    public IEnumerable<Yield> Sums()
    {
        for (int i = 0; i < _totals.Count; i++)
        {
            var (variable, element) = _totals[i];
            var result = Builder.Fresh(IrType.Real);
            _reading.Knowledge.Learn(result, _reading.Knowledge.Of(element));
            _totals[i] = (variable, result);
            yield return new(YieldKind.Sum, result, element, Name: variable.Name);
        }
    }

    /// <summary>Gives the variables their values after the loop.</summary>
    public void AfterLoop()
    {
        foreach (var (variable, before) in _sums)
            _reading.Declare(variable, _totals.Where(total => SymbolEqualityComparer.Default.Equals(total.Variable, variable)).Select(total => (Content?)new ScalarContent(Builder.Add(Operations.Add, before, total.Total))).FirstOrDefault());
        foreach (var (variable, history) in _histories) _reading.Declare(variable, Builder.Name(_reading.Elements.Load(history, _size), variable.Name));
    }

    private StoredArray Begin(ISymbol variable, Value before)
    {
        var count = (_reading.Proofs.LinearOf(_size) + 1).In(Builder);
        var history = _reading.Arrays.Make(variable.Name, before.Type, Sequence.Of(count), isTrusted: true);
        _reading.Elements.Assign(history, [Builder.Integer(0)], before, null);
        return history;
    }

    private Value? ValueOf(ISymbol variable) => _reading.State.Variables.TryGetValue(variable, out var content) && content is ScalarContent scalar ? scalar.Value : null;
}
