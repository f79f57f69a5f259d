using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads <c>foreach (int i in Plate(n))</c> and <c>for</c>, and carries arrays and variables through their iterations.</summary>
internal sealed class LoopReader(Reading reading)
{
    private Builder Builder => reading.Builder;

    public Filling Filling { get; } = new(reading);

    public void Read(IForEachLoopOperation loop)
    {
        var collection = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
        if (collection is not IInvocationOperation plate || !plate.TargetMethod.IsWord("Plate"))
            throw reading.Refused(Descriptors.NotAPlate, loop.Collection, loop.Collection.Syntax.ToString());
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var variable })
            throw reading.Refused(Descriptors.UnsupportedStatement, loop.Collection);

        var size = reading.Arrays.ReadSize(plate.Arguments[0].Value, "the Plate", "the size of ");
        var source = new Source(reading.Quote(loop).Line, $"foreach (int {variable.Name} in {plate.Syntax})");
        var open = new LoopHead(LoopKind.Plate, size, source, Quotation.OneLine(plate)) { Variable = variable };
        Run(open, Assignments.In(reading.Library, loop.Body), index =>
        {
            reading.Declare(variable, index);
            reading.Statements.ReadBody(loop.Body);
        });
    }

    public void Read(IForLoopOperation loop)
    {
        if (ForHeader.Of(loop) is not { } header) throw reading.Refused(Descriptors.ForShape, loop, loop.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ForStatementSyntax syntax ? ForHeader.Text(syntax) : "for");
        var first = reading.Expressions.ReadInteger(header.First);
        var limit = reading.Expressions.ReadInteger(header.Limit);
        foreach (var (bound, operation) in new[] { (first, header.First), (limit, header.Limit) })
            if (reading.Knowledge.Of(bound) != Known.Inputs) throw reading.Refused(Descriptors.SizeNotFromInputs, operation, operation.Syntax.ToString());
        var count = header.IsUp
            ? reading.Proofs.LinearOf(limit) - reading.Proofs.LinearOf(first)
            : reading.Proofs.LinearOf(first) - reading.Proofs.LinearOf(limit);
        if (header.IncludesLimit) count += 1;
        var iterations = count.In(Builder);
        var size = reading.Proofs.IsNonNegative(count) ? iterations : Builder.Add(Operations.IndexMax, Builder.Integer(0), iterations);
        var source = new Source(reading.Quote(loop).Line, ForHeader.Text((Microsoft.CodeAnalysis.CSharp.Syntax.ForStatementSyntax)loop.Syntax));
        var assignments = Assignments.In(reading.Library, loop.Body);
        if (assignments.Variables.Contains(header.Variable)) throw reading.Refused(Descriptors.ForShape, loop, source.Text);
        Run(new(LoopKind.For, size, source, source.Text) { Variable = header.Variable }, assignments, index =>
        {
            reading.Declare(header.Variable, Builder.Add(header.IsUp ? Operations.IndexAdd : Operations.IndexSubtract, first, index));
            reading.Statements.ReadBody(loop.Body);
        });
    }

    /// <summary>Runs through the body of a loop.</summary>
    /// <returns>For a branch, what it makes of the variables outside.</returns>
    public IReadOnlyDictionary<ISymbol, Content?> Run(LoopHead head, Assignments assigned, Action<Value> read)
    {
        var carried = head.Kind == LoopKind.Branch ? null : new CarriedVariables(reading, head, assigned);
        var storages = assigned.Arrays.Select(variable => reading.State.Variables.TryGetValue(variable, out var content) ? content : null)
            .OfType<StoredArray>().Select(array => array.Storage).Where(storage => !storage.IsInput).Concat(carried?.Histories ?? []).Distinct().ToList();
        var outcome = carried is null ? new BranchOutcome(reading, assigned) : null;
        Run(head, storages, index =>
        {
            carried?.Enter(index);
            read(index);
            carried?.Leave(index);
            outcome?.Leave();
        }, () => carried?.Sums() ?? outcome!.Sums());
        carried?.AfterLoop();
        return outcome?.Contents ?? new Dictionary<ISymbol, Content?>(SymbolEqualityComparer.Default);
    }

    /// <summary>Runs through the body of a loop that assigns elements of the given arrays and no variables.</summary>
    public void Run(LoopHead head, IReadOnlyList<Storage> storages, Action<Value> read, Func<IEnumerable<Yield>>? sums = null)
    {
        var around = reading.State.Variables;
        foreach (var storage in storages) reading.Elements.Flush(storage);
        var extent = head.Kind == LoopKind.Branch ? head.Size : reading.Guards.OrNone(head.Size);
        var index = Builder.OpenLoop();
        reading.Knowledge.Learn(index, Known.Inputs);
        var loop = new OpenLoop(head.Kind, index, extent, reading.Nest.Innermost, head.Source, head.Words) { Size = head.Size, Variable = head.Variable, Name = head.Name ?? head.Variable?.Name, Condition = head.Condition, AssignedOtherwise = head.AssignedOtherwise };
        reading.Nest.Open(loop);
        foreach (var storage in storages) Enter(loop, storage, Builder.Fresh(storage.Element.ArrayOf));
        read(index);
        var passages = loop.Threads.Select(thread => new ThreadPassage(reading, loop, thread)).ToList();
        var body = Builder.CloseLoop();
        reading.Nest.Close();
        var yields = (sums?.Invoke() ?? []).Concat(passages.Select(passage => passage.Leave())).ToList();
        Builder.Append(new Loop(loop.Index, loop.Extent, body, yields.ToSequence(), loop.Source, loop.Name, loop.IsPlate ? Order.Any : Order.Forward));
        reading.State = reading.State with { Variables = around };
    }

    /// <summary>Takes an array that is made inside loops through all of them.</summary>
    public void Join(Storage storage)
    {
        foreach (var loop in reading.Nest.Loops.Reverse()) Enter(loop, storage, Builder.FreshBeside(loop.Index, storage.Element.ArrayOf));
    }

    private void Enter(OpenLoop loop, Storage storage, Value inside)
    {
        reading.Knowledge.Learn(inside, storage.Element == IrType.Real ? Known.Latents : Known.Observations);
        loop.Threads.Add(new(storage, reading.StateOf(storage), inside));
        reading.Store(storage, StorageState.Empty with { Form = inside });
    }
}
