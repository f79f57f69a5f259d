using Xunit;

namespace ProbModels.Tests;

public class DiagonalAdaptationTests
{
    [Fact]
    public void A_window_gives_the_regularised_variance_of_its_own_draws()
    {
        var adaptation = new DiagonalAdaptation(2);
        Feed(adaptation, [1e6, 0], [-1e6, 0]);
        adaptation.CompleteWindow();
        Feed(adaptation, [1, 10], [2, 10], [6, 10]);
        Assert.True(adaptation.CompleteWindow());
        // s² = 7 and 0 with n = 3: n/(n + 5) s² + 5/(n + 5) 10⁻³.
        var variances = ((DiagonalMetric)adaptation.Metric).Variances;
        Assert.Equal(3.0 / 8 * 7 + 5.0 / 8 * 1e-3, variances[0], 1e-14);
        Assert.Equal(5.0 / 8 * 1e-3, variances[1], 1e-17);
    }

    [Fact]
    public void A_window_of_one_draw_changes_nothing()
    {
        var adaptation = new DiagonalAdaptation(1);
        Feed(adaptation, [5]);
        Assert.False(adaptation.CompleteWindow());
        Assert.Equal([1], ((DiagonalMetric)adaptation.Metric).Variances);
    }

    private static void Feed(DiagonalAdaptation adaptation, params double[][] positions)
    {
        foreach (var position in positions)
        {
            var point = new PhasePoint(new VectorArena(position.Length, PhasePoint.Vectors), index: 0);
            position.CopyTo(point.Position.Span);
            adaptation.Observe(point);
        }
    }
}
