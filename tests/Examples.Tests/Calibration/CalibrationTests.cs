using System.Globalization;
using EightSchoolsExample;
using StraightLineExample;

namespace ProbModels.Examples.Tests.Calibration;

/// <summary>
/// Simulation-based calibration. Each number's ranks are compared with the uniform distribution at a level of one false alarm in a million; the
/// seeds are fixed, so that a test which passes keeps passing until the code changes. With 200 replications gross errors show; for smaller ones
/// <c>CALIBRATION=5000 dotnet run -c Release --project tests/Examples.Tests -- -class '*CalibrationTests'</c> takes some minutes.
/// </summary>
public class CalibrationTests
{
    private static readonly int Replications =
        Environment.GetEnvironmentVariable("CALIBRATION") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 200;

    private static readonly double[] X = [-1, 0, 1, 2, 3];
    private static readonly double[] Error = [1, 2, 0.5, 1, 3];
    private static readonly double[] Sigma = [15, 10, 16, 11];
    private static readonly int[] WoodOf = [0, 0, 0, 1, 1, 2, 2, 2, 2];

    [Fact]
    public void The_straight_line_is_calibrated() => IsUniform(RankHistogram.Of(Replications, seed => Line(seed, Error)));

    [Fact]
    public void The_eight_schools_are_calibrated() => IsUniform(RankHistogram.Of(Replications, seed =>
    {
        var model = new EightSchoolsModel(Sigma);
        var mock = model.Simulate(seed);
        return ((Posterior<EightSchoolsDraws>)model.Given(mock.Y), (double[])[mock.Mu, mock.Tau, .. mock.ThetaRaw, .. mock.Theta]);
    }));

    [Fact]
    public void Counts_in_groups_are_calibrated() => IsUniform(RankHistogram.Of(Replications, seed =>
    {
        var model = new NestsModel(3, WoodOf);
        var mock = model.Simulate(seed);
        return ((Posterior<NestsDraws>)model.Given(mock.Nests), (double[])[mock.Level, mock.Spread, .. mock.Raw, .. mock.Rate]);
    }));

    /// <summary>Missing years are inferred: their true sizes are ranked as well.</summary>
    [Fact]
    public void A_series_with_gaps_is_calibrated() => IsUniform(RankHistogram.Of(Replications, seed =>
    {
        var model = new PopulationModel(6);
        var mock = model.Simulate(seed);
        double[] size = mock.Size;
        return ((Posterior<PopulationDraws>)model.Given([size[0], null, size[2], size[3], null, null]), (double[])[mock.Pull, mock.Shock, size[1], size[4], size[5]]);
    }));

    [Fact]
    public void Censored_lifetimes_and_a_mixture_are_calibrated() => IsUniform(RankHistogram.Of(Replications, seed =>
    {
        var model = new LifetimesModel(8, end: 3);
        var mock = model.Simulate(seed);
        return ((Posterior<LifetimesDraws>)model.Given(mock.Age, mock.Weight), (double[])[mock.Shape, mock.Scale, mock.Share]);
    }));

    /// <summary>The test of the test: with errors taken for half of what they are, posteriors are too narrow.</summary>
    [Fact]
    public void A_wrong_likelihood_is_found()
    {
        double[] half = [.. Error.Select(error => error / 2)];
        Assert.All(RankHistogram.Of(Replications, seed => Line(seed, half)).ChiSquares(), chiSquare => Assert.True(chiSquare > RankHistogram.OneInAMillion));
    }

    /// <summary>A line simulated with the true errors and inferred with those given.</summary>
    private static (Posterior<StraightLineDraws>, double[]) Line(ulong seed, double[] error)
    {
        var mock = new StraightLineModel(X, Error).Simulate(seed);
        return (new StraightLineModel(X, error).Given(mock.Y), [mock.M, mock.C]);
    }

    private static void IsUniform(RankHistogram histogram) =>
        Assert.All(histogram.ChiSquares(), chiSquare => Assert.InRange(chiSquare, 0, RankHistogram.OneInAMillion));
}
