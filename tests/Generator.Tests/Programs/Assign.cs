using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary><c>double a = …;</c> or <c>a[i] = …;</c> with the word of its role.</summary>
/// <param name="Indices">For an array: what stands in its brackets, from the outermost of its loops to the innermost.</param>
internal sealed record Assign(Variable Target, ImmutableArray<string> Indices, Role Role, Expression Value) : Statement
{
    public bool IsObservable => Role is Role.Given or Role.LeftOut;

    public override IEnumerable<Expression> Expressions => [Value];

    public override IEnumerable<(Assign Assign, int Depth)> Assigns => [(this, 0)];

    public override void Print(CodeText code)
    {
        string value = Role switch
        {
            Role.Plain => Value.Text,
            Role.Derived => $"Derived({Value.Text})",
            _ => $"Sample({Value.Text})",
        };
        string target = Indices.IsEmpty ? $"{Target.Type} {Target.Name}" : $"{Target.Name}[{string.Join(", ", Indices)}]";
        code.Line($"{target} = {value};");
    }

    public override IEnumerable<Statement> Shrinks()
    {
        if (Role == Role.Derived) yield return this with { Role = Role.Plain };
        if (Role == Role.LeftOut) yield return this with { Role = Role.Given };
        foreach (var value in Value.Shrinks()) yield return this with { Value = value };
    }

    public override Assign Repaired(HashSet<string> scope)
    {
        var repaired = this with { Value = Value.Repaired(variable => scope.Contains(variable.Name)) };
        scope.Add(Target.Name);
        return repaired;
    }
}
