using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Positive numbers that add up to 1, by breaking a stick: each coordinate says which part of what is left comes off.</summary>
/// <remarks>
/// Stan reference manual, "Simplex transform": part k is logistic(qₖ − log(K − k)), so that all coordinates 0 give equal numbers. What is left
/// is kept as a logarithm, since products of many parts lose no digits there.
/// </remarks>
internal sealed class Simplex(int size) : VectorSupport
{
    public override string Rule => "positive numbers that add up to 1";

    public override int Size => size;

    public override int Coordinates => size - 1;

    public override void Constrain(ReadOnlySpan<double> unconstrained, Span<double> value, out double logJacobian)
    {
        double logLeft = 0;
        logJacobian = 0;
        for (int k = 0; k < Coordinates; k++)
        {
            // ∂xₖ/∂qₖ = left · part · (1 − part), and the matrix of derivatives is a triangle.
            double logOdds = unconstrained[k] - ScalarFunctions.Log(Coordinates - k);
            double logElement = logLeft - Softplus(-logOdds);
            value[k] = ScalarFunctions.Exp(logElement);
            logLeft -= Softplus(logOdds);
            logJacobian += logElement - Softplus(logOdds);
        }

        value[Coordinates] = ScalarFunctions.Exp(logLeft);
    }

    public override void Unconstrain(ReadOnlySpan<double> value, Span<double> unconstrained)
    {
        double left = value[Coordinates];
        for (int k = Coordinates - 1; k >= 0; k--)
        {
            unconstrained[k] = ScalarFunctions.Log(value[k]) - ScalarFunctions.Log(left) + ScalarFunctions.Log(Coordinates - k);
            left += value[k];
        }
    }

    protected override bool ContainsElements(ReadOnlySpan<double> value)
    {
        double sum = 0;
        foreach (double element in value)
        {
            if (!(element > 0)) return false;
            sum += element;
        }

        return Math.Abs(sum - 1) <= UnitTolerance;
    }
}
