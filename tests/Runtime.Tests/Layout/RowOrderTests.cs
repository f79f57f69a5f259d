using CsCheck;

namespace ProbModels.Tests;

public class RowOrderTests
{
    private static readonly Gen<int[][]> Columns =
        from rows in Gen.Int[0, 60]
        from groups in Gen.Int[1, 9].Array[1, 3]
        from columns in Gen.Int[0, 1_000].Array[rows].Array[groups.Length]
        select columns.Select((column, c) => column.Select(number => number % groups[c]).ToArray()).ToArray();

    [Fact]
    public void Every_row_has_a_place() => Columns.Sample(columns =>
        Assert.Equal(Enumerable.Range(0, columns[0].Length), Rows(RowOrder.Of(columns)).Order()));

    [Fact]
    public void Groups_of_one_column_are_runs_in_which_rows_keep_their_order() => Columns.Sample(columns =>
    {
        int[] column = columns[0];
        var order = RowOrder.Of(column);
        if (!order.IsAsGiven) Assert.Equal(Enumerable.Range(0, column.Length).OrderBy(row => column[row]), Rows(order));
    });

    [Fact]
    public void Rows_change_their_order_only_where_that_saves_a_run_for_sixteen_rows() => Columns.Sample(columns =>
    {
        var order = RowOrder.Of(columns);
        int rows = columns[0].Length, saved = Runs(columns, Enumerable.Range(0, rows)) - Runs(columns, FewestGroupsFirst(columns));
        Assert.Equal(rows == 0 || 16 * saved < rows, order.IsAsGiven);
    });

    [Fact]
    public void Rows_are_sorted_first_by_the_column_with_the_fewest_groups() =>
        Assert.Equal([2, 0, 3, 1, 5, 4], Rows(RowOrder.Of([[1, 2, 0, 1, 3, 2], [7, 8, 7, 7, 8, 8]])));

    [Fact]
    public void What_is_arranged_is_at_its_row_again_once_it_is_restored() => Columns.Sample(columns =>
    {
        var order = RowOrder.Of(columns);
        double[] byRow = [.. columns[0].Select((group, row) => group + 0.01 * row)], again = new double[byRow.Length];
        var byPlace = order.Arrange(byRow, new Column(order.MovedRows));
        Assert.Equal(Rows(order).Select(row => byRow[row]), byPlace.ToArray());
        order.Restore(byPlace, again);
        Assert.Equal(byRow, again);
    });

    [Fact]
    public void Columns_of_all_kinds_are_arranged() => Columns.Sample(columns =>
    {
        var order = RowOrder.Of(columns);
        int[] rows = [.. Rows(order)];
        double[] numbers = [.. rows.Select(row => Math.Sin(row))], byRow = [.. Enumerable.Range(0, rows.Length + 3).Select(row => Math.Sin(row))];
        bool[] conditions = [.. byRow.Select(number => number > 0)];
        var masks = order.Arrange(conditions);
        var matrix = order.Arrange([.. byRow.SelectMany(number => new[] { number, -number })], 2);
        Assert.Equal(numbers, order.Arrange(byRow).Elements);
        Assert.Equal(numbers, order.Arrange(Column.Of(byRow)).Elements);
        Assert.Equal(rows, order.Arrange([.. Enumerable.Range(0, byRow.Length)]).Elements);
        Assert.Equal(rows, order.Arrange(IndexColumn.Of([.. Enumerable.Range(0, byRow.Length)])).Elements);
        for (int place = 0; place < rows.Length; place++)
        {
            Assert.Equal(numbers[place] > 0, masks[place]);
            Assert.Equal(numbers[place] > 0, order.Arrange(MaskColumn.Of(conditions))[place]);
            Assert.Equal([numbers[place], -numbers[place]], [matrix[place, 0], matrix[place, 1]]);
        }
    });

    [Fact]
    public void An_order_as_given_takes_no_memory()
    {
        Assert.Equal(0, RowOrder.Of([0, 0, 0, 2, 2, 1, 1]).Bytes);
        Assert.Equal(2 * 4 * sizeof(int), RowOrder.Of([0, 1, 0, 1]).Bytes);
    }

    [Fact]
    public void Rows_that_stay_as_they_are_given_are_read_and_written_where_they_lie()
    {
        var order = RowOrder.Of([0, 0, 1, 1]);
        double[] rows = [1, 2, 3, 4];
        var room = new Column(order.MovedRows);
        Assert.True(order.Arrange(rows, room) == rows);
        Assert.True(order.Room(rows, room) == rows);
        order.Restore(rows, rows);
        Assert.Equal([1, 2, 3, 4], rows);
    }

    [Fact]
    public void Rows_that_move_are_written_elsewhere()
    {
        var order = RowOrder.Of([0, 1, 0, 1]);
        double[] rows = [1, 2, 3, 4];
        var room = new Column(order.MovedRows);
        Assert.True(order.Room(rows, room) == room.Elements);
    }

    [Fact]
    public void Numbers_that_are_too_few_are_refused() => Assert.Throws<ArgumentException>(() => RowOrder.Of([0, 1, 0, 1]).Restore([1, 2, 3], new double[4]));

    private static IEnumerable<int> Rows(RowOrder order) => Enumerable.Range(0, order.Length).Select(place => order[place]);

    private static int[] FewestGroupsFirst(int[][] columns)
    {
        IEnumerable<int> rows = Enumerable.Range(0, columns[0].Length);
        foreach (int[] column in columns.OrderByDescending(column => column.Distinct().Count())) rows = rows.OrderBy(row => column[row]).ToList();
        return [.. rows];
    }

    private static int Runs(int[][] columns, IEnumerable<int> rows) => columns.Sum(column => rows.Zip(rows.Skip(1), (a, b) => column[a] == column[b] ? 0 : 1).Sum());
}
