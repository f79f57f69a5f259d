using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProbModels;

/// <summary>A set of vectors or matrices with the transform by which samplers see it: what an engine needs to know, whatever the array's shape.</summary>
/// <remarks>Values are spans of their elements, row by row.</remarks>
public interface IArraySupport
{
    /// <summary>The number of elements of a value.</summary>
    int Size { get; }

    /// <summary>The number of unconstrained coordinates, which is less where elements depend on each other.</summary>
    int Coordinates { get; }

    /// <summary>Maps unconstrained coordinates into the set.</summary>
    /// <param name="unconstrained">Any finite numbers, as many as <see cref="Coordinates"/>.</param>
    /// <param name="value">Receives the value, all <see cref="Size"/> elements of it.</param>
    /// <param name="logJacobian">The log of the absolute determinant of the derivative of the free elements by the coordinates.</param>
    void Constrain(ReadOnlySpan<double> unconstrained, Span<double> value, out double logJacobian);

    /// <summary>The inverse of <see cref="Constrain"/>.</summary>
    void Unconstrain(ReadOnlySpan<double> value, Span<double> unconstrained);
}

/// <summary>A set of vectors of one length.</summary>
public abstract class VectorSupport : Support<double[]>, IArraySupport
{
    /// <summary>How far a sum of squares or of probabilities may be from 1, for its rounding and that of data in text files.</summary>
    internal const double UnitTolerance = 1e-8;

    /// <inheritdoc/>
    public abstract int Size { get; }

    /// <inheritdoc/>
    public abstract int Coordinates { get; }

    /// <inheritdoc/>
    public sealed override bool Contains(double[] value) => Contains(value.AsSpan());

    /// <summary>Whether a vector lies in the set; one of another length does not.</summary>
    public bool Contains(ReadOnlySpan<double> value) => value.Length == Size && ContainsElements(value);

    /// <summary>Whether a vector of the right length lies in the set.</summary>
    protected abstract bool ContainsElements(ReadOnlySpan<double> value);

    /// <inheritdoc/>
    public abstract void Constrain(ReadOnlySpan<double> unconstrained, Span<double> value, out double logJacobian);

    /// <inheritdoc/>
    public abstract void Unconstrain(ReadOnlySpan<double> value, Span<double> unconstrained);
}

/// <summary>A set of square matrices of one size.</summary>
public abstract class MatrixSupport : Support<double[,]>, IArraySupport
{
    /// <summary>The number of rows, and of columns.</summary>
    public abstract int Rows { get; }

    /// <inheritdoc/>
    public int Size => Rows * Rows;

    /// <inheritdoc/>
    public abstract int Coordinates { get; }

    /// <inheritdoc/>
    public sealed override bool Contains(double[,] value) => value.GetLength(0) == Rows && value.GetLength(1) == Rows && ContainsElements(Elements(value));

    /// <summary>Whether a matrix, row by row, lies in the set; one of another size does not.</summary>
    public bool Contains(ReadOnlySpan<double> value) => value.Length == Size && ContainsElements(value);

    /// <summary>Whether a matrix of the right size, row by row, lies in the set.</summary>
    protected abstract bool ContainsElements(ReadOnlySpan<double> value);

    /// <inheritdoc/>
    public abstract void Constrain(ReadOnlySpan<double> unconstrained, Span<double> value, out double logJacobian);

    /// <inheritdoc/>
    public abstract void Unconstrain(ReadOnlySpan<double> value, Span<double> unconstrained);

    /// <summary>The elements of a matrix, row by row, in place.</summary>
    internal static Span<double> Elements(double[,] matrix) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, double>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);
}
