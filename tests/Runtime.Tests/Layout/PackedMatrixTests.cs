namespace ProbModels.Tests;

public class PackedMatrixTests
{
    /// <summary>Some rows fill no tile, some a few, some more than the four that are taken at a time.</summary>
    public static TheoryData<int, int> Shapes => new() { { 1, 1 }, { 7, 3 }, { 8, 5 }, { 9, 20 }, { 40, 4 }, { 64, 1 }, { 77, 6 }, { 5, 0 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_product_is_that_of_each_row_with_the_vector(int rows, int columns)
    {
        var (elements, vector, _) = Sample(rows, columns);
        var products = new Column(rows);
        PackedMatrix.Of(elements, columns).Multiply(vector, 0, rows, products);
        for (int row = 0; row < rows; row++)
        {
            // One rounding for each column, in order, in every lane and width.
            double expected = 0;
            for (int j = 0; j < columns; j++) expected = Math.FusedMultiplyAdd(elements[row * columns + j], vector[j], expected);
            Assert.Equal(expected, products[row]);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_are_added_with_their_weights_to_eight_partial_sums(int rows, int columns)
    {
        var (elements, _, weights) = Sample(rows, columns);
        var (sums, totals) = (new Column(8 * columns), new Column(columns));
        var matrix = PackedMatrix.Of(elements, columns);
        matrix.AddRows(Column.Of(weights), 0, rows, sums);
        matrix.Total(sums, totals.Elements);
        for (int j = 0; j < columns; j++)
        {
            var partials = new double[8];
            for (int row = 0; row < rows; row++) partials[row % 8] = Math.FusedMultiplyAdd(elements[row * columns + j], weights[row], partials[row % 8]);
            Assert.Equal(Partials.Total(partials), totals[j]);
        }
    }

    [Fact]
    public void Parts_that_begin_at_whole_tiles_give_what_the_whole_gives()
    {
        const int Rows = 77, Columns = 6, Part = 32;
        var (elements, vector, weights) = Sample(Rows, Columns);
        var matrix = PackedMatrix.Of(elements, Columns);
        var (whole, part) = (new Column(Rows), new Column(Part));
        var (wholeSums, partSums) = (new Column(8 * Columns), new Column(8 * Columns));
        matrix.Multiply(vector, 0, Rows, whole);
        matrix.AddRows(Column.Of(weights), 0, Rows, wholeSums);
        for (int from = 0; from < Rows; from += Part)
        {
            int to = Math.Min(from + Part, Rows);
            matrix.Multiply(vector, from, to, part);
            Assert.Equal(whole.Elements[from..to], part.Elements[..(to - from)]);

            // Padding holds what earlier parts left there; it must not count.
            weights.AsSpan(from, to - from).CopyTo(part.Elements);
            matrix.AddRows(part, from, to, partSums);
        }

        Assert.Equal(wholeSums.Elements, partSums.Elements);
    }

    private static (double[] Elements, double[] Vector, double[] Weights) Sample(int rows, int columns)
    {
        var random = new Random(rows * 31 + columns);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => 4 * random.NextDouble() - 2)];
        return (Numbers(rows * columns), Numbers(columns), Numbers(rows));
    }
}
