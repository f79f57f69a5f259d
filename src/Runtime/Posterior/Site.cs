namespace ProbModels;

/// <summary>What a site is to the model.</summary>
public enum SiteKind
{
    /// <summary>A random value that is inferred.</summary>
    Latent,

    /// <summary>A random value that may be given as data.</summary>
    Observable,

    /// <summary>A deterministic value that is recorded with every draw.</summary>
    Derived,
}

/// <summary>A named value of a model: its kind, its shape and its place in a record.</summary>
/// <param name="Name">The name in the model's source.</param>
/// <param name="Kind">What the site is to the model.</param>
/// <param name="Shape">The sizes of the plates around it, outermost first, or its groups; empty for a scalar.</param>
/// <param name="Offset">Where its first number lies in a record.</param>
public sealed record Site(string Name, SiteKind Kind, SiteShape Shape, int Offset)
{
    /// <summary>The count of its numbers.</summary>
    public int Length => Shape.Length;

    /// <summary>The count of its unconstrained coordinates, where it is a latent: less than <see cref="Length"/> where elements depend on each other.</summary>
    public int Coordinates { get; init; } = Shape.Length;

    /// <summary>How many of its numbers belong to one value: 1, or the length of a vector that is drawn as a whole.</summary>
    public int ValueLength { get; init; } = 1;

    /// <summary>Which elements of an observable it stands for, where these are missing and inferred; null for any other site.</summary>
    public MissingElements? Missing { get; init; }

    /// <summary>The name of one element, as in <c>theta[3]</c>, <c>theta[2,3]</c> or <c>y[2][3]</c>; the plain name for a scalar.</summary>
    public string ElementName(int element) => Name + (Missing is null ? Shape.Subscript(element) : Missing.Shape.Subscript(Missing.Elements[element]));
}

/// <summary>What one site adds to a log density.</summary>
/// <param name="Site">The name of the site.</param>
/// <param name="LogDensity">The sum over the site's elements, log Jacobian of its transform included.</param>
/// <param name="FirstProblem">The first element that is not finite or breaks a rule, in words; null where all is well.</param>
public sealed record SiteContribution(string Site, double LogDensity, string? FirstProblem);
