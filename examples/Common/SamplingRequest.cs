using System.CommandLine;

namespace ProbModels.Examples;

/// <summary>What the user of an example asked for.</summary>
public sealed class SamplingRequest
{
    private readonly ParseResult _arguments;
    private readonly FileInfo? _json;

    internal SamplingRequest(ParseResult arguments, SamplerOptions options, FileInfo? json, CancellationToken cancellation)
        => (_arguments, Options, _json, Cancellation) = (arguments, options, json, cancellation);

    /// <summary>How to sample; the progress is shown in the terminal.</summary>
    public SamplerOptions Options { get; }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The value of an option that the example added.</summary>
    public T Value<T>(Option<T> option) where T : notnull => _arguments.GetRequiredValue(option);

    /// <summary>Prints the summary of a run with its advice, and writes it as JSON where the user wants that.</summary>
    /// <param name="fit">The run.</param>
    /// <param name="truths">What the data were simulated with: printed beside the posterior.</param>
    public void Report(Fit fit, params IReadOnlyList<Truth> truths)
    {
        var summary = fit.Summary();
        Console.WriteLine(summary);
        if (truths.Count > 0) Console.WriteLine(Truth.Table(truths, summary));
        if (_json is null) return;
        using var stream = _json.Create();
        summary.WriteJson(stream);
    }
}
