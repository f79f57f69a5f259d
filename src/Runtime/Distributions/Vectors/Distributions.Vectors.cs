namespace ProbModels;

/// <content>Factories of the distributions whose parameters or values are arrays.</content>
public static partial class Distributions
{
    /// <inheritdoc cref="global::ProbModels.CategoricalLogit"/>
    [DistributionFactory]
    public static CategoricalLogit CategoricalLogit(double[] logits) => new(logits);

    /// <inheritdoc cref="global::ProbModels.Dirichlet"/>
    [DistributionFactory]
    public static Dirichlet Dirichlet(double[] concentration) => new(concentration);

    /// <inheritdoc cref="global::ProbModels.MvNormalCholesky"/>
    [DistributionFactory]
    public static MvNormalCholesky MvNormalCholesky(double[] mean, double[,] choleskyFactor) => new(mean, choleskyFactor);

    /// <inheritdoc cref="global::ProbModels.LkjCholesky"/>
    [DistributionFactory]
    public static LkjCholesky LkjCholesky(int dimension, double shape) => new(dimension, shape);
}
