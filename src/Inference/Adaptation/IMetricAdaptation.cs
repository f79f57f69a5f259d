namespace ProbModels;

/// <summary>Learns a metric during the warm-up.</summary>
internal interface IMetricAdaptation
{
    /// <summary>The metric so far: the same object throughout, renewed in place.</summary>
    Metric Metric { get; }

    /// <summary>Takes a draw of the current window into account.</summary>
    void Observe(PhasePoint draw);

    /// <summary>Renews the metric from the window's draws and begins the next window.</summary>
    /// <returns>Whether the metric changed.</returns>
    bool CompleteWindow();
}
