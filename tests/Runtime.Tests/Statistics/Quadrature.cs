namespace ProbModels.Tests;

/// <summary>Adaptive Gauss–Legendre integration.</summary>
internal static class Quadrature
{
    private const int Order = 10;
    private const double Tolerance = 1e-13;
    private const int DeepestSplit = 30;

    private static readonly double[] Nodes = new double[Order];
    private static readonly double[] Weights = new double[Order];

    static Quadrature()
    {
        for (int i = 0; i < Order; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (Order + 0.5)), slope = 1;
            for (int step = 0; step < 10; step++)
            {
                (double value, slope) = Legendre(x);
                x -= value / slope;
            }

            (Nodes[i], Weights[i]) = (x, 2 / ((1 - x * x) * slope * slope));
        }
    }

    /// <summary>The integral over an interval, whose ends may be infinite, to about twelve digits of the largest partial sum.</summary>
    public static double Integrate(Func<double, double> f, double from, double to)
    {
        if (from > to) return -Integrate(f, to, from);
        if (double.IsInfinity(from) || double.IsInfinity(to))
        {
            // x = t / (1 − t²) maps (−1, 1) onto the line.
            return Integrate(t => f(t / (1 - t * t)) * (1 + t * t) / ((1 - t * t) * (1 - t * t)), Inverse(from), Inverse(to));
        }

        const int Panels = 64;
        double sum = 0, width = (to - from) / Panels;
        for (int i = 0; i < Panels; i++)
        {
            double left = from + i * width, right = i == Panels - 1 ? to : from + (i + 1) * width;
            sum += Refine(f, left, right, Panel(f, left, right), 0);
        }

        return sum;
    }

    /// <summary>One application of the rule, exact for polynomials of degree 19.</summary>
    public static double Panel(Func<double, double> f, double from, double to)
    {
        double centre = 0.5 * (from + to), half = 0.5 * (to - from), sum = 0;
        for (int i = 0; i < Order; i++)
            sum += Weights[i] * f(centre + half * Nodes[i]);
        return sum * half;
    }

    private static double Refine(Func<double, double> f, double from, double to, double whole, int depth)
    {
        double middle = 0.5 * (from + to);
        double left = Panel(f, from, middle), right = Panel(f, middle, to);
        return depth == DeepestSplit || !(Math.Abs(left + right - whole) > Tolerance)
            ? left + right
            : Refine(f, from, middle, left, depth + 1) + Refine(f, middle, to, right, depth + 1);
    }

    private static double Inverse(double x) => x switch
    {
        double.NegativeInfinity => -1,
        double.PositiveInfinity => 1,
        0 => 0,
        _ => 2 * x / (1 + Math.Sqrt(1 + 4 * x * x)),
    };

    private static (double Value, double Slope) Legendre(double x)
    {
        double previous = 1, current = x;
        for (int n = 2; n <= Order; n++)
            (previous, current) = (current, ((2 * n - 1) * x * current - (n - 1) * previous) / n);
        return (current, Order * (x * current - previous) / (x * x - 1));
    }
}
