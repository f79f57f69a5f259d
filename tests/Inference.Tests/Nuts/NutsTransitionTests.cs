using Xunit;

namespace ProbModels.Tests;

public class NutsTransitionTests
{
    /// <summary>
    /// From an exact draw a transition leads to an exact draw, and the pair is as likely in reverse, whatever the step size: also for steps so long
    /// that trajectories are rough, and for trajectories that are cut short. Wrong turning, selection or reversal shows here even where
    /// long-run means would hide it.
    /// </summary>
    [Theory]
    [InlineData(1, 0.05, 0.3)]
    [InlineData(2, 0.05, 0.9)]
    [InlineData(3, 0.2, 1.2)]
    [InlineData(10, 0.02, 0.3)]
    [InlineData(10, 0.2, 1.6)]
    [InlineData(10, 1, 2)]
    public void A_transition_keeps_the_target_and_is_reversible(int maxDepth, double shortest, double longest)
    {
        const int Replicates = 600_000, FineSide = 12, CoarseSide = 4;
        var (transition, hamiltonian) = Make(BentGumbel.Posterior, maxDepth, [0.6, 1.7]);
        var starts = new Philox(seed: 17, stream: (ulong)maxDepth);
        var rng = Random(17);
        var after = new long[FineSide * FineSide];
        var pairs = new long[CoarseSide * CoarseSide, CoarseSide * CoarseSide];

        var state = transition.Points.Take();
        for (int i = 0; i < Replicates; i++)
        {
            BentGumbel.Draw(state.Position.Span, ref starts);
            hamiltonian.Evaluate(state);
            int from = BentGumbel.Cell(state.Position.Span, CoarseSide);
            double stepSize = shortest * Math.Pow(longest / shortest, starts.NextOpen());
            transition.Run(ref state, stepSize, rng);
            after[BentGumbel.Cell(state.Position.Span, FineSide)]++;
            pairs[from, BentGumbel.Cell(state.Position.Span, CoarseSide)]++;
        }
        ChiSquare.AssertUniform(after);
        ChiSquare.AssertSymmetric(pairs);
    }

    [Theory]
    [InlineData(10, 0.1)]
    [InlineData(10, 0.7)]
    [InlineData(4, 0.02)]
    public void Draws_are_those_of_the_recursive_form(int maxDepth, double stepSize)
    {
        double[] scales = [0.3, 1, 1, 2, 5, 0.7, 1.3, 0.9, 3, 1, 2];
        foreach (var posterior in (FunctionPosterior[])[BentGumbel.Posterior, Targets.Normal(scales), Targets.Autoregressive(9, 0.95), Targets.Funnel(3, 1.5)])
        {
            var variances = scales[..posterior.Dimension];
            var (transition, hamiltonian) = Make(posterior, maxDepth, variances);
            var (_, another) = Make(posterior, maxDepth, variances);
            var recursive = new RecursiveNuts(another, posterior.Dimension, maxDepth);
            var (rng, otherRng) = (Random(5), Random(5));
            var state = transition.Points.Take();
            hamiltonian.Evaluate(state);
            var other = new PhasePoint(new VectorArena(posterior.Dimension, PhasePoint.Vectors), index: 0);
            another.Evaluate(other);
            for (int i = 0; i < 400; i++)
            {
                var statistics = transition.Run(ref state, stepSize, rng);
                (other, int leapfrogs, int depth) = recursive.Run(other, stepSize, otherRng);
                Assert.Equal((leapfrogs, depth), (statistics.Leapfrogs, statistics.Depth));
                Assert.Equal(other.Position.Span, state.Position.Span);
            }
        }
    }

    [Fact]
    public void A_transition_allocates_nothing_and_gives_all_points_back()
    {
        var (transition, hamiltonian) = Make(Targets.Autoregressive(30, 0.9), 10);
        var rng = Random(3);
        var state = transition.Points.Take();
        int free = transition.Points.FreeCount;
        hamiltonian.Evaluate(state);
        transition.Run(ref state, 0.1, rng);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int leapfrogs = 0;
        for (int i = 0; i < 200; i++)
            // Steps of 1 diverge, steps of 0.001 are cut at the greatest depth.
            leapfrogs += transition.Run(ref state, i % 3 == 0 ? 1 : i % 3 == 1 ? 0.1 : 0.001, rng).Leapfrogs;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(leapfrogs > 10_000);
        Assert.Equal(free, transition.Points.FreeCount);
    }

    [Fact]
    public void A_trajectory_is_cut_at_the_greatest_depth()
    {
        var (transition, hamiltonian) = Make(Targets.Normal(1), 6);
        var rng = Random(3);
        var state = transition.Points.Take();
        hamiltonian.Evaluate(state);
        var statistics = transition.Run(ref state, 1e-4, rng);
        Assert.Equal((6, 63), (statistics.Depth, statistics.Leapfrogs));
        Assert.False(statistics.Divergent);
        Assert.Equal(1, statistics.Acceptance, 1e-6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public void A_log_density_that_is_not_finite_is_a_divergence_and_never_the_draw(double bad)
    {
        var posterior = new FunctionPosterior(1, (position, gradient) =>
        {
            gradient[0] = -position[0];
            return position[0] > 0.5 ? bad : -0.5 * position[0] * position[0];
        });
        var (transition, hamiltonian) = Make(posterior, 10);
        var rng = Random(3);
        var state = transition.Points.Take();
        hamiltonian.Evaluate(state);
        int divergences = 0;
        for (int i = 0; i < 1000; i++)
        {
            if (transition.Run(ref state, 0.3, rng).Divergent) divergences++;
            Assert.True(state.Position.Span[0] <= 0.5);
        }
        Assert.InRange(divergences, 100, 900);
    }

    [Fact]
    public void A_fall_in_energy_beyond_what_an_exponential_holds_is_taken()
    {
        // From the far tail nearly every point is e^(thousands) times as likely as the start.
        var (transition, hamiltonian) = Make(Targets.Normal(1), 10);
        var rng = Random(3);
        var state = transition.Points.Take();
        state.Position.Span[0] = 3000;
        hamiltonian.Evaluate(state);
        // Steps beyond the limit of stability of 2 gain energy without bound; just within it they gain and lose much of it.
        for (int i = 0; i < 200; i++)
        {
            var statistics = transition.Run(ref state, 1.99, rng);
            Assert.True(double.IsFinite(state.Energy) && statistics.Acceptance is >= 0 and <= 1);
        }
        Assert.True(Math.Abs(state.Position.Span[0]) < 3000);
    }

    private static (NutsTransition Transition, Hamiltonian Hamiltonian) Make(Posterior posterior, int maxDepth, double[]? variances = null)
    {
        var metric = new DiagonalMetric(posterior.Dimension);
        if (variances is not null) metric.Variances = variances;
        var hamiltonian = new Hamiltonian(posterior, posterior.CreateWorkspace(), metric);
        return (new(hamiltonian, posterior.Dimension, maxDepth), hamiltonian);
    }

    private static ChainRandom Random(ulong seed) => RandomStreams.Transitions(seed, chain: 0);
}
