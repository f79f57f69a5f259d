using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary><c>a = …;</c> or <c>a += …;</c> for a local that was declared before.</summary>
internal sealed record Update(Variable Target, string Operator, Expression Value) : Statement
{
    public override IEnumerable<Expression> Expressions => [Value];

    public override void Print(CodeText code) => code.Line($"{Target.Name} {Operator} {Value.Text};");

    public override IEnumerable<Statement> Shrinks() => Value.Shrinks().Select(value => this with { Value = value });

    public override Statement? Repaired(HashSet<string> scope) =>
        scope.Contains(Target.Name) ? this with { Value = Value.Repaired(variable => scope.Contains(variable.Name)) } : null;
}

/// <summary><c>if (…)</c> with updates on one side or on both.</summary>
internal sealed record Branch(Expression Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement
{
    public override IEnumerable<Expression> Expressions => Then.Concat(Else).SelectMany(statement => statement.Expressions).Prepend(Condition);

    public override void Print(CodeText code)
    {
        code.Line($"if ({Condition.Text})");
        code.Block(Then);
        if (Else.IsEmpty) return;
        code.Line("else");
        code.Block(Else);
    }

    public override IEnumerable<Statement> Shrinks()
    {
        foreach (var then in Shrinks(Then)) yield return this with { Then = then };
        foreach (var otherwise in Shrinks(Else)) yield return this with { Else = otherwise };
        foreach (var condition in Condition.Shrinks()) yield return this with { Condition = condition };
    }

    public override Statement Repaired(HashSet<string> scope) =>
        new Branch(Condition.Repaired(variable => scope.Contains(variable.Name)), Repaired(Then, scope), Repaired(Else, scope));
}

/// <summary><c>Factor(…);</c></summary>
internal sealed record FactorTerm(Expression Value) : Statement
{
    public override IEnumerable<Expression> Expressions => [Value];

    public override void Print(CodeText code) => code.Line($"Factor({Value.Text});");

    public override IEnumerable<Statement> Shrinks() => Value.Shrinks().Select(value => this with { Value = value });

    public override Statement Repaired(HashSet<string> scope) => new FactorTerm(Value.Repaired(variable => scope.Contains(variable.Name)));
}
