namespace ProbModels.Generator.Ir;

/// <summary>What to compute: definitions and loops, then outputs.</summary>
internal sealed record Kernel(string Name, Sequence<Statement> Body, Sequence<Output> Outputs);

/// <summary>Where a result of a kernel goes.</summary>
internal enum OutputKind
{
    LogDensity,

    /// <summary>The partial derivatives with respect to a latent's unconstrained coordinates.</summary>
    Gradient,

    /// <summary>A latent or derived value on the scale of the model.</summary>
    Record,

    /// <summary>A latent's unconstrained coordinates.</summary>
    Position,

    /// <summary>A value that another kernel reads under this name with <see cref="Operations.Bound"/>.</summary>
    Bound,
}

/// <summary>A result of a kernel.</summary>
/// <param name="Symbol">The site or the bound value; empty for the log density.</param>
internal sealed record Output(OutputKind Kind, string Symbol, Value Value);
