using System.Collections.Immutable;
using System.Globalization;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>A model as a user might write it, with the data that it is bound to and conditioned on.</summary>
/// <param name="Name">Of its method.</param>
/// <param name="Seed">Of its data.</param>
/// <param name="Sizes">What each extent is.</param>
internal sealed record RandomProgram(string Name, ulong Seed, ImmutableArray<Statement> Body, ImmutableArray<Method> Methods, ImmutableDictionary<string, int> Sizes)
{
    private Data Data => new(Seed, Sizes);

    private IEnumerable<Assign> Assigns => Body.SelectMany(statement => statement.Assigns).Select(item => item.Assign);

    private IEnumerable<Assign> Observables => Assigns.Where(assign => assign.IsObservable);

    /// <summary>The arguments of the generated class's constructor.</summary>
    public object[] Inputs => [.. Parameters.Select(parameter => parameter.Value)];

    /// <summary>The arguments of <c>Given</c>; null for what is left out.</summary>
    public object?[] Observations => [.. Observables.Select(observable => observable.Role == Role.Given ? Data.WithGaps(observable.Target) : null)];

    /// <summary>The methods that are called.</summary>
    private IEnumerable<Method> Called
    {
        get
        {
            var called = Body.SelectMany(Calls).ToHashSet();

            // A method calls only those made before it.
            foreach (var method in Methods.Reverse().Where(method => called.Contains(method.Name))) called.UnionWith(method.Expressions.SelectMany(Calls));
            return Methods.Where(method => called.Contains(method.Name));
        }
    }

    /// <summary>Inputs are declared by their use.</summary>
    private IEnumerable<(string Type, string Name, object Value)> Parameters
    {
        get
        {
            var read = Body.SelectMany(statement => statement.Expressions).SelectMany(expression => expression.All).ToList();
            var variables = read.Select(expression => expression.Reads).OfType<Variable>().Where(variable => variable.IsInput).DistinctBy(variable => variable.Name).ToList();
            var extents = Body.SelectMany(statement => statement.Extents)
                .Concat(read.SelectMany(expression => expression.Reads?.Over ?? []))
                .Concat(read.SelectMany(expression => new[] { expression.Kind.Into, expression.Reads?.Kind.Into }).OfType<Extent>())
                .Distinct();
            return extents.Select(extent => (extent.IsMeasured ? "double[]" : "int", extent.Name, Data.Of(extent)))
                .Concat(variables.Select(variable => (variable.Type, variable.Name, Data.Of(variable))));
        }
    }

    /// <summary>The file that declares the model and the methods that it calls.</summary>
    public string Source
    {
        get
        {
            var code = new CodeText();
            code.Line($"namespace Random.{Name}s;");
            code.Line();
            code.Line("public static class Models");
            code.Block(() =>
            {
                var observables = Observables.Select(assign => assign.Target).ToList();
                string type = observables.Count switch
                {
                    0 => "void",
                    1 => observables[0].Type,
                    _ => $"({string.Join(", ", observables.Select(observable => $"{observable.Type} {observable.Name}"))})",
                };
                code.Line("[Model]");
                code.Line($"public static {type} {Name}({string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})");
                code.Block(() =>
                {
                    foreach (var statement in Body) statement.Print(code);
                    string names = string.Join(", ", observables.Select(observable => observable.Name));
                    if (observables.Count > 0) code.Line($"return {(observables.Count == 1 ? names : $"({names})")};");
                });
            });
            foreach (var method in Called)
            {
                code.Line();
                method.Print(code);
            }

            return code.ToString();
        }
    }

    /// <summary>Smaller programs, those with most taken away first.</summary>
    public IEnumerable<RandomProgram> Shrinks()
    {
        foreach (var body in Statement.Shrinks(Body)) yield return this with { Body = Statement.Repaired(body, InputNames) };
        foreach (var (name, size) in Sizes)
            foreach (int smaller in new[] { 1, size / 2, size - 1 }.Where(smaller => smaller >= 1 && smaller < size).Distinct())
                yield return this with { Sizes = Sizes.SetItem(name, smaller) };
        foreach (var method in Called.ToList())
            foreach (var smaller in method.Shrinks())
                yield return this with { Methods = Methods.Replace(method, smaller.Repaired()) };
    }

    public override string ToString() => string.Join(
        "\n",
        Parameters.Select(parameter => $"{parameter.Type} {parameter.Name} = {Show(parameter.Value)}")
            .Concat(Observables.Zip(Observations).Select(item => $"given {item.First.Target.Name} = {Show(item.Second)}"))
            .Append(Source));

    private HashSet<string> InputNames => [.. Parameters.Select(parameter => parameter.Name)];

    private static IEnumerable<string> Calls(Statement statement) => statement.Expressions.SelectMany(Calls);

    private static IEnumerable<string> Calls(Expression expression) => expression.All.Select(inner => inner.Calls).OfType<string>();

    private static string Show(object? value) => value switch
    {
        null => "null",
        Array { Rank: 2 } table => $"{table.GetLength(0)} x {table.GetLength(1)} of [{string.Join(", ", table.Cast<object>().Select(Show))}]",
        Array array => $"[{string.Join(", ", array.Cast<object>().Select(Show))}]",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
