namespace ProbModels.Tests;

/// <summary>Sites without a model, for results that are made up.</summary>
internal sealed class CannedPosterior : Posterior<DrawStore>
{
    public CannedPosterior((string Name, SiteShape Shape)[] sites, params string[] rules)
    {
        int offset = 0;
        var list = new List<Site>();
        foreach (var (name, shape) in sites)
        {
            list.Add(new Site(name, SiteKind.Latent, shape, offset));
            offset += list[^1].Length;
        }
        (Sites, Rules) = (list, rules);
    }

    public override string ModelName => "Canned";

    public override int Dimension => RecordLength;

    public override IReadOnlyList<Site> Sites { get; }

    public override IReadOnlyList<string> Rules { get; }

    public override double LogDensity(ReadOnlySpan<double> position, Workspace workspace) => throw new NotSupportedException();

    public override double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace) => throw new NotSupportedException();

    public override void Constrain(ReadOnlySpan<double> position, Span<double> record, Workspace workspace) => throw new NotSupportedException();

    public override void Unconstrain(ReadOnlySpan<double> record, Span<double> position) => throw new NotSupportedException();

    public override DrawStore Read(DrawStore store) => store;

    /// <summary>A fit with the given draws.</summary>
    public static Fit<DrawStore> Fit(CannedPosterior posterior, DrawStore store, SamplerStatistics? statistics = null, long[]? rejections = null, long[]? early = null)
        => new(posterior, new SamplingRun
        {
            Options = new() { Warmup = 7, MaxTreeDepth = 9 },
            Seed = 42,
            Store = store,
            Statistics = statistics ?? new(store.Chains, store.Draws),
            Gradients = 123_456,
            Elapsed = TimeSpan.FromSeconds(1.5),
            Rejections = rejections ?? new long[posterior.Rules.Count],
            WarmupRejections = early ?? new long[posterior.Rules.Count],
            NaNs = 0,
            NaNPosition = null,
        });
}
