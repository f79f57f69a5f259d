using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>A static method without sites that a model calls, in a class of its own.</summary>
internal sealed record Method(string Name, ImmutableArray<Variable> Parameters, ImmutableArray<Statement> Body, Expression Result)
{
    public IEnumerable<Expression> Expressions => Body.SelectMany(statement => statement.Expressions).Append(Result);

    /// <summary>The expression that calls the method.</summary>
    public Expression Call(ImmutableArray<Expression> arguments) =>
        new(Result.Kind, $"{Name}.Of({string.Join(", ", Parameters.Select((_, i) => $"{{{i}}}"))})", arguments, Calls: Name);

    public void Print(CodeText code)
    {
        string parameters = string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        code.Line($"public static class {Name}");
        code.Block(() =>
        {
            if (Body.IsEmpty)
            {
                code.Line($"public static {Result.Kind.Type} Of({parameters}) => {Result.Text};");
                return;
            }

            code.Line($"public static {Result.Kind.Type} Of({parameters})");
            code.Block(() =>
            {
                foreach (var statement in Body) statement.Print(code);
                code.Line($"return {Result.Text};");
            });
        });
    }

    public IEnumerable<Method> Shrinks()
    {
        foreach (var body in Statement.Shrinks(Body)) yield return this with { Body = body };
        foreach (var result in Result.Shrinks()) yield return this with { Result = result };
    }

    public Method Repaired()
    {
        var scope = Parameters.Select(parameter => parameter.Name).ToHashSet();
        var body = Statement.Repaired(Body, scope);
        return this with { Body = body, Result = Result.Repaired(variable => scope.Contains(variable.Name)) };
    }
}
