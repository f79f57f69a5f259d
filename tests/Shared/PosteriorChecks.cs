using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ProbModels.Tests;

/// <summary>What holds for every compiled posterior: it agrees with the model method itself, with its own differences, and with itself at every vector width.</summary>
/// <remarks>Throws <see cref="PosteriorCheckException"/>, whose message names the model, the position and the two numbers that differ.</remarks>
public sealed class PosteriorChecks
{
    private const double Epsilon = 2.220446049250313e-16;

    private readonly Posterior _posterior;
    private readonly ReplayMethod _replay;
    private readonly (LaneWidth Width, Posterior Posterior)[] _widths;

    /// <summary>The checks of the same posterior without sufficient statistics; null where it has none.</summary>
    private readonly PosteriorChecks? _plain;

    private PosteriorChecks(Posterior posterior, ReplayMethod replay, (LaneWidth, Posterior)[] widths, PosteriorChecks? plain) =>
        (_posterior, _replay, _widths, _plain) = (posterior, replay, widths, plain);

    private delegate void LogLikelihoodMethod(ReadOnlySpan<double> position, Span<double> terms);

    private delegate ReplayResult ReplayMethod(ReadOnlySpan<double> position, bool backwards);

    /// <summary>The checks of a generated posterior. Its own class is not known here: <c>With</c> and <c>Replay</c> are found by name.</summary>
    public static PosteriorChecks Of(Posterior posterior)
    {
        var with = posterior.GetType().GetMethod("With", [typeof(LaneWidth)])!;
        var plain = UsesStatistics(posterior) ? Of((Posterior)posterior.GetType().GetMethod("With", [typeof(bool)])!.Invoke(posterior, [false])!) : null;
        return new(posterior, ReplayOf(posterior), [.. Enum.GetValues<LaneWidth>().Select(width => (width, (Posterior)with.Invoke(posterior, [width])!))], plain);
    }

    /// <summary>Whether a posterior is evaluated from sufficient statistics.</summary>
    public static bool UsesStatistics(Posterior posterior) => (bool)posterior.GetType().GetProperty("UsesSufficientStatistics")!.GetValue(posterior)!;

    /// <summary>Runs the model method itself at a position.</summary>
    public static ReplayResult Replay(Posterior posterior, double[] position) => ReplayOf(posterior)(position, false);

    /// <summary>Checks everything at random positions, of which some lie far out in all directions.</summary>
    /// <returns>How many of the positions have a finite log density.</returns>
    public int AtRandomPositions(int count = 20, int seed = 1)
    {
        int finite = 0;
        foreach (var position in Positions(_posterior.Dimension, count, seed))
        {
            if (!At(position)) continue;
            if (finite++ == 0) UsesNoOtherMemory(position);
        }

        AllocatesNothing(new double[_posterior.Dimension]);
        return finite;
    }

    /// <summary>Positions of three kinds in turn: around the origin, within ±4, and within ±12, where transforms come close to their bounds.</summary>
    public static IEnumerable<double[]> Positions(int dimension, int count, int seed)
    {
        var random = new Random(seed);
        double[] reaches = [1, 4, 12];
        for (int i = 0; i < count; i++)
        {
            double reach = reaches[i % reaches.Length];
            yield return [.. Enumerable.Range(0, dimension).Select(_ => reach * (2 * random.NextDouble() - 1))];
        }
    }

    /// <summary>Checks everything at one position.</summary>
    /// <returns>Whether the log density is finite there.</returns>
    public bool At(double[] position)
    {
        _plain?.At(position);
        var replay = _replay(position, false);
        RunsBackwardsAlike(position, replay);
        var gradient = new double[position.Length];
        foreach (var (width, posterior) in _widths)
        {
            double value = posterior.LogDensity(position);
            var own = new double[position.Length];
            double valueBeside = posterior.LogDensity(position, own);

            // Sums in another order, transforms by another formula: 10⁻¹⁰ leaves them 10⁶ roundings, and a wrong term none.
            Compare("log density", position, value, replay.LogDensity, 1e-10 * replay.SumOfMagnitudes, width);
            Compare("log density beside the gradient", position, valueBeside, replay.LogDensity, 1e-10 * replay.SumOfMagnitudes, width);
            if (width == _widths[0].Width) gradient = own;
            else if (double.IsFinite(value)) IsTheSame(position, gradient, own, width);
        }

        var terms = LogLikelihood(position, replay.LogLikelihood.Length);
        RejectsTheSameElements(position, terms, replay);
        if (!double.IsFinite(replay.LogDensity)) return false;
        IsTheGradient(position, gradient, replay.SumOfMagnitudes);
        IsTheRecord(position, replay);
        IsTheLogLikelihood(position, terms, replay);
        ComesBack(position);
        return true;
    }

    /// <summary>Checks that evaluations allocate nothing once they have run.</summary>
    /// <remarks>Checks nothing where the library is built without optimisation: the JIT then makes an object for each table of constants.</remarks>
    public void AllocatesNothing(double[] position)
    {
        if (typeof(Posterior).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }) return;
        var gradient = new double[position.Length];
        foreach (var (width, posterior) in _widths)
        {
            var workspace = posterior.CreateWorkspace();
            double Evaluate() => posterior.LogDensity(position, workspace) + posterior.LogDensity(position, gradient, workspace) + posterior.LogDensity(position, gradient);
            Evaluate();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Evaluate();
            Evaluate();
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated != 0) throw Failure($"an evaluation allocates ({allocated} bytes in two of each kind)", position, width);
        }
    }

    /// <summary>
    /// Checks that a kernel, which reads the position and writes the gradient in the caller's memory, depends on nothing beside the one and
    /// changes nothing beside the other, wherever they lie; also where the gradient takes the position's place.
    /// </summary>
    public void UsesNoOtherMemory(double[] position)
    {
        const int Page = 4096 / sizeof(double), Beside = 8;
        int dimension = position.Length;
        var memory = GC.AllocateArray<double>(2 * Page + dimension + 2 * Beside, pinned: true);
        int pageEnd = Page - (int)(Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) / sizeof(double) % Page);
        while (pageEnd < dimension + Beside) pageEnd += Page;
        var expected = new double[dimension];
        double logDensity = _widths[0].Posterior.LogDensity(position, expected);
        foreach (var (width, posterior) in _widths)
        {
            var workspace = posterior.CreateWorkspace();
            for (int after = 0; after < Beside; after++)
            {
                // A position that ends where a page does, or some numbers later, with NaN around.
                Array.Fill(memory, double.NaN);
                var place = memory.AsSpan(pageEnd + after - dimension, dimension);
                position.CopyTo(place);
                double[] surrounded = [.. Enumerable.Repeat(0.5, dimension + 2 * Beside)];
                var gradient = surrounded.AsSpan(Beside, dimension);
                double value = posterior.LogDensity(place, gradient, workspace);
                if (!value.Equals(logDensity) || !gradient.SequenceEqual(expected) || !posterior.LogDensity(place, workspace).Equals(posterior.LogDensity(position))) throw Failure("what lies beside the position matters", position, width);
                if (surrounded[..Beside].Concat(surrounded[^Beside..]).Any(number => number != 0.5)) throw Failure("numbers beside the gradient are overwritten", position, width);
                if (!posterior.LogDensity(place, place, workspace).Equals(logDensity) || !place.SequenceEqual(expected)) throw Failure("a gradient in the position's place differs", position, width);
                if (memory.Count(number => !double.IsNaN(number)) > dimension) throw Failure("numbers beside the position are overwritten", position, width);
            }
        }
    }

    /// <summary>Iterations of a plate are independent: their order must not matter.</summary>
    private void RunsBackwardsAlike(double[] position, ReplayResult forwards)
    {
        var backwards = _replay(position, true);

        // Only the order of summation differs: one rounding of the sum for each term, and no model here has 10³.
        Compare("log density replayed backwards", position, backwards.LogDensity, forwards.LogDensity, 1e3 * Epsilon * forwards.SumOfMagnitudes);
        if (!backwards.Record.AsSpan().SequenceEqual(forwards.Record)) throw Failure("the record replayed backwards differs", position);
    }

    /// <summary>Widths give the same digits: every sum has eight parts whatever the width.</summary>
    private void IsTheSame(double[] position, double[] expected, double[] actual, LaneWidth width)
    {
        for (int i = 0; i < expected.Length; i++)
            if (!expected[i].Equals(actual[i])) throw Failure($"the gradient [{i}] is {Show(actual[i])}, and {Show(expected[i])} at {_widths[0].Width}", position, width);
        double value = _widths[0].Posterior.LogDensity(position), other = _widths.Single(item => item.Width == width).Posterior.LogDensity(position);
        if (!value.Equals(other)) throw Failure($"the log density is {Show(other)}, and {Show(value)} at {_widths[0].Width}", position, width);
    }

    /// <summary>Compares the gradient with differences.</summary>
    private void IsTheGradient(double[] position, double[] gradient, double sumOfMagnitudes)
    {
        // Sums in some order, functions good to a few units: 10³ roundings of a value at most.
        double error = 1e3 * Epsilon * sumOfMagnitudes + 10 * Disagreement(position);
        for (int i = 0; i < position.Length; i++)
        {
            // Coordinates are logarithms of what the model sees, or that itself: a scale of 1, unless the model raises it to high powers.
            var best = new[] { 2e-2, 4e-3, 8e-4, 1.6e-4 }.Select(step => Difference(position, i, step, error)).MinBy(difference => difference.Uncertainty);

            // Next to a bound beyond which the log density is −∞ there is no central difference.
            if (!double.IsFinite(best.Value)) continue;
            double tolerance = 1e-7 * Math.Max(1, Math.Abs(best.Value)) + best.Uncertainty;
            if (!IsClose(gradient[i], best.Value, tolerance)) throw Failure($"gradient [{i}] is {Show(gradient[i])}; differences give {Show(best.Value)} within {Show(tolerance)}", position, isOfGradient: true);
        }
    }

    /// <summary>
    /// How far two ways to compute the log density lie apart around a position: a measure of numbers that cancel inside a term, as
    /// x·log(rate) and log(x!) do for a count of 10⁹, which the terms' magnitudes do not show.
    /// </summary>
    private double Disagreement(double[] position)
    {
        double[] shifts = [-0.01, -0.003, 0, 0.003, 0.01];
        return shifts.Max(shift =>
        {
            double[] near = [.. position.Select(q => q + shift)];
            double apart = Math.Abs(_posterior.LogDensity(near) - _replay(near, false).LogDensity);
            return double.IsFinite(apart) ? apart : 0;
        });
    }

    /// <summary>Central differences of steps h, h/2, h/4, extrapolated twice (Richardson).</summary>
    /// <returns>The difference, with the sum of what the last extrapolation changed and what rounding may amount to.</returns>
    private (double Value, double Uncertainty) Difference(double[] position, int coordinate, double step, double error)
    {
        double Central(double h)
        {
            double[] above = [.. position], below = [.. position];
            above[coordinate] += h;
            below[coordinate] -= h;
            return (_posterior.LogDensity(above) - _posterior.LogDensity(below)) / (above[coordinate] - below[coordinate]);
        }

        var (a, b, c) = (Central(step), Central(step / 2), Central(step / 4));
        var (ab, bc) = ((4 * b - a) / 3, (4 * c - b) / 3);
        double value = (16 * bc - ab) / 15;

        // The extrapolation multiplies the error of the smallest step by 64/45, and adds less of the others'.
        double uncertainty = Math.Abs(value - bc) + 2 * error / (step / 4);
        return (value, double.IsFinite(value) ? uncertainty : double.PositiveInfinity);
    }

    /// <summary>Latents and derived values are those that the method itself computes.</summary>
    private void IsTheRecord(double[] position, ReplayResult replay)
    {
        var record = _posterior.Constrain(position);
        if (record.Length != replay.Record.Length) throw Failure($"the record has {record.Length} numbers; it should have {replay.Record.Length}", position);
        for (int i = 0; i < record.Length; i++)
        {
            // Ten digits: transforms measure intervals from one bound or the other, and a derived value may lose some in a difference.
            Compare($"record [{i}]", position, record[i], replay.Record[i], 1e-10 * Math.Max(1, Math.Abs(replay.Record[i])));
        }
    }

    /// <summary>The terms of the observables are, element by element, those that the method itself adds.</summary>
    private void IsTheLogLikelihood(double[] position, double[] terms, ReplayResult replay)
    {
        // Numbers that cancel inside a term, such as x·log(rate) and log(x!), leave the roundings of the greatest of them.
        double cancelled = 10 * Disagreement(position);
        for (int i = 0; i < terms.Length; i++)
            Compare($"log likelihood [{i}]", position, terms[i], replay.LogLikelihood[i], 1e-10 * Math.Max(1, Math.Abs(replay.LogLikelihood[i])) + cancelled);
    }

    /// <summary>An element whose distribution has an argument out of range is impossible, and the others have their terms.</summary>
    private void RejectsTheSameElements(double[] position, double[] terms, ReplayResult replay)
    {
        for (int i = 0; i < terms.Length; i++)
            if (double.IsNegativeInfinity(replay.LogLikelihood[i])) Compare($"log likelihood [{i}]", position, terms[i], double.NegativeInfinity, 0);
    }

    private double[] LogLikelihood(double[] position, int length)
    {
        var terms = new double[length];
        _posterior.GetType().GetMethod("PointwiseLogLikelihood", [typeof(ReadOnlySpan<double>), typeof(Span<double>)])!.CreateDelegate<LogLikelihoodMethod>(_posterior)(position, terms);
        return terms;
    }

    /// <summary>A position made a record and made a position again is what it was, but for the rounding of the record.</summary>
    private void ComesBack(double[] position)
    {
        const double step = 1e-3;
        var record = _posterior.Constrain(position);
        var mirrored = _posterior.Constrain([.. position.Select(q => -q)]);
        var again = _posterior.Unconstrain(record);
        int coordinate = 0;
        foreach (var latent in _posterior.Sites.Where(site => site.Kind == SiteKind.Latent))
        {
            if (latent.Coordinates != latent.Length)
            {
                // Elements depend on each other: a few roundings of numbers near 1 for each of them, seen through logarithms of what is left.
                for (int end = coordinate + latent.Coordinates; coordinate < end; coordinate++)
                    Compare($"position [{coordinate}] after a round trip", position, again[coordinate], position[coordinate], 1e-10 * (1 + Math.Abs(position[coordinate])));
                continue;
            }

            for (int element = 0; element < latent.Length; element++, coordinate++)
            {
                double[] above = [.. position];
                above[coordinate] += step;
                int at = latent.Offset + element;
                double slope = Math.Abs(_posterior.Constrain(above)[at] - record[at]) / step;

                // A few roundings of numbers of the size of the record, seen through the transform; q and −q reach both bounds of an interval.
                double rounding = 16 * Epsilon * (Math.Abs(record[at]) + Math.Abs(mirrored[at]) + 1) / slope;
                Compare($"position [{coordinate}] after a round trip", position, again[coordinate], position[coordinate], rounding + 16 * Epsilon * Math.Abs(position[coordinate]));
            }
        }
    }

    private static ReplayMethod ReplayOf(Posterior posterior) => posterior.GetType().GetMethod("Replay")!.CreateDelegate<ReplayMethod>(posterior);

    private void Compare(string what, double[] position, double actual, double expected, double tolerance, LaneWidth? width = null)
    {
        if (!IsClose(actual, expected, tolerance)) throw Failure($"the {what} is {Show(actual)}; it should be {Show(expected)} within {Show(tolerance)}", position, width);
    }

    private static bool IsClose(double actual, double expected, double tolerance) => actual.Equals(expected) || Math.Abs(actual - expected) <= tolerance;

    private PosteriorCheckException Failure(string what, double[] position, LaneWidth? width = null, bool isOfGradient = false) =>
        new($"{_posterior.ModelName}{(width is { } given ? $" at {given}" : "")}: {what}, at the position ({string.Join(", ", position.Select(Show))})")
        {
            IsOfGradient = isOfGradient,
        };

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>A compiled posterior does not do what every posterior must.</summary>
public sealed class PosteriorCheckException(string message) : Exception(message)
{
    /// <summary>Whether the gradient disagrees with differences, which a kink between their steps can cause as well.</summary>
    public bool IsOfGradient { get; init; }
}
