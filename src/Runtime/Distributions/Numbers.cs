namespace ProbModels;

/// <summary>A number for each index of a plate: the elements of an array, or one number for all.</summary>
public readonly struct Numbers
{
    private readonly double[]? _array;
    private readonly double _number;

    private Numbers(double[]? array, double number) => (_array, _number) = (array, number);

    /// <summary>The number at an index.</summary>
    public double this[int index] => _array is { } array ? array[index] : _number;

    /// <summary>One number for all indices.</summary>
    public static implicit operator Numbers(double number) => new(null, number);

    /// <summary>The elements of an array.</summary>
    public static implicit operator Numbers(double[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new(array, 0);
    }

    /// <summary>The length that all arrays among the numbers have.</summary>
    /// <exception cref="ArgumentException">Two arrays have different lengths, or there is none.</exception>
    public static int CommonLength(params ReadOnlySpan<Numbers> all)
    {
        int? length = null;
        foreach (var numbers in all)
        {
            if (numbers._array is not { } array) continue;
            if (length is { } other && other != array.Length) throw new ArgumentException($"the arrays have {other} and {array.Length} elements; they must have equally many");
            length = array.Length;
        }

        return length ?? throw new ArgumentException("there is no array among the numbers; give numbers of type double for a single value");
    }
}
