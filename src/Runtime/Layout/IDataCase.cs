namespace ProbModels;

/// <summary>Whether data are complete, as a type: a generated kernel is compiled for each case, and where nothing is missing no mask is read.</summary>
public interface IDataCase
{
    /// <summary>Whether every element of every observable is given.</summary>
    static abstract bool IsComplete { get; }
}

/// <summary>Every element of every observable is given.</summary>
public readonly struct CompleteData : IDataCase
{
    /// <inheritdoc/>
    public static bool IsComplete => true;
}

/// <summary>An element of an observable is missing, or a whole observable is left out.</summary>
public readonly struct IncompleteData : IDataCase
{
    /// <inheritdoc/>
    public static bool IsComplete => false;
}
