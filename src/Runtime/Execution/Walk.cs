using System.Runtime.InteropServices;

namespace ProbModels;

/// <summary>A site as it comes up while a model runs, or a derived value.</summary>
/// <param name="Site">Its number in <see cref="CompiledModel.Sites"/>.</param>
/// <param name="Element">Which of the site's elements.</param>
public readonly record struct Visit(int Site, int Element);

/// <summary>Walks through a model's sites in the order in which its method runs, with the indices of the plates around each.</summary>
/// <remarks>
/// The generated walk and the running method go side by side; that both stand at the same indices is checked at every site. Plates can be
/// walked backwards: a model whose log density then changes has iterations that are not independent.
/// </remarks>
/// <param name="backwards">Whether plates run from the last iteration to the first.</param>
public sealed class Walk(bool backwards = false)
{
    private readonly List<int> _indices = [];

    /// <summary>The indices of the plates around the current site, outermost first.</summary>
    internal ReadOnlySpan<int> Indices => CollectionsMarshal.AsSpan(_indices);

    /// <summary>The current site.</summary>
    public Visit At(int site, int element = 0) => new(site, element);

    /// <summary>The indices of a plate, in the order of this walk.</summary>
    public IEnumerable<int> Plate(int size)
    {
        int depth = _indices.Count;
        for (int i = 0; i < size; i++)
        {
            _indices.Add(backwards ? size - 1 - i : i);
            yield return _indices[depth];
            _indices.RemoveAt(depth);
        }
    }
}
