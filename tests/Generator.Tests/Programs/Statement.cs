using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>A statement of a model's body.</summary>
internal abstract record Statement
{
    /// <summary>The expressions in it, in the order of the text.</summary>
    public abstract IEnumerable<Expression> Expressions { get; }

    /// <summary>The values that it gives names, each with the count of loops around it within this statement.</summary>
    public virtual IEnumerable<(Assign Assign, int Depth)> Assigns => [];

    /// <summary>The extents of loops in it.</summary>
    public virtual IEnumerable<Extent> Extents => [];

    public abstract void Print(CodeText code);

    /// <summary>Smaller statements.</summary>
    public abstract IEnumerable<Statement> Shrinks();

    /// <summary>The statement without reads of what is not in scope; null where nothing of it is left.</summary>
    /// <param name="scope">The names known before it; receives those known after it.</param>
    public abstract Statement? Repaired(HashSet<string> scope);

    /// <summary>Smaller blocks: without some statements, or with a smaller one.</summary>
    public static IEnumerable<ImmutableArray<Statement>> Shrinks(ImmutableArray<Statement> block)
    {
        for (int count = block.Length; count >= 1; count /= 2)
            for (int start = 0; start + count <= block.Length; start += count)
                yield return block.RemoveRange(start, count);
        for (int i = 0; i < block.Length; i++)
            foreach (var smaller in block[i].Shrinks())
                yield return block.SetItem(i, smaller);
    }

    public static ImmutableArray<Statement> Repaired(ImmutableArray<Statement> block, HashSet<string> scope) =>
        [.. block.Select(statement => statement.Repaired(scope)).OfType<Statement>()];

    /// <summary>Makes the arrays whose outermost index is that of this loop.</summary>
    protected void DeclareArrays(CodeText code)
    {
        foreach (var (assign, depth) in Assigns.Where(item => item.Assign.Indices.Length > 0 && item.Assign.Indices.Length == item.Depth).DistinctBy(item => item.Assign.Target.Name))
            code.Line($"var {assign.Target.Name} = new {assign.Target.Kind.Type}[{string.Join(", ", assign.Target.Over.Select(extent => extent.Text))}];");
    }
}
