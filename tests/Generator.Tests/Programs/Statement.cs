using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>A statement of a model's body.</summary>
internal abstract record Statement
{
    /// <summary>The expressions in it, in the order of the text.</summary>
    public abstract IEnumerable<Expression> Expressions { get; }

    /// <summary>The values that it gives names, with what they are to the model.</summary>
    public abstract IEnumerable<Assign> Assigns { get; }

    public abstract void Print(CodeText code);

    /// <summary>Smaller statements.</summary>
    public abstract IEnumerable<Statement> Shrinks();

    /// <summary>The statement without reads of what is not in scope.</summary>
    /// <param name="scope">The names known before it; receives those known after it.</param>
    public abstract Statement Repaired(HashSet<string> scope);

    /// <summary>Smaller blocks: without some statements, or with a smaller one.</summary>
    public static IEnumerable<ImmutableArray<Statement>> Shrinks(ImmutableArray<Statement> block)
    {
        for (int count = block.Length / 2; count >= 1; count /= 2)
            for (int start = 0; start + count <= block.Length; start += count)
                yield return block.RemoveRange(start, count);
        for (int i = 0; i < block.Length; i++)
            foreach (var smaller in block[i].Shrinks())
                yield return block.SetItem(i, smaller);
    }

    public static ImmutableArray<Statement> Repaired(ImmutableArray<Statement> block, HashSet<string> scope) =>
        [.. block.Select(statement => statement.Repaired(scope))];
}

/// <summary>What a value is to a model.</summary>
internal enum Role
{
    /// <summary>A local or an array's element, not recorded.</summary>
    Plain,
    Derived,
    Latent,

    /// <summary>An observable that is given.</summary>
    Given,

    /// <summary>An observable that is not given.</summary>
    LeftOut,
}

/// <summary><c>double a = …;</c> or <c>a[i] = …;</c> with the word of its role.</summary>
/// <param name="Indices">For an array: the names of the indices of the plates around it.</param>
internal sealed record Assign(Variable Target, ImmutableArray<string> Indices, Role Role, Expression Value) : Statement
{
    public bool IsObservable => Role is Role.Given or Role.LeftOut;

    public override IEnumerable<Expression> Expressions => [Value];

    public override IEnumerable<Assign> Assigns => [this];

    public override void Print(CodeText code)
    {
        string value = Role switch
        {
            Role.Plain => Value.Text,
            Role.Derived => $"Derived({Value.Text})",
            _ => $"Sample({Value.Text})",
        };
        string target = Indices.IsEmpty ? $"{Target.Kind.Type} {Target.Name}" : Target.Name + string.Concat(Indices.Select(index => $"[{index}]"));
        code.Line($"{target} = {value};");
    }

    public override IEnumerable<Statement> Shrinks()
    {
        if (Role == Role.Derived) yield return this with { Role = Role.Plain };
        if (Role == Role.LeftOut) yield return this with { Role = Role.Given };
        foreach (var value in Value.Shrinks()) yield return this with { Value = value };
    }

    public override Statement Repaired(HashSet<string> scope)
    {
        var repaired = this with { Value = Value.Repaired(variable => scope.Contains(variable.Name)) };
        scope.Add(Target.Name);
        return repaired;
    }
}

/// <summary><c>foreach (int i in Plate(n))</c>.</summary>
internal sealed record PlateLoop(Variable Index, Extent Extent, ImmutableArray<Statement> Body) : Statement
{
    public override IEnumerable<Expression> Expressions => Body.SelectMany(statement => statement.Expressions);

    public override IEnumerable<Assign> Assigns => Body.SelectMany(statement => statement.Assigns);

    public override void Print(CodeText code)
    {
        foreach (var array in Assigns.Where(assign => !assign.Indices.IsEmpty).Select(assign => assign.Target))
            code.Line($"var {array.Name} = new {array.Kind.Type}[{array.Over[0].Text}];");
        code.Line($"foreach (int {Index.Name} in Plate({Extent.Text}))");
        code.Block(Body);
    }

    public override IEnumerable<Statement> Shrinks() => Shrinks(Body).Select(body => this with { Body = body });

    public override Statement Repaired(HashSet<string> scope)
    {
        var inside = new HashSet<string>(scope) { Index.Name };
        var repaired = this with { Body = Repaired(Body, inside) };
        scope.UnionWith(Assigns.Where(assign => !assign.Indices.IsEmpty).Select(assign => assign.Target.Name));
        return repaired;
    }
}
