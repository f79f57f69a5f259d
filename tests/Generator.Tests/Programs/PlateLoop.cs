using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary><c>foreach (int i in Plate(n))</c>.</summary>
internal sealed record PlateLoop(Variable Index, Extent Extent, ImmutableArray<Statement> Body) : Statement
{
    public override IEnumerable<Expression> Expressions => Body.SelectMany(statement => statement.Expressions);

    public override IEnumerable<(Assign Assign, int Depth)> Assigns => Body.SelectMany(statement => statement.Assigns).Select(item => (item.Assign, item.Depth + 1));

    public override IEnumerable<Extent> Extents => Body.SelectMany(statement => statement.Extents).Prepend(Extent);

    public override void Print(CodeText code)
    {
        DeclareArrays(code);
        code.Line($"foreach (int {Index.Name} in Plate({Extent.Text}))");
        code.Block(Body);
    }

    public override IEnumerable<Statement> Shrinks() => Shrinks(Body).Select(body => this with { Body = body });

    public override Statement Repaired(HashSet<string> scope)
    {
        var inside = new HashSet<string>(scope) { Index.Name };
        var repaired = this with { Body = Repaired(Body, inside) };
        scope.UnionWith(Assigns.Where(item => item.Assign.Indices.Length >= item.Depth).Select(item => item.Assign.Target.Name));
        return repaired;
    }
}
