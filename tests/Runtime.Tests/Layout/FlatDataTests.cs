namespace ProbModels.Tests;

public class FlatDataTests
{
    [Fact]
    public void Everything_is_found_by_the_head()
    {
        var conditions = new MaskColumn(3) { [0] = true, [2] = true };
        var flat = new FlatData();
        flat.Add(IndexColumn.Of([7, 8]));
        flat.Add(0.5);
        flat.Add(Column.Of([1.5, 2.5, 3.5]));
        flat.Add(42);
        flat.Add(conditions);
        flat.Add(true);
        flat.Add(PackedMatrix.Of([1, 2, 3, 4, 5, 6], columns: 3));
        flat.Add(-0.5);

        // Start and length of the indices; of the column; 42; of the conditions; true; start and columns of the matrix. Then indices and conditions.
        Assert.Equal([10, 2, 2, 3, 42, 12, 3, 1, 5, 3, 7, 8, 1, 0, 1], flat.Integers);

        // Rows that fill the matrix' last tile are zero.
        Assert.Equal([0.5, -0.5, 1.5, 2.5, 3.5, 1, 2, 3, 4, 5, 6, .. new double[6 * 3]], flat.Reals);
    }

    [Fact]
    public void A_matrix_without_columns_has_no_elements()
    {
        var flat = new FlatData();
        flat.Add(PackedMatrix.Of([], columns: 0));
        Assert.Empty(flat.Reals);
        Assert.Equal([0, 0], flat.Integers);
    }
}
