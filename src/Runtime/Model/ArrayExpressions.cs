namespace ProbModels;

/// <summary>Arithmetic on arrays, element by element: in a model <c>Sample(Normal(m * x + c, e))</c> over <c>double[]</c> is a plate.</summary>
public static class ArrayExpressions
{
    extension(double[])
    {
        /// <summary>−x of each element.</summary>
        public static double[] operator -(double[] x) => Array.ConvertAll(x, element => -element);

        /// <summary>The sum of elements at the same index.</summary>
        /// <exception cref="ArgumentException">The lengths differ.</exception>
        public static double[] operator +(double[] a, double[] b) => Zip(a, b, (x, y) => x + y);

        /// <summary>The sum of each element and a number.</summary>
        public static double[] operator +(double[] a, double b) => Array.ConvertAll(a, x => x + b);

        /// <summary>The sum of a number and each element.</summary>
        public static double[] operator +(double a, double[] b) => Array.ConvertAll(b, x => a + x);

        /// <summary>The difference of elements at the same index.</summary>
        /// <exception cref="ArgumentException">The lengths differ.</exception>
        public static double[] operator -(double[] a, double[] b) => Zip(a, b, (x, y) => x - y);

        /// <summary>The difference of each element and a number.</summary>
        public static double[] operator -(double[] a, double b) => Array.ConvertAll(a, x => x - b);

        /// <summary>The difference of a number and each element.</summary>
        public static double[] operator -(double a, double[] b) => Array.ConvertAll(b, x => a - x);

        /// <summary>The product of elements at the same index.</summary>
        /// <exception cref="ArgumentException">The lengths differ.</exception>
        public static double[] operator *(double[] a, double[] b) => Zip(a, b, (x, y) => x * y);

        /// <summary>The product of each element and a number.</summary>
        public static double[] operator *(double[] a, double b) => Array.ConvertAll(a, x => x * b);

        /// <summary>The product of a number and each element.</summary>
        public static double[] operator *(double a, double[] b) => Array.ConvertAll(b, x => a * x);

        /// <summary>The quotient of elements at the same index.</summary>
        /// <exception cref="ArgumentException">The lengths differ.</exception>
        public static double[] operator /(double[] a, double[] b) => Zip(a, b, (x, y) => x / y);

        /// <summary>The quotient of each element and a number.</summary>
        public static double[] operator /(double[] a, double b) => Array.ConvertAll(a, x => x / b);

        /// <summary>The quotient of a number and each element.</summary>
        public static double[] operator /(double a, double[] b) => Array.ConvertAll(b, x => a / x);
    }

    /// <summary>The elements at the given indices: <c>effect.At(groupOf)</c> has one element for each index.</summary>
    public static double[] At(this double[] array, int[] indices) => Array.ConvertAll(indices, index => array[index]);

    private static double[] Zip(double[] a, double[] b, Func<double, double, double> combine)
    {
        if (a.Length != b.Length) throw new ArgumentException($"the arrays have {a.Length} and {b.Length} elements; they must have equally many");
        var result = new double[a.Length];
        for (int i = 0; i < result.Length; i++) result[i] = combine(a[i], b[i]);
        return result;
    }
}
