namespace ProbModels;

/// <summary>What the draws say of one number.</summary>
public sealed record SummaryRow
{
    /// <summary>A scalar's name, or an element's, as in <c>theta[3]</c>, <c>theta[2,3]</c> or <c>y[2][3]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The site to which it belongs.</summary>
    public required Site Site { get; init; }

    /// <summary>The mean.</summary>
    public required double Mean { get; init; }

    /// <summary>The standard deviation.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>The 5 % quantile.</summary>
    public required double Quantile5 { get; init; }

    /// <summary>The median.</summary>
    public required double Median { get; init; }

    /// <summary>The 95 % quantile.</summary>
    public required double Quantile95 { get; init; }

    /// <summary>Rank-normalised split R-hat; NaN where the draws are constant.</summary>
    public required double RHat { get; init; }

    /// <summary>The effective sample size for the centre.</summary>
    public required double BulkEss { get; init; }

    /// <summary>The effective sample size for the 5 % and 95 % quantiles.</summary>
    public required double TailEss { get; init; }

    /// <summary>The Monte Carlo standard error of the mean.</summary>
    public required double MeanError { get; init; }
}
