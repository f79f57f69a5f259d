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
}
