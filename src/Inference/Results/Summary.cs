namespace ProbModels;

/// <summary>Mean, spread, quantiles and convergence of each number of a record.</summary>
public sealed class Summary
{
    internal Summary(Fit fit, IReadOnlyList<SummaryRow> rows)
    {
        (Fit, Rows) = (fit, rows);
        Advice = [.. fit.Advice, .. ConvergenceAdvice.For(fit, rows)];
    }

    /// <summary>The run that is summarised.</summary>
    public Fit Fit { get; }

    /// <summary>One row for each number of a record, in its order.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>The advice of the run, and that on chains that disagree or are too short.</summary>
    public IReadOnlyList<Advice> Advice { get; }

    /// <summary>The row of one number.</summary>
    /// <param name="name">A scalar's name, or an element's, as in <c>theta[3]</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such number.</exception>
    public SummaryRow this[string name] => Rows.FirstOrDefault(row => row.Name == name)
        ?? throw new KeyNotFoundException($"{Fit.Posterior.ModelName} has no value named '{name}'; its sites are {string.Join(", ", Fit.Posterior.Sites.Select(site => site.Name))}.");

    /// <summary>A table with one line for each number, and the advice. Of a long vector the first ten elements are shown.</summary>
    public override string ToString() => ToText();

    /// <summary>A table with one line for each number, and the advice.</summary>
    /// <param name="elements">How many elements of each site are shown; the line after them says how many are not.</param>
    public string ToText(int elements = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elements);
        return SummaryTable.Write(this, elements);
    }

    /// <summary>All rows and the numbers of the run as JSON, numbers that are not finite as null; see <see cref="WriteJson"/>.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        WriteJson(stream);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>
    /// Writes JSON in UTF-8: <c>model</c>, <c>chains</c>, <c>warmup</c>, <c>draws</c>, <c>seed</c>, <c>seconds</c>, <c>gradients</c>, <c>divergences</c>,
    /// <c>missing</c> with the numbers of the elements that each observable lacks, and <c>sites</c> with an object for each number, named as in
    /// <c>theta[3]</c>: <c>mean</c>, <c>sd</c>, <c>q5</c>, <c>q50</c>, <c>q95</c>, <c>rhat</c>, <c>essBulk</c>, <c>essTail</c>, <c>mcse</c>.
    /// </summary>
    public void WriteJson(Stream stream) => SummaryJson.Write(this, stream);
}
