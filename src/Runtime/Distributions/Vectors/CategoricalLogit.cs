using static System.Math;

namespace ProbModels;

/// <summary>Categorical by logits: p(x) = exp(logits[x]) / Σ exp(logits[k]) for x = 0, 1, … Softmax regression.</summary>
/// <param name="logits">Log probabilities up to a common constant; at least one.</param>
[Distribution]
public readonly partial struct CategoricalLogit(double[] logits) : IDistribution<int>
{
    /// <inheritdoc/>
    public double LogDensity(int x)
    {
        // No exponential overflows once the greatest is taken off.
        double greatest = logits[0];
        for (int k = 1; k < logits.Length; k++)
            greatest = Max(greatest, logits[k]);

        double sum = 0;
        for (int k = 0; k < logits.Length; k++)
            sum += Exp(logits[k] - greatest);
        return logits[x] - greatest - Log(sum);
    }

    /// <inheritdoc/>
    public int Draw(ref Philox rng)
    {
        double greatest = logits.Max(), total = 0;
        var cumulative = new double[logits.Length];
        for (int k = 0; k < logits.Length; k++)
            cumulative[k] = total += ScalarFunctions.Exp(logits[k] - greatest);

        double u = rng.NextOpen() * total;
        int x = 0;
        while (x < logits.Length - 1 && cumulative[x] <= u) x++;
        return x;
    }

    /// <inheritdoc/>
    public Support<int> Support => Supports.Integers(0, logits.Length - 1);

    /// <inheritdoc/>
    public string? Violation =>
        logits.Length == 0 ? "logits is empty; it must have an element for each category" : ArrayRule.Check(double.IsFinite, nameof(logits), logits, "finite");
}
