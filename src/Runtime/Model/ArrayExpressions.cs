using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Arithmetic on arrays, element by element: in a model <c>Sample(Normal(m * x + c, e))</c> over <c>double[]</c> is a plate.</summary>
public static class ArrayExpressions
{
    extension(double[])
    {
        /// <summary>−x of each element.</summary>
        public static double[] operator -(double[] x) => Each(x, element => -element);

        /// <summary>The sum of elements at the same index.</summary>
        /// <exception cref="ArgumentException">The lengths differ.</exception>
        public static double[] operator +(double[] a, double[] b) => Zip(a, b, (x, y) => x + y);

        /// <summary>The sum of each element and a number.</summary>
        public static double[] operator +(double[] a, double b) => Each(a, x => x + b);

        /// <summary>The sum of a number and each element.</summary>
        public static double[] operator +(double a, double[] b) => Each(b, x => a + x);

        /// <summary>The difference of elements at the same index.</summary>
        /// <exception cref="ArgumentException">The lengths differ.</exception>
        public static double[] operator -(double[] a, double[] b) => Zip(a, b, (x, y) => x - y);

        /// <summary>The difference of each element and a number.</summary>
        public static double[] operator -(double[] a, double b) => Each(a, x => x - b);

        /// <summary>The difference of a number and each element.</summary>
        public static double[] operator -(double a, double[] b) => Each(b, x => a - x);

        /// <summary>The product of elements at the same index.</summary>
        /// <exception cref="ArgumentException">The lengths differ.</exception>
        public static double[] operator *(double[] a, double[] b) => Zip(a, b, (x, y) => x * y);

        /// <summary>The product of each element and a number.</summary>
        public static double[] operator *(double[] a, double b) => Each(a, x => x * b);

        /// <summary>The product of a number and each element.</summary>
        public static double[] operator *(double a, double[] b) => Each(b, x => a * x);

        /// <summary>The quotient of elements at the same index.</summary>
        /// <exception cref="ArgumentException">The lengths differ.</exception>
        public static double[] operator /(double[] a, double[] b) => Zip(a, b, (x, y) => x / y);

        /// <summary>The quotient of each element and a number.</summary>
        public static double[] operator /(double[] a, double b) => Each(a, x => x / b);

        /// <summary>The quotient of a number and each element.</summary>
        public static double[] operator /(double a, double[] b) => Each(b, x => a / x);
    }

    /// <summary>The elements at the given indices: <c>effect.At(groupOf)</c> has one element for each index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no element at an index.</exception>
    public static double[] At(this double[] array, int[] indices)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(indices);
        var result = new double[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= array.Length)
                throw new ArgumentOutOfRangeException(nameof(indices), indices[i], $"there is no element at the index with number {i}: the array has {array.Length} elements");
            result[i] = array[indices[i]];
        }

        return result;
    }

    private static double[] Each(double[] array, Converter<double, double> compute, [CallerArgumentExpression(nameof(array))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(array, name);
        return Array.ConvertAll(array, compute);
    }

    private static double[] Zip(double[] a, double[] b, Func<double, double, double> combine)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Length != b.Length) throw new ArgumentException($"a has {a.Length} elements and b has {b.Length}; they must have equally many", nameof(b));
        var result = new double[a.Length];
        for (int i = 0; i < result.Length; i++) result[i] = combine(a[i], b[i]);
        return result;
    }
}
