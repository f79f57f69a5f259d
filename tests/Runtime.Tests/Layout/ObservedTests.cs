namespace ProbModels.Tests;

public class ObservedTests
{
    [Fact]
    public void Every_kind_of_array_reaches_an_observable_of_doubles()
    {
        Assert.Equal([1.5, 2], Read(Given(y: new double[] { 1.5, 2 }).Y));
        Assert.Equal([1.5, null], Read(Given(y: new double?[] { 1.5, null }).Y));
        Assert.Equal([1, 2], Read(Given(y: new int[] { 1, 2 }).Y));
        Assert.Equal([1, null], Read(Given(y: new int?[] { 1, null }).Y));
        Assert.Equal([0.5], Read(Given(y: 0.5).Y));
        Assert.Equal([3], Read(Given(y: 3).Y));
    }

    [Fact]
    public void Every_kind_of_array_reaches_an_observable_of_counts()
    {
        Assert.Equal([1, long.MaxValue], Read(Given(counts: new long[] { 1, long.MaxValue }).Counts));
        Assert.Equal([1, null], Read(Given(counts: new long?[] { 1, null }).Counts));
        Assert.Equal([1, int.MinValue], Read(Given(counts: new int[] { 1, int.MinValue }).Counts));
        Assert.Equal([null, 2], Read(Given(counts: new int?[] { null, 2 }).Counts));
        Assert.Equal([7], Read(Given(counts: 7).Counts));
        Assert.Equal([7], Read(Given(counts: 7L).Counts));
    }

    [Fact]
    public void Every_kind_of_array_reaches_an_observable_of_categories()
    {
        Assert.Equal([0, 1], Read(Given(labels: new int[] { 0, 1 }).Labels));
        Assert.Equal([0, null], Read(Given(labels: new int?[] { 0, null }).Labels));
        Assert.Equal([1], Read(Given(labels: 1).Labels));
    }

    [Fact]
    public void Matrices_and_groups_keep_their_shape()
    {
        Observed<double> matrix = new[,] { { 1, 2, 3 }, { 4, double.NaN, 6 } };
        Assert.Equal([1, 2, 3, 4, null, 6], Read(matrix));
        Assert.Equal([2, 3], matrix.Shape);
        Observed<double> holes = new double?[,] { { 1, null }, { double.NaN, 4 } };
        Assert.Equal([1, null, null, 4], Read(holes));
        Observed<long> groups = new long[][] { [1, 2], [], [3] };
        Assert.Equal([1, 2, 3], Read(groups));
        Assert.Equal(SiteShape.OfGroups(2, 0, 1), groups.Shape);
        Observed<int> groupsWithHoles = new int?[][] { [1, null], [3] };
        Assert.Equal([1, null, 3], Read(groupsWithHoles));
        Assert.Equal(SiteShape.Scalar, ((Observed<double>)1.5).Shape);
        Assert.Equal(2, ((Observed<double>)new double[] { 1, 2 }).Shape);
    }

    [Fact]
    public void Rows_of_equal_lengths_fill_a_matrix_and_others_do_not()
    {
        Observed<double> rows = new double[][] { [1, 2], [3, 4] };
        Assert.True(rows.Fits([2, 2]));
        Assert.True(rows.Fits(SiteShape.OfGroups(2, 2)));
        Assert.False(rows.Fits([2, 3]));
        Assert.False(rows.Fits([4]));
        Observed<double> vector = new double[] { 1, 2, 3, 4 };
        Assert.False(vector.Fits([2, 2]));
        Assert.True(vector.Fits([2, 2, 1]));
    }

    [Fact]
    public void A_collection_expression_reaches_every_observable()
    {
        Assert.Equal([1.5, null, 2], Read(Given(y: [1.5, null, 2]).Y));
        Assert.Equal([1, null], Read(Given(counts: [1, null]).Counts));
        Assert.Equal([0, 1], Read(Given(labels: [0, 1]).Labels));
        Assert.True(Given(y: []).Y.IsGiven);
    }

    [Fact]
    public void What_is_left_out_is_not_given()
    {
        var (y, counts, labels) = Given(counts: new int[] { 1 });
        Assert.False(y.IsGiven);
        Assert.True(counts.IsGiven);
        Assert.False(labels.IsGiven);
        Assert.Equal(0, y.Length);
        Assert.Empty(Read(y));
        Assert.True(((Observed<double>)Array.Empty<double>()).IsGiven);
    }

    [Fact]
    public void Null_and_nan_are_missing_and_have_no_value()
    {
        Observed<double> y = new double?[] { 1, null, double.NaN, double.PositiveInfinity };
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(y.IsMissing));
        Assert.Equal(double.PositiveInfinity, y[3]);
        var error = Assert.Throws<InvalidOperationException>(() => y[2]);
        Assert.Equal("Element 2 is missing: it has no value.", error.Message);
        Assert.True(((Observed<double>)new[] { double.NaN }).IsMissing(0));
    }

    [Fact]
    public void A_later_change_to_the_array_changes_nothing()
    {
        double[] data = [1, 2];
        Observed<double> y = data;
        data[0] = 5;
        Assert.Equal(1, y[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void An_index_out_of_range_is_an_error(int index)
    {
        Observed<int> labels = new[] { 0, 1 };
        Assert.Throws<ArgumentOutOfRangeException>(() => labels[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => labels.IsMissing(index));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Observed<int>).IsMissing(0));
    }

    [Fact]
    public void A_null_array_is_an_error_and_not_an_omission()
    {
        double[] none = null!;
        double?[] noneOptional = null!;
        Assert.Throws<ArgumentNullException>(() => Given(y: none));
        Assert.Throws<ArgumentNullException>(() => Given(y: noneOptional));
    }

    private static (Observed<double> Y, Observed<long> Counts, Observed<int> Labels) Given(
        Observed<double> y = default, Observed<long> counts = default, Observed<int> labels = default) => (y, counts, labels);

    private static T?[] Read<T>(Observed<T> observed)
        where T : struct, System.Numerics.INumber<T>
    {
        var elements = new List<T?>();
        foreach (T? element in observed)
        {
            Assert.Equal(element is null, observed.IsMissing(elements.Count));
            if (element is { } value) Assert.Equal(value, observed[elements.Count]);
            elements.Add(element);
        }

        Assert.Equal(observed.Length, elements.Count);
        return [.. elements];
    }
}
