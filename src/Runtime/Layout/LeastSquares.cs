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

    /// <summary>The numbers that stand for the rows.</summary>
    /// <param name="weights">w, one for each row.</param>
    /// <param name="constants">c, one for each row.</param>
    /// <param name="columns">The columns of f, each with one element for each row.</param>
    /// <returns>u; then for each column k the numbers Tₖⱼ for j ≥ k and rₖ; then s. Numbers that are not finite where a length overflows.</returns>
    public static double[] Of(double[] weights, double[] constants, params double[][] columns)
    {
        int count = columns.Length;
        var directions = Array.ConvertAll(columns, column => Times(weights, column));
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
            var residuals = Times(weights, Residuals(constants, columns, fit));
            rest = Array.ConvertAll(directions, direction => TakeOut(direction, residuals));
            left = Length(residuals);
            if (step < Refinements) Improve(fit, rest, triangle, lengths);
        }

        return Flat(fit, triangle, rest, left);
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

    private static double[] Flat(double[] fit, double[,] triangle, double[] rest, double left)
    {
        List<double> numbers = [.. fit];
        for (int k = 0; k < fit.Length; k++)
        {
            for (int j = k; j < fit.Length; j++) numbers.Add(triangle[k, j]);
            numbers.Add(rest[k]);
        }

        numbers.Add(left);
        return [.. numbers];
    }

    /// <summary>c + Σ v f for each row, as exact as with twice the digits.</summary>
    private static double[] Residuals(double[] constants, double[][] columns, double[] fit)
    {
        var residuals = new double[constants.Length];
        for (int i = 0; i < residuals.Length; i++)
        {
            double sum = constants[i], error = 0;
            for (int j = 0; j < columns.Length; j++) AddProduct(columns[j][i], fit[j], ref sum, ref error);
            residuals[i] = sum + error;
        }

        return residuals;
    }

    private static double[] Times(double[] weights, double[] column)
    {
        var product = new double[weights.Length];
        for (int i = 0; i < product.Length; i++) product[i] = weights[i] * column[i];
        return product;
    }

    private static void Scale(double[] vector, double factor)
    {
        for (int i = 0; i < vector.Length; i++) vector[i] *= factor;
    }

    /// <summary>Takes out of a vector its part along a direction, and says how long that is.</summary>
    private static double TakeOut(double[] direction, double[] vector)
    {
        double along = Dot(direction, vector);
        for (int i = 0; i < vector.Length; i++) vector[i] = Math.FusedMultiplyAdd(-along, direction[i], vector[i]);
        return along;
    }

    private static double Length(double[] vector) => Math.Sqrt(Dot(vector, vector));

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0, error = 0;
        for (int i = 0; i < a.Length; i++) AddProduct(a[i], b[i], ref sum, ref error);
        return sum + error;
    }

    /// <summary>Adds a product to a sum, and what both rounded away to its error.</summary>
    private static void AddProduct(double a, double b, ref double sum, ref double error)
    {
        double product = a * b, total = sum + product, added = total - sum;
        error += sum - (total - added) + (product - added) + Math.FusedMultiplyAdd(a, b, -product);
        sum = total;
    }
}
