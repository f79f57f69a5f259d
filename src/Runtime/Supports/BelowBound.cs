using static System.FormattableString;

namespace ProbModels;

/// <summary>The numbers below a bound: x = high − exp(q), whose log Jacobian, of the absolute derivative, is q.</summary>
internal sealed class BelowBound(double high) : RealSupport
{
    public override string Rule => Invariant($"less than {high}");

    public override double High => high;

    public override bool Contains(double value) => value < high && double.IsFinite(value);

    public override double Constrain(double unconstrained, out double logJacobian)
    {
        logJacobian = unconstrained;
        return high - ScalarFunctions.Exp(unconstrained);
    }

    public override double Unconstrain(double value) => ScalarFunctions.Log(high - value);
}
