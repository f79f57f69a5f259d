namespace ProbModels.Generator.Tests.Programs;

/// <summary>What a value is to a model.</summary>
internal enum Role
{
    /// <summary>A local or an array's element, not recorded.</summary>
    Plain,
    Derived,
    Latent,

    /// <summary>An observable that is given.</summary>
    Given,

    /// <summary>An observable that is not given.</summary>
    LeftOut,
}
