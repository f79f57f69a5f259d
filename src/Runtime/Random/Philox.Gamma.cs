namespace ProbModels;

public partial struct Philox
{
    /// <summary>A gamma number of scale 1.</summary>
    /// <remarks>
    /// Marsaglia and Tsang (2000), "A simple method for generating gamma variables". Below shape 1 a draw of shape + 1 is multiplied
    /// by U^(1/shape); where that falls below the least positive <see cref="double"/>, as it often does for shapes under 0.01, the least positive
    /// one is returned, since 0 is no gamma number.
    /// </remarks>
    /// <param name="shape">Positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shape"/> is not positive and finite.</exception>
    public double NextGamma(double shape)
    {
        if (!(shape > 0 && double.IsFinite(shape)))
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "The shape of a gamma draw must be positive and finite.");
        if (shape >= 1) return GammaOfShapeAtLeastOne(shape);

        double power = ScalarFunctions.Exp(ScalarFunctions.Log(NextOpen()) / shape);
        return Math.Max(GammaOfShapeAtLeastOne(shape + 1) * power, double.Epsilon);
    }

    private double GammaOfShapeAtLeastOne(double shape)
    {
        double d = shape - 1.0 / 3, c = 1 / (3 * Math.Sqrt(d));
        while (true)
        {
            double x = NextNormal(), y = c * x;
            if (y <= -1) continue;
            double v = (1 + y) * (1 + y) * (1 + y);
            double u = NextOpen();
            if (u < 1 - 0.0331 * (x * x) * (x * x)) return d * v;

            // x²/2 + d(1 − v + log v), in powers of y so that large shapes do not cancel.
            double bound = 0.5 * x * x + 3 * d * (ScalarFunctions.Log1p(y) - y * (1 + y * (1 + y / 3)));
            if (ScalarFunctions.Log(u) < bound) return d * v;
        }
    }
}
