namespace ProbModels;

/// <summary>All real numbers, untransformed.</summary>
internal sealed class RealLine : RealSupport
{
    public override string Rule => "finite";

    public override bool Contains(double value) => double.IsFinite(value);

    public override double Constrain(double unconstrained, out double logJacobian)
    {
        logJacobian = 0;
        return unconstrained;
    }

    public override double Unconstrain(double value) => value;
}
