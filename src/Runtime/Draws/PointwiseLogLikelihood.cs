namespace ProbModels;

/// <summary>The log likelihood of each observed element for each draw: chains x draws x elements, for each observable.</summary>
/// <remarks>An element that is missing has no term; its place holds NaN, so that elements keep their numbers. <see cref="Posterior.Missing"/> lists them.</remarks>
public sealed class PointwiseLogLikelihood
{
    private readonly string _model;

    internal PointwiseLogLikelihood(string model, IReadOnlyList<Site> observables, DrawStore store) => (_model, Observables, Store) = (model, observables, store);

    /// <summary>The observables that are given, with their shapes and their places among the terms of a draw.</summary>
    public IReadOnlyList<Site> Observables { get; }

    /// <summary>All terms: chains x draws x the elements of one observable after the other.</summary>
    public DrawStore Store { get; }

    /// <summary>The terms of one observable, its elements row-major; <see cref="Site.ElementName"/> names them.</summary>
    /// <param name="observable">The name in the model's source.</param>
    /// <exception cref="KeyNotFoundException">There is no such observable, or it is not given.</exception>
    public VectorDraws this[string observable]
    {
        get
        {
            var site = Observables.FirstOrDefault(site => site.Name == observable)
                ?? throw new KeyNotFoundException($"{_model} was given no observable named '{observable}'; those given are {string.Join(", ", Observables.Select(site => site.Name))}.");
            return new(Store, site.Offset, site.Length);
        }
    }
}
