using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary><c>for (int t = 1; t &lt; n; t++)</c> over arrays whose elements read earlier ones, after the statements for their first elements.</summary>
/// <param name="First">For each of <paramref name="Body"/> the statement at index 0.</param>
internal sealed record SeriesLoop(Variable Index, Extent Extent, ImmutableArray<Assign> First, ImmutableArray<Assign> Body) : Statement
{
    public override IEnumerable<Expression> Expressions => First.Concat(Body).SelectMany(statement => statement.Expressions);

    public override IEnumerable<(Assign Assign, int Depth)> Assigns => Body.Select(assign => (assign, 1));

    public override IEnumerable<Extent> Extents => [Extent];

    public override void Print(CodeText code)
    {
        DeclareArrays(code);
        foreach (var assign in First) assign.Print(code);
        code.Line($"for (int {Index.Name} = 1; {Index.Name} < {Extent.Text}; {Index.Name}++)");
        code.Block(Body);
    }

    public override IEnumerable<Statement> Shrinks()
    {
        for (int i = 0; i < Body.Length; i++)
        {
            if (Body.Length > 1) yield return this with { First = First.RemoveAt(i), Body = Body.RemoveAt(i) };
            if (Body[i].Role is Role.Derived or Role.LeftOut)
            {
                var role = Body[i].Role == Role.Derived ? Role.Plain : Role.Given;
                yield return this with { First = First.SetItem(i, First[i] with { Role = role }), Body = Body.SetItem(i, Body[i] with { Role = role }) };
            }

            foreach (var value in First[i].Value.Shrinks()) yield return this with { First = First.SetItem(i, First[i] with { Value = value }) };
            foreach (var value in Body[i].Value.Shrinks()) yield return this with { Body = Body.SetItem(i, Body[i] with { Value = value }) };
        }
    }

    public override Statement Repaired(HashSet<string> scope)
    {
        var first = First.Select(assign => assign.Repaired([.. scope])).ToImmutableArray();

        // In the loop each of the arrays can be read: their earlier elements are there.
        var inside = new HashSet<string>(scope) { Index.Name };
        inside.UnionWith(Body.Select(assign => assign.Target.Name));
        var body = Body.Select(assign => assign.Repaired(inside)).ToImmutableArray();
        scope.UnionWith(Body.Select(assign => assign.Target.Name));
        return this with { First = first, Body = body };
    }
}
