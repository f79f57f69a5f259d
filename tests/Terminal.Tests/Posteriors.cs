namespace ProbModels.Terminal.Tests;

/// <summary>The standard normal distribution in one dimension.</summary>
internal class StandardNormal : Posterior<DrawStore>
{
    public override string ModelName => GetType().Name;

    public override int Dimension => 1;

    public override IReadOnlyList<Site> Sites { get; } = SiteTable.Build(("x", SiteKind.Latent, null));

    public override IReadOnlyList<string> Rules => [];

    public override double LogDensity(ReadOnlySpan<double> position, Workspace workspace) => -position[0] * position[0] / 2;

    public override double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace)
    {
        gradient[0] = -position[0];
        return LogDensity(position, workspace);
    }

    public override void Constrain(ReadOnlySpan<double> position, Span<double> record, Workspace workspace) => position.CopyTo(record);

    public override void Unconstrain(ReadOnlySpan<double> record, Span<double> position) => record.CopyTo(position);

    public override DrawStore Read(DrawStore store) => store;
}

/// <summary>A density that is nowhere positive: no chain finds a start.</summary>
internal sealed class Nowhere : StandardNormal
{
    public override double LogDensity(ReadOnlySpan<double> position, Workspace workspace) => double.NegativeInfinity;
}
