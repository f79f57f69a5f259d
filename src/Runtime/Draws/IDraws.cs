namespace ProbModels;

/// <summary>Draws with a property for each site: what generated classes of draws have in common.</summary>
public interface IDraws
{
    /// <summary>The sites with their shapes and their places in a record.</summary>
    IReadOnlyList<Site> Sites { get; }

    /// <summary>The records: chains x draws x record.</summary>
    DrawStore Store { get; }
}
