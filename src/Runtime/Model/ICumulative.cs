namespace ProbModels;

/// <summary>What a distribution over real numbers may offer beside its density: its distribution function, on the scale where tails keep their digits.</summary>
/// <remarks>
/// <c>Truncated</c>, <c>Censored</c> and their like need it. Write the members in the language of
/// <see cref="IDistribution{T}.LogDensity"/>: the compiler reads them. They take any number, infinities included, on the support or off it.
/// </remarks>
public interface ICumulative
{
    /// <summary>log P(X ≤ x); −∞ below the support, 0 above it.</summary>
    double LogCdf(double x);

    /// <summary>log P(X > x); 0 below the support, −∞ above it.</summary>
    double LogSurvival(double x);

    /// <summary>The number x for which P(X ≤ x) is <paramref name="p"/>.</summary>
    /// <param name="p">A probability: 0 gives the lower end of the support, 1 the upper.</param>
    double Quantile(double p);
}
