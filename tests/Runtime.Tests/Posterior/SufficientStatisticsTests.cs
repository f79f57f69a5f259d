namespace ProbModels.Tests;

public class SufficientStatisticsTests
{
    [Fact]
    public void Two_ways_that_round_differently_agree() =>
        Assert.True(SufficientStatistics.Agree(new Parabola(1), new Parabola(1 + 1e-14)));

    [Fact]
    public void A_difference_of_less_than_a_millionth_of_a_millionth_is_let_pass_and_more_is_not()
    {
        Assert.True(SufficientStatistics.Agree(new Parabola(1), new Parabola(1 + 5e-13)));
        Assert.False(SufficientStatistics.Agree(new Parabola(1), new Parabola(1 + 2e-12)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Each_partial_derivative_counts(int coordinate)
    {
        double[] factors = [1, 1];
        factors[coordinate] = 1 + 1e-11;
        Assert.False(SufficientStatistics.Agree(new Parabola(1), new Parabola(1) { Factors = factors }));
    }

    [Fact]
    public void Without_its_gradient_the_log_density_counts_too() =>
        Assert.False(SufficientStatistics.Agree(new Parabola(1), new Parabola(1) { Alone = 1 + 1e-11 }));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_finite_element_by_element_must_be_finite_in_both(double curvature) =>
        Assert.False(SufficientStatistics.Agree(new Parabola(1), new Parabola(curvature)));

    [Fact]
    public void Where_nothing_is_finite_nothing_is_known() =>
        Assert.False(SufficientStatistics.Agree(new Parabola(double.NaN), new Parabola(double.NaN)));

    /// <summary>−a (p² + q²) / 2, with errors where they are asked for.</summary>
    private sealed class Parabola(double curvature) : Posterior
    {
        public double[] Factors { get; init; } = [1, 1];

        public double Alone { get; init; } = 1;

        public override string ModelName => "Parabola";

        public override int Dimension => 2;

        public override IReadOnlyList<Site> Sites => [];

        public override IReadOnlyList<string> Rules => [];

        public override double LogDensity(ReadOnlySpan<double> position, Workspace workspace) => Alone * Value(position);

        public override double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace)
        {
            for (int i = 0; i < 2; i++) gradient[i] = -curvature * Factors[i] * position[i];
            return Value(position);
        }

        public override void Constrain(ReadOnlySpan<double> position, Span<double> record, Workspace workspace) => throw new NotSupportedException();

        public override void Unconstrain(ReadOnlySpan<double> record, Span<double> position) => throw new NotSupportedException();

        private double Value(ReadOnlySpan<double> position) => -0.5 * curvature * (position[0] * position[0] + position[1] * position[1]);
    }
}
