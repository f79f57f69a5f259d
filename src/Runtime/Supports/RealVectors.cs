namespace ProbModels;

/// <summary>All vectors of real numbers, untransformed.</summary>
internal sealed class RealVectors(int size) : VectorSupport
{
    public override string Rule => "finite";

    public override int Size => size;

    public override int Coordinates => size;

    public override void Constrain(ReadOnlySpan<double> unconstrained, Span<double> value, out double logJacobian)
    {
        logJacobian = 0;
        unconstrained.CopyTo(value);
    }

    public override void Unconstrain(ReadOnlySpan<double> value, Span<double> unconstrained) => value.CopyTo(unconstrained);

    protected override bool ContainsElements(ReadOnlySpan<double> value)
    {
        foreach (double element in value)
            if (!double.IsFinite(element)) return false;
        return true;
    }
}
