using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>One of two distributions: p(x) = weight · first(x) + (1 − weight) · second(x). Outliers, subgroups.</summary>
/// <typeparam name="A">The first distribution.</typeparam>
/// <typeparam name="B">The second distribution; a mixture itself where there are three or more.</typeparam>
/// <param name="weight">The probability of the first; 0 and 1 are allowed.</param>
/// <param name="first">The first distribution.</param>
/// <param name="second">The second distribution.</param>
/// <remarks>Where the supports differ a distribution counts as 0 off its own. Which of the two a value is from is summed over, never drawn.</remarks>
[Distribution]
public readonly partial struct Mixture<A, B>([Between(0, 1)] double weight, A first, B second) : IDistribution<double>
    where A : struct, IDistribution<double>
    where B : struct, IDistribution<double>
{
    /// <inheritdoc/>
    public double LogDensity([SupportOf(nameof(first))] double x)
    {
        double ofFirst = first.Support.Contains(x) ? first.LogDensity(x) : double.NegativeInfinity;
        double ofSecond = second.Support.Contains(x) ? second.LogDensity(x) : double.NegativeInfinity;
        return LogAddExp(Log(weight) + ofFirst, Log1p(-weight) + ofSecond);
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => rng.NextOpen() < weight ? first.Draw(ref rng) : second.Draw(ref rng);

    /// <inheritdoc/>
    public Support<double> Support
    {
        get
        {
            var (a, b) = (first.Support, second.Support);
            if (a is not RealSupport wholeOfFirst || b is not RealSupport wholeOfSecond) return new Either(a, b);
            if (wholeOfFirst.Rule == wholeOfSecond.Rule) return wholeOfFirst;
            var span = Supports.Span(Min(wholeOfFirst.Low, wholeOfSecond.Low), Max(wholeOfFirst.High, wholeOfSecond.High));
            return new Restricted($"{a.Rule}, or {b.Rule}", span, x => a.Contains(x) || b.Contains(x));
        }
    }

    /// <inheritdoc/>
    public string? Violation =>
        ParameterRule.Check(weight is >= 0 and <= 1, nameof(weight), weight, "between 0 and 1") ?? first.Violation ?? second.Violation;

    /// <summary>The values of either of two sets of which one has no transform.</summary>
    private sealed class Either(Support<double> a, Support<double> b) : Support<double>
    {
        public override string Rule => $"{a.Rule}, or {b.Rule}";

        public override bool Contains(double value) => a.Contains(value) || b.Contains(value);
    }
}
