using Xunit;

namespace ProbModels.Tests;

public class DualAveragingTests
{
    [Fact]
    public void The_first_steps_follow_the_published_recurrence()
    {
        var step = new DualAveraging(0.8);
        step.Restart(0.5);
        double mu = Math.Log(5), h = 0, average = 0;
        double[] acceptances = [1, 0.2, 0.9];
        for (int t = 1; t <= acceptances.Length; t++)
        {
            // Hoffman and Gelman (2014), algorithm 5, as printed.
            h = (1 - 1 / (t + 10.0)) * h + 1 / (t + 10.0) * (0.8 - acceptances[t - 1]);
            double logStep = mu - Math.Sqrt(t) / 0.05 * h;
            double weight = Math.Pow(t, -0.75);
            average = weight * logStep + (1 - weight) * average;
            step.Observe(acceptances[t - 1]);
            Assert.Equal(Math.Exp(logStep), step.StepSize, 1e-14 * Math.Exp(logStep));
        }
        step.Finish();
        Assert.Equal(Math.Exp(average), step.StepSize, 1e-14);
    }

    [Fact]
    public void The_step_settles_where_the_acceptance_is_the_target()
    {
        var step = new DualAveraging(0.7);
        step.Restart(1);
        // An acceptance that falls with the step as e^(−step): 0.7 at 0.357.
        for (int i = 0; i < 2000; i++)
            step.Observe(Math.Exp(-step.StepSize));
        step.Finish();
        // Dual averaging approaches at a rate of about t^(−1/2): 2 % after 2,000 iterations.
        Assert.Equal(-Math.Log(0.7), step.StepSize, 0.02);
    }

    [Fact]
    public void Without_observations_the_step_stays()
    {
        var step = new DualAveraging(0.8);
        step.Restart(0.25);
        step.Finish();
        Assert.Equal(0.25, step.StepSize);
    }
}
