namespace ProbModels;

/// <summary>The numbers above 0, with or without 0 itself: x = exp(q), whose log Jacobian is q.</summary>
internal sealed class HalfLine(string rule, bool containsZero) : RealSupport
{
    public override string Rule => rule;

    public override double Low => 0;

    public override bool Contains(double value) => (value > 0 || (containsZero && value == 0)) && double.IsFinite(value);

    public override double Constrain(double unconstrained, out double logJacobian)
    {
        logJacobian = unconstrained;
        return ScalarFunctions.Exp(unconstrained);
    }

    public override double Unconstrain(double value) => ScalarFunctions.Log(value);
}
