using System.Numerics;

namespace ProbModels.Tests;

/// <summary>A distribution over integers with one mode.</summary>
internal sealed class CountSpecimen<T>(Type type, double[] arguments) : Specimen(type, arguments)
    where T : struct, IBinaryInteger<T>
{
    private const int Draws = 100_000;

    /// <summary>The masses left out, each below this, sum to far less than what a test can see.</summary>
    private const double Negligible = 1e-18;

    private IDistribution<T> Distribution => (IDistribution<T>)Create([.. Arguments]);

    public override double LogDensityAt(double x) => Distribution.LogDensity(T.CreateChecked(x));

    public override bool SupportContains(double x) => Distribution.Support.Contains(T.CreateChecked(x));

    public override string? Violation(double[] arguments) => ((IDistribution<T>)Create(arguments)).Violation;

    public override double Expectation(Func<double, double> f) => Masses(Distribution).Sum(cell => cell.Value * f(double.CreateChecked(cell.Key)));

    public override void DensityHasMassOne() => Assert.Equal(1, Masses(Distribution).Values.Sum(), 1e-11);

    public override void DrawsAgreeWithTheDensity()
    {
        var distribution = Distribution;
        var masses = Masses(distribution);
        var counts = masses.ToDictionary(cell => cell.Key, _ => 0L);
        foreach (T draw in Sample(distribution))
            counts[draw]++;
        GoodnessOfFit.ChiSquare([.. counts.OrderBy(c => c.Key).Select(c => c.Value)], masses.OrderBy(c => c.Key).Select(c => c.Value));
    }

    public override void DrawsLieInTheSupport()
    {
        var distribution = Distribution;
        Assert.All(Sample(distribution), x =>
        {
            Assert.True(distribution.Support.Contains(x), $"{x} is not {distribution.Support.Rule}");
            Assert.True(double.IsFinite(distribution.LogDensity(x)), $"the log mass is not finite at {x}");
        });
    }

    public override void LogDensityIsFiniteInside()
    {
        var distribution = Distribution;
        for (int x = -1000; x <= 1000; x++)
        {
            // An outcome that is impossible for these arguments has log mass −∞; NaN or +∞ never occur.
            T value = T.CreateChecked(x);
            if (distribution.Support.Contains(value))
                Assert.True(distribution.LogDensity(value) < double.PositiveInfinity, $"the log mass is not a number at {x}");
        }
    }

    /// <summary>The masses around a typical draw, out to where they are negligible or the support ends.</summary>
    private Dictionary<T, double> Masses(IDistribution<T> distribution)
    {
        var masses = new Dictionary<T, double>();
        T typical = Sample(distribution).Order().ElementAt(Draws / 2);
        Walk(typical, T.One);
        Walk(typical - T.One, -T.One);
        return masses;

        void Walk(T x, T step)
        {
            for (; distribution.Support.Contains(x); x += step)
            {
                double mass = Math.Exp(distribution.LogDensity(x));
                if (mass < Negligible) return;
                masses.Add(x, mass);
            }
        }
    }

    private T[] Sample(IDistribution<T> distribution)
    {
        var rng = Rng;
        var draws = new T[Draws];
        for (int i = 0; i < Draws; i++)
            draws[i] = distribution.Draw(ref rng);
        return draws;
    }
}
