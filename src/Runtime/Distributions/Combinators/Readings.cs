namespace ProbModels;

/// <summary>What a scale shows: the values of a set between its ends, and any number at or beyond an end.</summary>
/// <remarks>No transform leads there: an end has a probability of its own.</remarks>
internal sealed class Readings(Support<double> inner, double low, double high) : Support<double>
{
    public override string Rule => inner.Rule;

    public override bool Contains(double value) => double.IsFinite(value) && (value <= low || value >= high || inner.Contains(value));
}
