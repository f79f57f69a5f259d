namespace ProbModels;

/// <summary>Increasing numbers: the first as it is, then positive differences as exponentials.</summary>
/// <remarks>Stan reference manual, "Ordered vector".</remarks>
internal sealed class Ordered(int size) : VectorSupport
{
    public override string Rule => "increasing";

    public override int Size => size;

    public override int Coordinates => size;

    public override void Constrain(ReadOnlySpan<double> unconstrained, Span<double> value, out double logJacobian)
    {
        logJacobian = 0;
        for (int k = 0; k < value.Length; k++)
        {
            value[k] = k == 0 ? unconstrained[0] : value[k - 1] + ScalarFunctions.Exp(unconstrained[k]);
            if (k > 0) logJacobian += unconstrained[k];
        }
    }

    public override void Unconstrain(ReadOnlySpan<double> value, Span<double> unconstrained)
    {
        for (int k = 0; k < value.Length; k++)
            unconstrained[k] = k == 0 ? value[0] : ScalarFunctions.Log(value[k] - value[k - 1]);
    }

    protected override bool ContainsElements(ReadOnlySpan<double> value)
    {
        for (int k = 1; k < value.Length; k++)
            if (!(value[k] > value[k - 1])) return false;
        return value.Length == 0 || (double.IsFinite(value[0]) && double.IsFinite(value[^1]));
    }
}
