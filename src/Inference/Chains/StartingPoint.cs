using System.Globalization;
using System.Text;

namespace ProbModels;

/// <summary>Finds where a chain starts.</summary>
internal static class StartingPoint
{
    private const int Tries = 100;
    private const double Radius = 2;

    /// <summary>Draws positions from uniform(−2, 2) until log density and gradient are finite.</summary>
    /// <exception cref="SamplingException">They are not in a hundred tries.</exception>
    public static void Search(Posterior posterior, Hamiltonian hamiltonian, PhasePoint point, int chain, ref Philox rng)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            foreach (ref double coordinate in point.Position.Span)
                coordinate = Radius * (2 * rng.NextOpen() - 1);
            hamiltonian.Evaluate(point);
            if (IsUsable(point)) return;
        }
        throw Failure(posterior, point, $"no start for chain {chain} in {Tries} tries from uniform(-2, 2) on the unconstrained scale. At the last one");
    }

    /// <summary>Starts from a position that the user gave.</summary>
    /// <exception cref="SamplingException">Log density or gradient are not finite there.</exception>
    public static void Take(Posterior posterior, Hamiltonian hamiltonian, PhasePoint point, int chain, ReadOnlySpan<double> position)
    {
        position.CopyTo(point.Position.Span);
        hamiltonian.Evaluate(point);
        if (!IsUsable(point)) throw Failure(posterior, point, $"the initial position of chain {chain} cannot be used. There");
    }

    private static bool IsUsable(PhasePoint point) => double.IsFinite(point.LogDensity) && FirstNonFinite(point.Gradient.Span) < 0;

    /// <summary>The index of the first number that is not finite; −1 if there is none.</summary>
    private static int FirstNonFinite(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) return i;
        return -1;
    }

    private static SamplingException Failure(Posterior posterior, PhasePoint point, string what)
    {
        var message = new StringBuilder();
        var culture = CultureInfo.InvariantCulture;
        message.Append(culture, $"{posterior.ModelName}: {what} the log density is {point.LogDensity}");
        int bad = FirstNonFinite(point.Gradient.Span);
        if (double.IsFinite(point.LogDensity)) message.Append(culture, $" and its derivative in coordinate {bad} is {point.Gradient.Span[bad]}");
        message.Append('.');

        foreach (var part in posterior.Explain(point.Position.Span))
        {
            message.AppendLine().Append(culture, $"  {part.Site}: {part.LogDensity}");
            if (part.FirstProblem is not null) message.Append(culture, $" ({part.FirstProblem})");
        }
        return new(message.ToString());
    }
}
