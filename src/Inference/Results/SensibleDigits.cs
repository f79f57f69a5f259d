using System.Globalization;

namespace ProbModels;

/// <summary>Writes estimates with the digits that their Monte Carlo error leaves them.</summary>
internal static class SensibleDigits
{
    private const int MostDecimals = 8;
    private const double Largest = 1e9;

    /// <summary>The number up to the first digit of its error; six digits where the error is unknown.</summary>
    public static string Format(double value, double error)
    {
        var culture = CultureInfo.InvariantCulture;
        if (!double.IsFinite(value)) return value.ToString(culture);
        if (!(error > 0) || !double.IsFinite(error)) return value.ToString("G6", culture);
        int decimals = Math.Max(0, -Magnitude(error));
        if (decimals <= MostDecimals && Math.Abs(value) < Largest) return value.ToString($"F{decimals}", culture);
        int digits = value == 0 ? 0 : Math.Clamp(Magnitude(value) - Magnitude(error), 0, 15);
        return value.ToString($"E{digits}", culture);
    }

    /// <summary>The error itself, with two digits.</summary>
    public static string FormatError(double error)
    {
        var culture = CultureInfo.InvariantCulture;
        if (!double.IsFinite(error) || error == 0) return error.ToString(culture);
        int decimals = Math.Max(0, 1 - Magnitude(error));
        return decimals <= MostDecimals + 1 && error < Largest ? error.ToString($"F{decimals}", culture) : error.ToString("E1", culture);
    }

    /// <summary>The power of ten of the first digit.</summary>
    private static int Magnitude(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)));
}
