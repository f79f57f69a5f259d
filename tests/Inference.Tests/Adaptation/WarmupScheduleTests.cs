using Xunit;

namespace ProbModels.Tests;

public class WarmupScheduleTests
{
    /// <summary>The last iterations of Stan's windows, worked out by hand from its rule.</summary>
    [Theory]
    [InlineData(1000, 75, new[] { 99, 149, 249, 449, 949 })]
    [InlineData(500, 75, new[] { 99, 149, 249, 449 })]
    [InlineData(200, 75, new[] { 99, 149 })]
    [InlineData(150, 75, new[] { 99 })]
    [InlineData(149, 22, new[] { 134 })]
    [InlineData(100, 15, new[] { 89 })]
    [InlineData(20, 3, new[] { 17 })]
    public void Windows_are_those_of_stan(int length, int firstObserved, int[] ends)
    {
        var schedule = WarmupSchedule.For(length);
        Assert.Equal(ends, schedule.WindowEnds);
        var observed = Enumerable.Range(0, length + 10).Where(schedule.Observes).ToArray();
        Assert.Equal(Enumerable.Range(firstObserved, ends[^1] - firstObserved + 1), observed);
        Assert.Equal(ends, Enumerable.Range(0, length + 10).Where(schedule.EndsWindow));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    public void A_short_warm_up_leaves_the_metric_alone(int length)
    {
        var schedule = WarmupSchedule.For(length);
        Assert.Empty(schedule.WindowEnds);
        Assert.DoesNotContain(Enumerable.Range(0, 30), schedule.Observes);
        Assert.DoesNotContain(Enumerable.Range(0, 30), schedule.EndsWindow);
    }

    [Fact]
    public void No_length_has_a_window_of_fewer_than_fifteen_draws()
    {
        for (int length = 20; length < 3000; length++)
        {
            var schedule = WarmupSchedule.For(length);
            int start = Enumerable.Range(0, length).First(schedule.Observes);
            foreach (int end in schedule.WindowEnds)
            {
                Assert.True(end + 1 - start >= 15, $"warm-up {length}: window from {start} to {end}");
                start = end + 1;
            }
        }
    }
}
