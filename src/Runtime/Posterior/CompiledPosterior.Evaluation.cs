namespace ProbModels;

/// <content>Evaluations: kernels read positions and write gradients in the caller's own memory.</content>
public abstract partial class CompiledPosterior<TDraws, TPredictive>
{
    private const int PageSize = 4096;

    /// <inheritdoc/>
    public sealed override unsafe double LogDensity(ReadOnlySpan<double> position, Workspace workspace)
    {
        CheckLength(position, nameof(position));
        fixed (double* start = position)
        {
            double logDensity = Evaluate(new ReadOnlySpan<double>(Readable(start, workspace), position.Length), workspace);
            GC.KeepAlive(workspace); // may hold the position's copy
            return double.IsNaN(logDensity) ? InSupport(position) : logDensity;
        }
    }

    /// <inheritdoc/>
    public sealed override unsafe double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace)
    {
        CheckLength(position, nameof(position));
        CheckLength(gradient, nameof(gradient));
        fixed (double* start = position, derivatives = gradient)
        {
            double* readable = Math.Abs(derivatives - start) < Dimension ? Copy(start, workspace) : Readable(start, workspace);
            double logDensity = Evaluate(new ReadOnlySpan<double>(readable, position.Length), new Span<double>(derivatives, gradient.Length), workspace);
            GC.KeepAlive(workspace); // may hold the position's copy
            return double.IsNaN(logDensity) ? InSupport(position) : logDensity;
        }
    }

    /// <summary>The log density at a position whose memory stays where it is, and may be read up to seven numbers past its end.</summary>
    protected abstract double Evaluate(ReadOnlySpan<double> position, Workspace workspace);

    /// <summary>The log density at a position, and its gradient, both in memory that stays where it is; the position may be read up to seven numbers past its end.</summary>
    protected abstract double Evaluate(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace);

    /// <summary>The position in memory of which whole vectors may be read past its end: in place, unless it ends where a page does, as what follows may not be there.</summary>
    private unsafe double* Readable(double* position, Workspace workspace) =>
        (nuint)(position + Dimension) % PageSize == 0 ? Copy(position, workspace) : position;

    private unsafe double* Copy(double* position, Workspace workspace)
    {
        var copy = workspace.Position(Dimension);
        new ReadOnlySpan<double>(position, Dimension).CopyTo(copy.Elements);
        return copy.Address;
    }

    /// <summary>What NaN stands for: −∞ where a latent overflows, as infinity lies outside its support.</summary>
    private double InSupport(ReadOnlySpan<double> position)
    {
        double[] record = Constrain(position);
        bool overflows = Sites.Any(site => site.Kind == SiteKind.Latent && record.AsSpan(site.Offset, site.Length).ContainsAny(double.PositiveInfinity, double.NegativeInfinity));
        return overflows ? double.NegativeInfinity : double.NaN;
    }
}
