namespace ProbModels;

/// <content>Factories of the distributions that are made of others, so that <c>Truncated(Normal(mu, sd), 0, 5)</c> needs no type arguments.</content>
public static partial class Distributions
{
    /// <inheritdoc cref="global::ProbModels.Truncated{D}"/>
    [DistributionFactory]
    public static Truncated<D> Truncated<D>(D inner, double low, double high)
        where D : struct, IDistribution<double>, ICumulative
        => new(inner, low, high);

    /// <inheritdoc cref="global::ProbModels.LeftTruncated{D}"/>
    [DistributionFactory]
    public static LeftTruncated<D> LeftTruncated<D>(D inner, double low)
        where D : struct, IDistribution<double>, ICumulative
        => new(inner, low);

    /// <inheritdoc cref="global::ProbModels.RightTruncated{D}"/>
    [DistributionFactory]
    public static RightTruncated<D> RightTruncated<D>(D inner, double high)
        where D : struct, IDistribution<double>, ICumulative
        => new(inner, high);

    /// <inheritdoc cref="global::ProbModels.Censored{D}"/>
    [DistributionFactory]
    public static Censored<D> Censored<D>(D inner, double low, double high)
        where D : struct, IDistribution<double>, ICumulative
        => new(inner, low, high);

    /// <inheritdoc cref="global::ProbModels.LeftCensored{D}"/>
    [DistributionFactory]
    public static LeftCensored<D> LeftCensored<D>(D inner, double low)
        where D : struct, IDistribution<double>, ICumulative
        => new(inner, low);

    /// <inheritdoc cref="global::ProbModels.RightCensored{D}"/>
    [DistributionFactory]
    public static RightCensored<D> RightCensored<D>(D inner, double high)
        where D : struct, IDistribution<double>, ICumulative
        => new(inner, high);

    /// <inheritdoc cref="global::ProbModels.Mixture{A, B}"/>
    [DistributionFactory]
    public static Mixture<A, B> Mixture<A, B>(double weight, A first, B second)
        where A : struct, IDistribution<double>
        where B : struct, IDistribution<double>
        => new(weight, first, second);
}
