using System.Globalization;

namespace ProbModels.Generator.Tests;

/// <summary>A number with a bound, to first order, of what rounding may have done to it.</summary>
internal readonly record struct Number(double Value, double Error)
{
    /// <summary>Four units in the last place: an operation rounds within half of one, a function of the library within three.</summary>
    private const double Unit = 4 * 2.220446049250313e-16;

    public static implicit operator Number(double exact) => new(exact, 0);

    /// <summary>f at uncertain arguments: each moved by its error shows what it does to the result.</summary>
    public static Number Apply(Func<double[], double> f, Number[] arguments)
    {
        double[] at = [.. arguments.Select(argument => argument.Value)];
        double value = f(at), error = Unit * Math.Abs(value);
        for (int i = 0; i < at.Length; i++)
        {
            if (arguments[i].Error == 0) continue;
            double Moved(double by) => Math.Abs(f([.. at.Select((x, j) => j == i ? x + by : x)]) - value);
            error += Math.Max(Moved(arguments[i].Error), Moved(-arguments[i].Error));
        }

        return new(value, error);
    }

    /// <summary>Whether rounding explains the difference from a number that was computed in another way.</summary>
    public bool IsSameAs(Number other)
    {
        // Another way has other intermediate results; the sum of both bounds, times four, covers the terms of second order as well.
        return Value.Equals(other.Value) || Math.Abs(Value - other.Value) <= 4 * (Error + other.Error);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:R} ± {Error:E1}");
}
