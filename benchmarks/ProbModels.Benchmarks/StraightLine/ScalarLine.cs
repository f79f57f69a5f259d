namespace ProbModels.Benchmarks;

/// <summary>The straight line's log density and gradient as a plain loop, for orientation.</summary>
internal sealed class ScalarLine(LineSample sample) : Yardstick
{
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        double shareM = 1 / (1 + Math.Exp(-position[0])), shareC = 1 / (1 + Math.Exp(-position[1]));
        double m = -5 + 10 * shareM, c = -10 + 20 * shareC;
        double value = Math.Log(shareM * (1 - shareM)) + Math.Log(shareC * (1 - shareC));
        double byM = 0, byC = 0;
        var (x, e, y) = sample;
        for (int i = 0; i < x.Length; i++)
        {
            double z = (y[i] - (m * x[i] + c)) / e[i];
            value -= 0.5 * z * z + Math.Log(e[i]) + HalfLogTwoPi;
            byM += z / e[i] * x[i];
            byC += z / e[i];
        }

        gradient[0] = 1 - 2 * shareM + 10 * shareM * (1 - shareM) * byM;
        gradient[1] = 1 - 2 * shareC + 20 * shareC * (1 - shareC) * byC;
        return value;
    }
}
