namespace ProbModels;

/// <summary>The values of a set of which a predicate holds, seen through that set's transform: where they differ, proposals are rejected.</summary>
/// <param name="rule">The rule in words.</param>
/// <param name="around">The set with the transform.</param>
/// <param name="contains">Which of its values belong to this one.</param>
internal sealed class Restricted(string rule, RealSupport around, Func<double, bool> contains) : RealSupport
{
    public override string Rule => rule;

    public override double Low => around.Low;

    public override double High => around.High;

    public override bool Contains(double value) => around.Contains(value) && contains(value);

    public override double Constrain(double unconstrained, out double logJacobian) => around.Constrain(unconstrained, out logJacobian);

    public override double Unconstrain(double value) => around.Unconstrain(value);
}
