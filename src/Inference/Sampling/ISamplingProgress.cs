namespace ProbModels;

/// <summary>Watches a run while it goes on.</summary>
/// <remarks>
/// The sampler calls nothing in between: it writes a few numbers per iteration, and whoever watches reads them from
/// <see cref="SamplingMonitor"/> at its own pace, from its own thread. So watching costs the sampler nothing.
/// </remarks>
public interface ISamplingProgress
{
    /// <summary>Called once before the first iteration, on the thread that samples.</summary>
    /// <param name="monitor">What can be seen of the run from now on.</param>
    void Begin(SamplingMonitor monitor);

    /// <summary>Called once after the last iteration, also if the run failed or was cancelled.</summary>
    void End();
}
