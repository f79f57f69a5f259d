namespace ProbModels.Tests;

public class IndexColumnTests
{
    /// <summary>Indices without runs, in long runs, in runs of every length up to more than two vectors, all alike, one, and none.</summary>
    public static TheoryData<int[]> Indices => new(
        [.. Enumerable.Range(0, 50).Select(i => i * 7 % 5)],
        [.. Enumerable.Range(0, 61).Select(i => i / 20)],
        [.. Enumerable.Range(1, 20).SelectMany(length => Enumerable.Repeat(length % 6, length))],
        [.. Enumerable.Repeat(3, 17)],
        [2],
        []);

    [Theory]
    [MemberData(nameof(Indices))]
    public void Summands_are_added_to_the_totals_of_their_indices(int[] indices)
    {
        const int Groups = 6;
        double[] summands = [.. indices.Select((_, i) => Math.Sin(i))], expected = new double[Groups];
        for (int i = 0; i < indices.Length; i++) expected[indices[i]] += summands[i];
        var totals = Column.Of([9, 9, 9, 9, 9, 9]);
        IndexColumn.Of(indices).Scatter(Column.Of(summands), totals);

        // Another order of at most 210 summands of size 1.
        for (int k = 0; k < Groups; k++) Assert.Equal(expected[k], totals[k], 210 * 1e-16 * 210);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Eight_rows_know_their_common_index(int[] indices)
    {
        var column = IndexColumn.Of(indices);
        for (int block = 0; 8 * block < indices.Length; block++)
        {
            int[] eight = [.. indices.Skip(8 * block).Take(8).Distinct()];
            Assert.Equal(eight.Length == 1 ? eight[0] : -1, System.Runtime.CompilerServices.Unsafe.Add(ref column.Common, block));
        }
    }

    [Fact]
    public void A_sum_of_a_run_is_of_eight_partial_sums_whose_order_is_fixed()
    {
        double[] summands = [.. Enumerable.Range(0, 29).Select(i => 1 / (1.0 + i))], partials = new double[8];
        for (int i = 0; i < summands.Length; i++) partials[i % 8] += summands[i];
        var totals = new Column(1);
        IndexColumn.Of(new int[29]).Scatter(Column.Of(summands), totals);
        Assert.Equal(Partials.Total(partials), totals[0]);
    }
}
