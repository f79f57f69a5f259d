using Xunit;

namespace ProbModels.Tests;

public class StepSizeSearchTests
{
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1)]
    [InlineData(1e4)]
    public void The_step_found_is_of_the_order_of_the_scale(double scale)
        // A leapfrog on a normal distribution is stable below two standard deviations.
        => Assert.InRange(Search(Targets.Normal(scale, scale)) / scale, 0.05, 4);

    [Fact]
    public void A_flat_posterior_is_called_improper()
        => Assert.Contains("improper", Assert.Throws<SamplingException>(() => Search(new FunctionPosterior(1, (_, gradient) =>
        {
            gradient.Clear();
            return 0;
        }))).Message);

    [Fact]
    public void A_log_density_that_falls_at_once_is_called_discontinuous()
    {
        bool first = true;
        var posterior = new FunctionPosterior(1, (_, gradient) =>
        {
            gradient.Clear();
            (double value, first) = (first ? 0 : -1e6, false);
            return value;
        });
        Assert.Contains("discontinuous", Assert.Throws<SamplingException>(() => Search(posterior)).Message);
    }

    private static double Search(FunctionPosterior posterior)
    {
        var hamiltonian = new Hamiltonian(posterior, posterior.CreateWorkspace(), new DiagonalMetric(posterior.Dimension));
        var points = new PhasePointPool(new VectorArena(posterior.Dimension, 2 * PhasePoint.Vectors), 2);
        var (start, scratch) = (points.Take(), points.Take());
        hamiltonian.Evaluate(start);
        return StepSizeSearch.Run(hamiltonian, start, scratch, 1, RandomStreams.Transitions(seed: 1, chain: 0));
    }
}
