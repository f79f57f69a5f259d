namespace ProbModels.Tests;

/// <summary>A distribution over real numbers, seen through the transform of its support: a density on the whole line.</summary>
internal sealed class ContinuousSpecimen(Type type, double[] arguments) : Specimen(type, arguments)
{
    private const int Draws = 100_000;

    private IDistribution<double> Distribution => (IDistribution<double>)Create([.. Arguments]);

    public override double LogDensityAt(double x) => Distribution.LogDensity(x);

    public override bool SupportContains(double x) => Distribution.Support.Contains(x);

    public override string? Violation(double[] arguments) => ((IDistribution<double>)Create(arguments)).Violation;

    public override void DensityHasMassOne() =>
        // The quadrature is good to 1e-12 or so, where tails are not heavier than Cauchy's.
        Assert.Equal(1, Quadrature.Integrate(StandardisedDensity(out _), double.NegativeInfinity, double.PositiveInfinity), 1e-9);

    public override double Expectation(Func<double, double> f)
    {
        var density = StandardisedDensity(out _, out var value);
        return Quadrature.Integrate(z => density(z) is > 0 and var p ? p * f(value(z)) : 0, double.NegativeInfinity, double.PositiveInfinity);
    }

    public override void DrawsAgreeWithTheDensity()
    {
        var density = StandardisedDensity(out var standardised);
        GoodnessOfFit.KolmogorovSmirnovByDensity(standardised, density);
    }

    public override void DrawsLieInTheSupport()
    {
        var distribution = Distribution;
        Assert.All(Sample(distribution), x =>
        {
            Assert.True(distribution.Support.Contains(x), $"{x:R} is not {distribution.Support.Rule}");
            Assert.True(double.IsFinite(distribution.LogDensity(x)), $"the log density is not finite at {x:R}");
        });
    }

    public override void LogDensityIsFiniteInside()
    {
        var distribution = Distribution;
        var support = Assert.IsAssignableFrom<RealSupport>(distribution.Support);
        for (double q = -300; q <= 300; q += 1.7)
        {
            double x = support.Constrain(q, out double logJacobian);
            Assert.True(double.IsFinite(logJacobian));

            // The transform may round to a bound that does not belong to the support; such a proposal is rejected.
            if (support.Contains(x)) Assert.True(double.IsFinite(distribution.LogDensity(x)), $"the log density is not finite at {x:R}");
        }
    }

    /// <summary>
    /// The density of (q − centre) / width, where q are the unconstrained draws, centre their median and width their quartile distance.
    /// </summary>
    private Func<double, double> StandardisedDensity(out double[] standardised) => StandardisedDensity(out standardised, out _);

    /// <param name="standardised">The unconstrained draws on that scale.</param>
    /// <param name="value">The value of the distribution at a point of that scale.</param>
    private Func<double, double> StandardisedDensity(out double[] standardised, out Func<double, double> value)
    {
        var distribution = Distribution;
        var support = (RealSupport)distribution.Support;
        var unconstrained = Sample(distribution).Select(support.Unconstrain).Order().ToArray();
        double centre = unconstrained[Draws / 2], width = unconstrained[3 * Draws / 4] - unconstrained[Draws / 4];
        standardised = Array.ConvertAll(unconstrained, q => (q - centre) / width);
        value = z => support.Constrain(centre + width * z, out _);
        return z =>
        {
            // Far out the transform overflows or rounds to a bound; no mass that counts lies there.
            double x = support.Constrain(centre + width * z, out double logJacobian);
            return support.Contains(x) ? width * Math.Exp(distribution.LogDensity(x) + logJacobian) : 0;
        };
    }

    private double[] Sample(IDistribution<double> distribution)
    {
        var rng = Rng;
        return Tests.Sample.Of(Draws, () => distribution.Draw(ref rng));
    }
}
