namespace ProbModels.Tests;

/// <summary>A log density with its gradient, written as a function of the position.</summary>
internal delegate double LogDensityWithGradient(ReadOnlySpan<double> position, Span<double> gradient);

/// <summary>A posterior on unbounded coordinates, one site <c>x</c>.</summary>
internal class FunctionPosterior(int dimension, LogDensityWithGradient function) : Posterior<VectorDraws>
{
    public override string ModelName => "Function";

    public override int Dimension => dimension;

    public override IReadOnlyList<Site> Sites { get; } = [new Site("x", SiteKind.Latent, [dimension], 0)];

    public override IReadOnlyList<string> Rules => [];

    public override double LogDensity(ReadOnlySpan<double> position, Workspace workspace)
        => function(position, new double[dimension]);

    public override double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace)
        => function(position, gradient);

    public override void Constrain(ReadOnlySpan<double> position, Span<double> record, Workspace workspace) => position.CopyTo(record);

    public override void Unconstrain(ReadOnlySpan<double> record, Span<double> position) => record.CopyTo(position);

    public override VectorDraws Read(DrawStore store) => new(store, 0, dimension);
}
