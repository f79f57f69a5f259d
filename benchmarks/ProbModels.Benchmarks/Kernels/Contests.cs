namespace ProbModels.Benchmarks;

/// <summary>The models that are measured, by name.</summary>
internal static class Contests
{
    /// <summary>One size, or two, of each model.</summary>
    public static IReadOnlyDictionary<string, Func<Contest>> Standard { get; } = new Dictionary<string, Func<Contest>>
    {
        ["line 20"] = () => Line.Bind(20),
        ["line 100000"] = () => Line.Bind(100_000),
        ["eight schools"] = Schools.Bind,
        ["stars 5 x 20"] = () => Stars.Bind(clusters: 5, stars: 100),
        ["stars 20 x 500"] = () => Stars.Bind(clusters: 20, stars: 10_000),
        ["logistic 10000 x 20"] = () => Outcomes.Bind(rows: 10_000, columns: 20),
        ["linear 10000 x 20"] = () => Responses.Bind(rows: 10_000, columns: 20),
        ["Poisson mixed 50000 in 1000"] = () => Visits.Bind(rows: 50_000, groups: 1_000),
        ["volatility 1000"] = () => Market.Bind(days: 1_000),
    };

    /// <summary>The line from 10 points to 10⁷, logistic regression of 200,000 numbers in 1 column to 200, the Poisson mixed model of 100,000 rows in 1 group to 10⁵.</summary>
    public static IReadOnlyDictionary<string, Func<Contest>> Scaling { get; } =
        Vary("line N = ", [10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000], points => Line.Bind(points))
            .Concat(Vary("logistic P = ", [1, 2, 5, 10, 20, 50, 100, 200], columns => Outcomes.Bind(200_000 / columns, columns)))
            .Concat(Vary("Poisson mixed G = ", [1, 10, 100, 1_000, 10_000, 100_000], groups => Visits.Bind(rows: 100_000, groups)))
            .ToDictionary();

    private static IEnumerable<KeyValuePair<string, Func<Contest>>> Vary(string name, int[] sizes, Func<int, Contest> bind) =>
        sizes.Select(size => KeyValuePair.Create(name + size, () => bind(size)));
}
