using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>A sum of squares of linear forms, kept as so many numbers as do not depend on the count of rows.</summary>
/// <remarks>
/// Σᵢ (wᵢ (cᵢ + Σⱼ vⱼ fᵢⱼ))² as a function of v is a quadratic form, and this writes it as Σₖ (rₖ + Σⱼ Tₖⱼ (vⱼ − uⱼ))² + s², where u is the
/// least-squares fit, T a triangle and s the length of the fit's residuals. Near the fit, where the form is small, all that is added up is
/// small. The normal equations are not formed, because they square what is lost: T comes from modified Gram–Schmidt orthogonalisation, which gives the
/// triangle of columns that differ from those given by a few roundings of their lengths, also where they are almost or wholly dependent
/// (Å. Björck and C. C. Paige, SIAM J. Matrix Anal. Appl. 13, 176, 1992). Sums are as exact as with twice the digits, and so are residuals
/// (T. Ogita, S. M. Rump and S. Oishi, SIAM J. Sci. Comput. 26, 1955, 2005).
/// </remarks>
public static class LeastSquares
{
    /// <summary>A column so much shorter than it was, once those before it are taken out, follows from them: its own part of the fit is left at 0.</summary>
    private const double Dependent = 1e-12;

    /// <summary>Each step leaves the error of the fit times the loss of digits in the triangle: after three, all that is left is its last rounding.</summary>
    private const int Refinements = 3;

    /// <summary>How many partial sums an inner product has: two vectors of four, on every machine.</summary>
    private const int Lanes = 8;

    /// <summary>Of more columns the fit takes longer than some thousand evaluations that do without it, each of which reads every row.</summary>
    private const int MostColumns = 1024;

    /// <summary>How many rows stand for others: one for each column, or none where these would be more than half as many, which saves no time, or too many to fit.</summary>
    /// <param name="rows">The count of rows that they stand for.</param>
    /// <param name="columns">The count of columns.</param>
    public static int RowsFor(int rows, int columns) => columns <= rows / 2 && columns <= MostColumns ? columns : 0;

    /// <summary>The numbers that stand for rows.</summary>
    /// <param name="count">How many rows stand for them: one for each column of f, or none.</param>
    /// <param name="weights">w, one for each row.</param>
    /// <param name="constants">c, one for each row.</param>
    /// <param name="blocks">The columns of f, one or several at a time.</param>
    /// <returns>
    /// u; then s; then r; then for each block its columns of T, row after row. Numbers that are not finite where a length overflows. Where the
    /// count is 0 nothing is computed: there are NaN for u and s, and nothing else.
    /// </returns>
    public static double[] Of(int count, double[] weights, double[] constants, ReadOnlySpan<Block> blocks)
    {
        int width = 0;
        foreach (var block in blocks) width += block.Count;
        var numbers = new double[width + 1 + count + count * width];
        numbers.AsSpan(0, width + 1).Fill(double.NaN);
        if (count == width) Condense(weights, constants, blocks, numbers, width);
        return numbers;
    }

    private static void Condense(double[] weights, double[] constants, ReadOnlySpan<Block> blocks, double[] numbers, int count)
    {
        var directions = new double[count][];
        int next = 0;
        foreach (var block in blocks)
            for (int column = 0; column < block.Count; column++) directions[next++] = Weighted(weights, block, column);
        double[] lengths = Array.ConvertAll(directions, Length);
        var triangle = new double[count, count];
        for (int k = 0; k < count; k++)
        {
            triangle[k, k] = Length(directions[k]);
            Scale(directions[k], triangle[k, k] > 0 ? 1 / triangle[k, k] : 0);
            for (int j = k + 1; j < count; j++) triangle[k, j] = TakeOut(directions[k], directions[j]);
        }

        double[] fit = new double[count], rest = [];
        double left = 0;
        for (int step = 0; step <= Refinements; step++)
        {
            double[] residuals = Residuals(weights, constants, blocks, fit);
            rest = Array.ConvertAll(directions, direction => TakeOut(direction, residuals));
            left = Length(residuals);
            if (step < Refinements) Improve(fit, rest, triangle, lengths);
        }

        fit.CopyTo(numbers, 0);
        numbers[count] = left;
        rest.CopyTo(numbers, count + 1);
        int at = 2 * count + 1, first = 0;
        foreach (var block in blocks)
        {
            for (int k = 0; k < count; k++)
                for (int column = 0; column < block.Count; column++) numbers[at++] = triangle[k, first + column];
            first += block.Count;
        }
    }

    /// <summary>Moves the fit to where the rest vanishes: back substitution.</summary>
    private static void Improve(double[] fit, double[] rest, double[,] triangle, double[] lengths)
    {
        var change = new double[fit.Length];
        for (int k = fit.Length - 1; k >= 0; k--)
        {
            if (!(triangle[k, k] > Dependent * lengths[k])) continue;
            double sum = rest[k];
            for (int j = k + 1; j < fit.Length; j++) sum += triangle[k, j] * change[j];
            change[k] = -sum / triangle[k, k];
            fit[k] += change[k];
        }
    }

    /// <summary>w (c + Σ v f) for each row, where the sum is as exact as with twice the digits.</summary>
    private static double[] Residuals(double[] weights, double[] constants, ReadOnlySpan<Block> blocks, double[] fit)
    {
        double[] residuals = Vector(weights.Length);
        for (int i = 0; i < weights.Length; i++)
        {
            double sum = constants[i], error = 0;
            int next = 0;
            foreach (var block in blocks)
                for (int column = 0; column < block.Count; column++) AddProduct(block[i, column], fit[next++], ref sum, ref error);
            residuals[i] = weights[i] * (sum + error);
        }

        return residuals;
    }

    private static double[] Weighted(double[] weights, Block block, int column)
    {
        double[] product = Vector(weights.Length);
        for (int i = 0; i < weights.Length; i++) product[i] = weights[i] * block[i, column];
        return product;
    }

    /// <summary>Zeros for some rows, and as many more as fill the last vectors.</summary>
    private static double[] Vector(int rows) => new double[(rows + Lanes - 1) / Lanes * Lanes];

    private static void Scale(double[] vector, double factor)
    {
        for (int i = 0; i < vector.Length; i++) vector[i] *= factor;
    }

    /// <summary>Takes out of a vector its part along a direction, and says how long that is.</summary>
    private static double TakeOut(double[] direction, double[] vector)
    {
        double along = Dot(direction, vector);
        var minus = Vector256.Create(-along);
        for (int i = 0; i < vector.Length; i += Vector256<double>.Count)
            Vector256.FusedMultiplyAdd(minus, Vector256.LoadUnsafe(ref direction[i]), Vector256.LoadUnsafe(ref vector[i])).StoreUnsafe(ref vector[i]);
        return along;
    }

    private static double Length(double[] vector) => Math.Sqrt(Dot(vector, vector));

    /// <summary>An inner product: row i goes to partial sum i mod 8, each of which has an error of its own.</summary>
    private static double Dot(double[] a, double[] b)
    {
        Vector256<double> lowSum = default, lowError = default, highSum = default, highError = default;
        for (int i = 0; i < a.Length; i += Lanes)
        {
            AddProducts(Vector256.LoadUnsafe(ref a[i]), Vector256.LoadUnsafe(ref b[i]), ref lowSum, ref lowError);
            AddProducts(Vector256.LoadUnsafe(ref a[i + 4]), Vector256.LoadUnsafe(ref b[i + 4]), ref highSum, ref highError);
        }

        double sum = 0, error = Partials.Total(lowError, highError);
        for (int lane = 0; lane < Lanes; lane++) AddProduct(lane < 4 ? lowSum[lane] : highSum[lane - 4], 1, ref sum, ref error);
        return sum + error;
    }

    /// <summary>Adds a product to a sum, and what both rounded away to its error.</summary>
    private static void AddProduct(double a, double b, ref double sum, ref double error)
    {
        double product = a * b, total = sum + product, added = total - sum;
        error += sum - (total - added) + (product - added) + Math.FusedMultiplyAdd(a, b, -product);
        sum = total;
    }

    /// <inheritdoc cref="AddProduct"/>
    private static void AddProducts(Vector256<double> a, Vector256<double> b, ref Vector256<double> sum, ref Vector256<double> error)
    {
        Vector256<double> product = a * b, total = sum + product, added = total - sum;
        error += sum - (total - added) + (product - added) + Vector256.FusedMultiplyAdd(a, b, -product);
        sum = total;
    }

    /// <summary>Columns of f: one, or as many as a matrix has.</summary>
    /// <param name="factors">The column, one number for each row; with a matrix, what stands before each of its rows.</param>
    /// <param name="elements">A matrix, row after row.</param>
    /// <param name="columns">The number of its columns.</param>
    public readonly struct Block(double[] factors, double[] elements, int columns)
    {
        /// <summary>One column.</summary>
        public Block(double[] column)
            : this(column, [], -1)
        {
        }

        /// <summary>The number of columns.</summary>
        public int Count => columns < 0 ? 1 : columns;

        /// <summary>One element.</summary>
        public double this[int row, int column] => columns < 0 ? factors[row] : factors[row] * elements[row * columns + column];
    }
}
