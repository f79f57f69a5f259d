using static System.FormattableString;

namespace ProbModels;

/// <summary>The sets on which distributions live.</summary>
/// <remarks>
/// Infinities and NaN lie in none of them. Where the image of a transform lies closer to a bound than neighbouring doubles, it is rounded
/// to the bound: <c>exp(-800)</c> is 0.
/// </remarks>
public static class Supports
{
    /// <summary>All real numbers; the transform is the identity.</summary>
    public static RealSupport Real { get; } = new RealLine();

    /// <summary>The numbers above 0; the transform is the exponential.</summary>
    public static RealSupport Positive { get; } = new HalfLine("positive", containsZero: false);

    /// <summary>0 and the numbers above; the transform is the exponential, which reaches 0 at −∞ only.</summary>
    public static RealSupport NonNegative { get; } = new HalfLine("zero or greater", containsZero: true);

    /// <summary>0, 1, 2, …: counts.</summary>
    public static Support<long> NonNegativeIntegers { get; } = new IntegerRange<long>("zero or greater", 0, long.MaxValue);

    /// <summary>
    /// The numbers from <paramref name="low"/> to <paramref name="high"/>, both included; the transform is a scaled logistic function.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A bound, or the distance between them, is not finite, or <paramref name="high"/> is not greater than <paramref name="low"/>.
    /// </exception>
    public static RealSupport Interval(double low, double high) => CheckedInterval(low, high, containsBounds: true);

    /// <summary>
    /// The numbers strictly between <paramref name="low"/> and <paramref name="high"/>; the transform is a scaled logistic function.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Interval"/>.</exception>
    public static RealSupport OpenInterval(double low, double high) => CheckedInterval(low, high, containsBounds: false);

    /// <summary>The numbers above <paramref name="low"/>; the transform is low + exp(q).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="low"/> is not finite.</exception>
    public static RealSupport GreaterThan(double low) =>
        double.IsFinite(low) ? new AboveBound(low) : throw new ArgumentOutOfRangeException(nameof(low), low, "The bound of a half line must be finite.");

    /// <summary>The numbers below <paramref name="high"/>; the transform is high − exp(q).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not finite.</exception>
    public static RealSupport LessThan(double high) =>
        double.IsFinite(high) ? new BelowBound(high) : throw new ArgumentOutOfRangeException(nameof(high), high, "The bound of a half line must be finite.");

    /// <summary>Vectors of real numbers; the transform is the identity.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static VectorSupport RealVectors(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return new RealVectors(size);
    }

    /// <summary>Vectors of positive numbers that add up to 1; the transform breaks a stick.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    public static VectorSupport Simplex(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return new Simplex(size);
    }

    /// <summary>Vectors of increasing numbers; the transform has exponential differences.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static VectorSupport Ordered(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return new Ordered(size);
    }

    /// <summary>Cholesky factors of correlation matrices; the transform has hyperbolic tangents as partial correlations.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is less than 1.</exception>
    public static MatrixSupport CholeskyCorrelation(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return new CholeskyCorrelation(rows);
    }

    /// <summary>The numbers between two bounds of which either may be infinite; a half line is without its bound, an interval with both.</summary>
    internal static RealSupport Span(double low, double high) => (double.IsFinite(low), double.IsFinite(high)) switch
    {
        (false, false) => Real,
        (true, false) => low == 0 ? Positive : GreaterThan(low),
        (false, true) => LessThan(high),
        _ => Interval(low, high),
    };

    /// <summary>The integers from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is less than <paramref name="low"/>.</exception>
    public static Support<int> Integers(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        return new IntegerRange<int>(Invariant($"between {low} and {high}"), low, high);
    }

    /// <inheritdoc cref="Integers(int, int)"/>
    public static Support<long> Integers(long low, long high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        return new IntegerRange<long>(Invariant($"between {low} and {high}"), low, high);
    }

    private static Interval CheckedInterval(double low, double high, bool containsBounds)
    {
        if (!double.IsFinite(low))
            throw new ArgumentOutOfRangeException(nameof(low), low, "The lower bound of an interval must be finite.");
        if (!(high > low && double.IsFinite(high - low)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(high), high, Invariant($"The upper bound of an interval must lie above the lower, {low}, by a finite amount."));
        }

        return new Interval(low, high, containsBounds);
    }
}
