using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Cholesky factors of correlation matrices: lower triangles with rows of length 1 and a positive diagonal.</summary>
/// <remarks>
/// Stan reference manual, "Cholesky factors of correlation matrices": row by row, each coordinate's hyperbolic tangent is a partial correlation,
/// the part of the row's remaining length that goes into its element. 1 − tanh² is kept as a logarithm: nothing is subtracted from 1.
/// Elements above the diagonal are 0; the free ones are those below it.
/// </remarks>
internal sealed class CholeskyCorrelation(int rows) : MatrixSupport
{
    public override string Rule => "a lower triangle with a positive diagonal and rows of length 1";

    public override int Rows => rows;

    public override int Coordinates => rows * (rows - 1) / 2;

    public override void Constrain(ReadOnlySpan<double> unconstrained, Span<double> value, out double logJacobian)
    {
        value.Clear();
        logJacobian = 0;
        int coordinate = 0;
        for (int i = 0; i < rows; i++)
        {
            // Half the logarithm of what the squares so far leave of 1.
            double logLength = 0;
            for (int j = 0; j < i; j++)
            {
                double q = unconstrained[coordinate++], size = Math.Abs(q), decay = Expm1(-2 * size);
                double tanh = Math.CopySign(decay / (2 + decay), q), logCosh = size + Log1p(0.5 * decay);
                value[i * rows + j] = tanh * ScalarFunctions.Exp(logLength);
                logJacobian += logLength - 2 * logCosh;
                logLength -= logCosh;
            }

            value[i * rows + i] = ScalarFunctions.Exp(logLength);
        }
    }

    public override void Unconstrain(ReadOnlySpan<double> value, Span<double> unconstrained)
    {
        int first = 0;
        for (int i = 0; i < rows; first += i, i++)
        {
            double left = value[i * rows + i] * value[i * rows + i];
            for (int j = i - 1; j >= 0; j--)
            {
                double element = value[i * rows + j];
                unconstrained[first + j] = InverseSinh(element / Math.Sqrt(left));
                left += element * element;
            }
        }
    }

    protected override bool ContainsElements(ReadOnlySpan<double> value)
    {
        for (int i = 0; i < rows; i++)
        {
            var row = value.Slice(i * rows, rows);
            double squares = 0;
            for (int j = 0; j <= i; j++) squares += row[j] * row[j];
            if (!(row[i] > 0 && Math.Abs(squares - 1) <= VectorSupport.UnitTolerance) || row[(i + 1)..].ContainsAnyExcept(0.0)) return false;
        }

        return true;
    }

    /// <summary>tanh q = x / √(x² + left) says sinh q = x / √left.</summary>
    private static double InverseSinh(double x)
    {
        double size = Math.Abs(x), root = Math.Sqrt(1 + size * size);
        return Math.CopySign(Log1p(size + size * size / (1 + root)), x);
    }
}
