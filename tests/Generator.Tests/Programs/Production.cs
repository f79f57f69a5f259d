namespace ProbModels.Generator.Tests.Programs;

/// <summary>A way to make an expression of one kind from others: a row in a table.</summary>
internal sealed record Production(Kind Result, string Format, params Kind[] Parts)
{
    /// <summary>Arithmetic and every function of the language, each with arguments from its domain.</summary>
    public static IReadOnlyList<Production> Expressions { get; } =
    [
        new(Kind.Real, "({0} + {1})", Kind.Real, Kind.Real),
        new(Kind.Real, "({0} - {1})", Kind.Real, Kind.Real),
        new(Kind.Real, "{0} * {1}", Kind.Tame, Kind.Real),
        new(Kind.Real, "{0} * {1}", Kind.Real, Kind.Moderate),
        new(Kind.Real, "{0} / {1}", Kind.Real, Kind.Moderate),
        new(Kind.Real, "(-{0})", Kind.Real),
        new(Kind.Real, "(2 * {0} - 3 * {0})", Kind.Real),
        new(Kind.Real, "Log({0})", Kind.Positive),
        new(Kind.Real, "Log10({0})", Kind.Positive),
        new(Kind.Real, "XLogY({0}, {1})", Kind.Tame, Kind.Positive),
        new(Kind.Real, "LogGamma({0})", Kind.Moderate),
        new(Kind.Real, "Digamma({0})", Kind.Moderate),
        new(Kind.Real, "Abs({0})", Kind.Real),
        new(Kind.Real, "Max({0}, {1})", Kind.Real, Kind.Real),
        new(Kind.Real, "Min({0}, {1})", Kind.Real, Kind.Real),
        new(Kind.Real, "({0} - 1.5)", Kind.Integer),
        new(Kind.Real, "(double){0}", Kind.Integer),
        new(Kind.Real, "LogBeta({0}, {1})", Kind.Moderate, Kind.Moderate),
        new(Kind.Real, "LogAddExp({0}, {1})", Kind.Real, Kind.Real),
        new(Kind.Real, "LogNormalCdf({0})", Kind.Tame),
        new(Kind.Real, "NormalQuantile(0.1 + 0.8 * {0})", Kind.Unit),
        new(Kind.Real, "XLog1pY({0}, {1})", Kind.Tame, Kind.Positive),
        new(Kind.Real, "Log1mExp(-{0})", Kind.Moderate),
        new(Kind.Real, "Cbrt({0})", Kind.Positive),
        new(Kind.Real, "Sinh({0})", Kind.Tame),
        new(Kind.Real, "({0} ? {1} : {2})", Kind.Condition, Kind.Real, Kind.Real),
        new(Kind.Real, "0.1 * {0}", Kind.Count),
        new(Kind.Real, "({0} - 0.5)", Kind.Binary),
        new(Kind.Tame, "Tanh({0})", Kind.Real),
        new(Kind.Tame, "Sin({0})", Kind.Tame),
        new(Kind.Tame, "Cos({0})", Kind.Tame),
        new(Kind.Tame, "Atan({0})", Kind.Real),
        new(Kind.Tame, "Tan(0.5 * {0})", Kind.Tame),
        new(Kind.Tame, "0.5 * ({0} + {1})", Kind.Tame, Kind.Tame),
        new(Kind.Tame, "0.5 * {0} * {1}", Kind.Tame, Kind.Tame),
        new(Kind.Tame, "Expm1(0.5 * {0})", Kind.Tame),
        new(Kind.Tame, "Pow(0.5 * {0}, 3)", Kind.Tame),
        new(Kind.Tame, "DivideOrZero(0.1 * {0}, {1})", Kind.Tame, Kind.Moderate),
        new(Kind.Tame, "Max(-2, Min({0}, 2))", Kind.Real),
        new(Kind.Tame, "Erf({0})", Kind.Real),
        new(Kind.Tame, "Asin(0.4 * {0})", Kind.Tame),
        new(Kind.Tame, "Atan2({0}, {1})", Kind.Real, Kind.Positive),
        new(Kind.Tame, "({0} ? {1} : {2})", Kind.Condition, Kind.Tame, Kind.Tame),
        new(Kind.Unit, "NormalCdf({0})", Kind.Real),
        new(Kind.Unit, "Erfc({0})", Kind.Positive),
        new(Kind.Unit, "Logistic({0})", Kind.Real),
        new(Kind.Unit, "{0} * {1}", Kind.Unit, Kind.Unit),
        new(Kind.Unit, "Exp(-{0})", Kind.Positive),
        new(Kind.Positive, "(0.5 + {0} * {0})", Kind.Real),
        new(Kind.Positive, "({0} + {1})", Kind.Positive, Kind.Positive),
        new(Kind.Positive, "{0} * {1}", Kind.Positive, Kind.Moderate),
        new(Kind.Positive, "{0} / {1}", Kind.Positive, Kind.Moderate),
        new(Kind.Positive, "Sqrt({0})", Kind.Positive),
        new(Kind.Positive, "(0.1 + Log1p({0}))", Kind.Positive),
        new(Kind.Positive, "(0.1 + Softplus({0}))", Kind.Real),
        new(Kind.Moderate, "Exp({0})", Kind.Tame),
        new(Kind.Moderate, "(0.25 + Pow({0}, 2))", Kind.Tame),
        new(Kind.Moderate, "Pow({0} + 0.5, {1})", Kind.Unit, Kind.Tame),
        new(Kind.Moderate, "(1.5 + Tanh({0}))", Kind.Real),
        new(Kind.Moderate, "(0.3 + Logistic({0}))", Kind.Real),
        new(Kind.Moderate, "1 / {0}", Kind.Moderate),
        new(Kind.Moderate, "Sqrt({0})", Kind.Moderate),
        new(Kind.Moderate, "Cosh({0})", Kind.Tame),
        new(Kind.Moderate, "({0} ? {1} : {2})", Kind.Condition, Kind.Moderate, Kind.Moderate),
        new(Kind.Condition, "{0} > {1}", Kind.Real, Kind.Real),
        new(Kind.Condition, "{0} <= {1}", Kind.Tame, Kind.Tame),
        new(Kind.Condition, "{0} < {1}", Kind.Integer, Kind.Integer),
        new(Kind.Condition, "{0} == {1}", Kind.Integer, Kind.Integer),
        new(Kind.Condition, "({0} && {1})", Kind.Condition, Kind.Condition),
        new(Kind.Condition, "({0} || {1})", Kind.Condition, Kind.Condition),
        new(Kind.Condition, "!({0})", Kind.Condition),
        new(Kind.Integer, "({0} ? {1} : {2})", Kind.Condition, Kind.Integer, Kind.Integer),
        new(Kind.Integer, "({0} + {1})", Kind.Integer, Kind.Integer),
        new(Kind.Integer, "({0} - 2)", Kind.Integer),
        new(Kind.Integer, "(2 * {0})", Kind.Integer),
    ];

    /// <summary>What latents are drawn from.</summary>
    public static IReadOnlyList<Production> Latents { get; } =
    [
        new(Kind.Real, "Normal({0}, {1})", Kind.Real, Kind.Positive),
        new(Kind.Real, "StudentT({0}, {1}, {2})", Kind.Moderate, Kind.Real, Kind.Positive),
        new(Kind.Real, "Cauchy({0}, {1})", Kind.Real, Kind.Positive),
        new(Kind.Real, "Uniform({0}, {0} + {1})", Kind.Real, Kind.Moderate),
        new(Kind.Real, "Uniform(-1 - {0}, 2 + {1})", Kind.Positive, Kind.Positive),
        new(Kind.Unit, "Uniform(0, 1)"),
        new(Kind.Tame, "Uniform(-{0}, 2 - {1})", Kind.Unit, Kind.Unit),
        new(Kind.Positive, "HalfNormal({0})", Kind.Positive),
        new(Kind.Positive, "Exponential({0})", Kind.Positive),
        new(Kind.Positive, "Gamma({0}, {1})", Kind.Moderate, Kind.Positive),
        new(Kind.Positive, "HalfCauchy({0})", Kind.Positive),
        new(Kind.Positive, "Weibull({0}, {1})", Kind.Moderate, Kind.Moderate),
        new(Kind.Positive, "new Wear({0}, {1})", Kind.Moderate, Kind.Moderate),
        new(Kind.Positive, "InverseGamma({0}, {1})", Kind.Moderate, Kind.Moderate),
        new(Kind.Positive, "LogNormal({0}, {1})", Kind.Tame, Kind.Moderate),
        new(Kind.Real, "Laplace({0}, {1})", Kind.Real, Kind.Positive),
        new(Kind.Unit, "Beta({0}, {1})", Kind.Moderate, Kind.Moderate),
    ];

    /// <summary>What observables are drawn from; every observation that <see cref="Data"/> makes is possible.</summary>
    public static IReadOnlyList<Production> Observables { get; } =
    [
        .. Latents.Where(latent => !latent.Format.StartsWith("Uniform", StringComparison.Ordinal)),
        new(Kind.Real, "Uniform(-4 - {0}, 4 + {1})", Kind.Positive, Kind.Positive),
        new(Kind.Count, "Poisson({0})", Kind.Positive),
        new(Kind.Count, "NegativeBinomial({0}, {1})", Kind.Positive, Kind.Moderate),
        new(Kind.Count, "Binomial(150, 0.05 + 0.9 * {0})", Kind.Unit),
        new(Kind.Count, "BinomialLogit(150, {0})", Kind.Real),
        new(Kind.Binary, "BernoulliLogit({0})", Kind.Real),
        new(Kind.Binary, "Bernoulli(0.05 + 0.9 * {0})", Kind.Unit),
    ];

    /// <summary>A distribution of its own beside the models, as a user would write it.</summary>
    public const string OwnDistribution =
        """
        namespace Random;

        [Distribution]
        public readonly partial struct Wear([Positive] double shape, [Positive] double scale) : IDistribution<double>
        {
            public double LogDensity([Positive] double x)
            {
                double z = x / scale;
                return Log(shape / scale) + (shape - 1) * Log(z) - Pow(z, shape);
            }

            public double Draw(ref Philox rng) => scale * Pow(-Log(rng.NextOpen()), 1 / shape);
        }
        """;
}
