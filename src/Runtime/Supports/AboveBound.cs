using static System.FormattableString;

namespace ProbModels;

/// <summary>The numbers above a bound: x = low + exp(q), whose log Jacobian is q.</summary>
internal sealed class AboveBound(double low) : RealSupport
{
    public override string Rule => Invariant($"greater than {low}");

    public override double Low => low;

    public override bool Contains(double value) => value > low && double.IsFinite(value);

    public override double Constrain(double unconstrained, out double logJacobian)
    {
        logJacobian = unconstrained;
        return low + ScalarFunctions.Exp(unconstrained);
    }

    public override double Unconstrain(double value) => ScalarFunctions.Log(value - low);
}
