using Xunit;

namespace ProbModels.Tests;

public class SamplingFailureTests
{
    public static TheoryData<SamplerOptions, string> BadOptions => new()
    {
        { new() { Chains = 0 }, "Chains is 0; it must be at least 1." },
        { new() { Warmup = -1 }, "Warmup is -1; it must be 0 or more." },
        { new() { Draws = -5 }, "Draws is -5; it must be 0 or more." },
        { new() { Threads = 0 }, "Threads is 0; it must be at least 1." },
        { new() { TargetAcceptance = 0 }, "TargetAcceptance is 0; it must be between 0 and 1, both excluded." },
        { new() { TargetAcceptance = 1 }, "TargetAcceptance is 1; it must be between 0 and 1, both excluded." },
        { new() { TargetAcceptance = double.NaN }, "TargetAcceptance is NaN; it must be between 0 and 1, both excluded." },
        { new() { MaxTreeDepth = 0 }, "MaxTreeDepth is 0; it must be between 1 and 30." },
        { new() { MaxTreeDepth = 31 }, "MaxTreeDepth is 31; it must be between 1 and 30." },
        { new() { Initial = [[0, 0]] }, "Initial.Count is 1; it must be the number of chains, 4." },
        { new() { Chains = 1, Initial = [[0]] }, "Initial[0].Length is 1; it must be the dimension of Function, 2." },
        { new() { Chains = 1, Initial = [[0, double.NaN]] }, "Initial[0][1] is NaN; it must be finite." },
    };

    [Theory, MemberData(nameof(BadOptions))]
    public void An_option_out_of_range_is_named_with_its_value_and_its_rule(SamplerOptions options, string message)
        => Assert.Contains(message, Assert.Throws<ArgumentException>(() => Targets.Normal(1, 1).Sample(options)).Message);

    [Theory]
    [InlineData(double.NegativeInfinity, "the log density is -Infinity")]
    [InlineData(double.NaN, "the log density is NaN")]
    public void A_posterior_without_a_start_says_what_each_site_contributes(double logDensity, string what)
    {
        var posterior = new ExplainedPosterior((_, _) => logDensity);
        string message = Assert.Throws<SamplingException>(() => posterior.Sample()).Message;
        Assert.Contains("Function: no start for chain 0 in 100 tries", message);
        Assert.Contains(what, message);
        Assert.Contains("  slope: -1.5", message);
        Assert.Contains("  y: NaN (y[3]: scale is -1; it must be positive)", message);
    }

    [Fact]
    public void A_gradient_that_is_not_finite_makes_no_start()
    {
        var posterior = new FunctionPosterior(2, (_, gradient) =>
        {
            (gradient[0], gradient[1]) = (0, double.NaN);
            return 0;
        });
        Assert.Contains("its derivative in coordinate 1 is NaN", Assert.Throws<SamplingException>(() => posterior.Sample()).Message);
    }

    [Fact]
    public void An_initial_position_without_density_is_refused()
    {
        var posterior = new FunctionPosterior(1, (position, gradient) =>
        {
            gradient[0] = -1;
            return position[0] > 0 ? -position[0] : double.NegativeInfinity;
        });
        string message = Assert.Throws<SamplingException>(() => posterior.Sample(new() { Chains = 2, Initial = [[1], [-1]] })).Message;
        Assert.Contains("the initial position of chain 1 cannot be used", message);
    }

    [Fact]
    public void An_exception_of_the_posterior_reaches_the_caller_from_any_thread()
    {
        var posterior = new FunctionPosterior(1, (_, _) => throw new InvalidTimeZoneException("mine"));
        Assert.Equal("mine", Assert.Throws<InvalidTimeZoneException>(() => posterior.Sample(new() { Threads = 3 })).Message);
    }

    [Fact]
    public void A_posterior_that_is_not_a_number_in_places_is_sampled_with_advice_that_names_the_site()
    {
        var posterior = new ExplainedPosterior((position, gradient) =>
        {
            gradient[0] = -position[0];
            return position[0] > 1 ? double.NaN : -0.5 * position[0] * position[0];
        });
        var fit = posterior.Sample(new() { Seed = 2 });
        Assert.True(fit.Statistics.Divergences > 0);
        Assert.Contains(fit.Advice, advice => advice.Kind == AdviceKind.Divergences && advice.Count == fit.Statistics.Divergences);
        var nan = Assert.Single(fit.Advice, advice => advice.Kind == AdviceKind.NotANumber);
        Assert.Contains("at first in y (y[3]: scale is -1; it must be positive)", nan.Message);
        Assert.All(fit.Draws[0].ToArray(), x => Assert.True(x <= 1));
    }

    private sealed class ExplainedPosterior(LogDensityWithGradient function) : FunctionPosterior(1, function)
    {
        public override IReadOnlyList<SiteContribution> Explain(ReadOnlySpan<double> position)
            => [new("slope", -1.5, null), new("y", double.NaN, "y[3]: scale is -1; it must be positive")];
    }
}
