namespace ProbModels.Terminal.Tests;

public class PaceTests
{
    [Fact]
    public void Speed_is_unknown_before_the_first_iteration()
    {
        var pace = new Pace();
        pace.Add(TimeSpan.FromSeconds(1), 0, 0);
        Assert.Equal((double.NaN, double.NaN), (pace.IterationsPerSecond, pace.LeapfrogsPerIteration));
    }

    [Fact]
    public void A_young_run_has_its_mean_speed()
    {
        var pace = new Pace();
        pace.Add(TimeSpan.FromSeconds(0.5), 100, 700);
        Assert.Equal((200, 7), (pace.IterationsPerSecond, pace.LeapfrogsPerIteration));
    }

    [Fact]
    public void What_was_long_ago_is_forgotten()
    {
        var pace = new Pace();
        for (int second = 1; second <= 10; second++)
            pace.Add(TimeSpan.FromSeconds(second), 10 * second, 1000 * second);
        for (int second = 11; second <= 20; second++)
            pace.Add(TimeSpan.FromSeconds(second), 100 + 50 * (second - 10), 10_000 + 150 * (second - 10));
        Assert.Equal((50, 3), (pace.IterationsPerSecond, pace.LeapfrogsPerIteration));
    }

    [Fact]
    public void A_chain_that_is_done_keeps_its_last_speed()
    {
        var pace = new Pace();
        for (int second = 1; second <= 20; second++)
            pace.Add(TimeSpan.FromSeconds(second), 10 * Math.Min(second, 5), 0);
        Assert.Equal(10, pace.IterationsPerSecond);
    }
}
