using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProbModels;

/// <summary>A latent's part of a position or of a gradient: the caller's own memory, lent for one evaluation, so that nothing is copied.</summary>
/// <remarks>
/// Whole vectors may be read past the part's end (see <see cref="CompiledPosterior{TDraws, TPredictive}"/>), but not written: what lies there is another latent's, or
/// another owner's. Vector code writes the last elements, which do not fill a block of eight, to <see cref="LastBlock"/>, from where they are copied.
/// </remarks>
public sealed unsafe class Coordinates
{
    // A block of eight, and as many places more for code at shifted places.
    private readonly Column _lastBlock = new(16);
    private double* _start;

    /// <summary>The count of elements.</summary>
    public int Length { get; private set; }

    /// <summary>The first element.</summary>
    public ref double Start => ref *_start;

    /// <summary>The elements.</summary>
    public Span<double> Elements => new(_start, Length);

    /// <summary>One element.</summary>
    public ref double this[int index] => ref Elements[index];

    /// <summary>Takes memory that stays where it is until the evaluation ends.</summary>
    public void Lend(ReadOnlySpan<double> part)
    {
        Length = part.Length;
        _start = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(part));
    }

    /// <summary>Clears the elements outside a range.</summary>
    public void ClearOutside(int start, int length)
    {
        Elements[..start].Clear();
        Elements[(start + length)..].Clear();
    }

    /// <summary>A reference from which the element with number <paramref name="whole"/> lies in the last block.</summary>
    /// <param name="whole">How many elements fill whole blocks.</param>
    public ref double LastBlock(int whole) => ref Unsafe.Subtract(ref _lastBlock.Start, whole);

    /// <summary>Copies what was written to the last block to its place.</summary>
    /// <param name="whole">How many elements fill whole blocks.</param>
    /// <param name="count">How many there are in all.</param>
    /// <param name="shift">By how much places are shifted from the elements' numbers.</param>
    public void CopyLastBlock(int whole, int count, int shift = 0) => _lastBlock.Elements.Slice(shift, count - whole).CopyTo(Elements[(whole + shift)..]);
}
