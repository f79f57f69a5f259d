namespace ProbModels.Generator.Ir;

/// <summary>The programs that one model becomes.</summary>
/// <param name="Check">Checks the inputs.</param>
/// <param name="Bind">Checks the observations and computes what data alone decide.</param>
/// <param name="LogDensity">The log density at a position.</param>
/// <param name="Gradient">The log density and its gradient.</param>
/// <param name="Constrain">From a position to a record.</param>
/// <param name="Unconstrain">From a record to a position.</param>
/// <param name="LogLikelihood">From a record to the observables' terms of the log density, element by element.</param>
/// <param name="Notes">Which formulas are computed in a stable form, in words.</param>
internal sealed record Program(
    Model Model, Kernel Check, Kernel Bind, Kernel LogDensity, Kernel Gradient, Kernel Constrain, Kernel Unconstrain, Kernel LogLikelihood, Sequence<string> Notes)
{
    /// <summary>The kernels that evaluate the log density, in each way and with and without its gradient.</summary>
    public IEnumerable<Kernel> Evaluations => Condensed is { } condensed ? [LogDensity, Gradient, condensed.LogDensity, condensed.Gradient] : [LogDensity, Gradient];

    /// <summary>The log density and its gradient from sufficient statistics, numbers that stand for whole plates; null where no plate can be condensed so.</summary>
    public CondensedProgram? Condensed { get; init; }

    /// <summary>The log density and its gradient for numbers one by one: the same as <see cref="Gradient"/>, before it is made ready for vectors.</summary>
    public Kernel? Scalar { get; init; }

    /// <summary>The programs for data of which elements are missing that have to be inferred; null where a model needs no such elements.</summary>
    public Program? Imputing { get; init; }
}

/// <summary>What a program computes in another way, which serves where it agrees.</summary>
/// <param name="LogDensity">The log density at a position.</param>
/// <param name="Gradient">The log density and its gradient.</param>
internal sealed record CondensedProgram(Kernel LogDensity, Kernel Gradient);
