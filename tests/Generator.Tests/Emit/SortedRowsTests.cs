using System.Reflection;
using ProbModels.Tests;
using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Plates whose rows are computed group by group, though the user lists them in no order: nobody sees it.</summary>
public class SortedRowsTests
{
    private const int Rows = SortedRowsSpecimens.Rows, Groups = SortedRowsSpecimens.Groups, Items = SortedRowsSpecimens.Items;

    private static readonly Lazy<LoadedProject> Project = new(() => TestProject.Of(SortedRowsSpecimens.Source).Load());

    private static readonly int[] GroupOf = SortedRowsSpecimens.GroupOf, ItemOf = SortedRowsSpecimens.ItemOf;

    public static TheoryData<string> Models => ["Visits", "Stars", "Answers"];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_of_rows_in_no_order_agrees_with_its_method(string name)
    {
        var posterior = Given(name, [.. Enumerable.Range(0, Rows)], isMissing: _ => false);
        Assert.False(OrderOf(posterior)?.IsAsGiven == true, "the rows are not sorted, and nothing is tested");
        Assert.True(PosteriorChecks.Of(posterior).AtRandomPositions() >= 5);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Elements_may_be_missing(string name)
    {
        var posterior = Given(name, [.. Enumerable.Range(0, Rows)], isMissing: row => row % 9 == 4);
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 8);
        Assert.Equal([4, 13, 22, 31, 40, 49, 58], Assert.Single(posterior.Missing).Elements);
    }

    /// <summary>What belongs to a row is the same, in the user's order, in whichever order the rows are given.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void Rows_that_are_sorted_by_hand_give_the_same(string name)
    {
        int[] asListed = [.. Enumerable.Range(0, Rows)], byHand = [.. asListed.OrderBy(row => GroupOf[row]).ThenBy(row => ItemOf[row])];
        var (listed, sorted) = (Given(name, asListed, _ => false), Given(name, byHand, _ => false));
        int latents = name == "Stars" ? Rows : 0, others = listed.Dimension - latents;
        foreach (double[] position in PosteriorChecks.Positions(listed.Dimension, 6, seed: 1))
        {
            double[] Moved(double[] numbers) => [.. numbers[..others], .. numbers[others..].Select((_, place) => numbers[others + byHand[place]])];
            double[] a = new double[position.Length], b = new double[position.Length];
            double valueOfA = listed.LogDensity(position, a), valueOfB = sorted.LogDensity(Moved(position), b);

            // Sums of some dozens of terms in another order.
            Assert.Equal(valueOfA, valueOfB, 1e-12 * Math.Abs(valueOfA));
            double size = a.Max(Math.Abs);
            Assert.Equal(Moved(a), b, (x, y) => Math.Abs(x - y) <= 1e-12 * size);
            double[] likelihood = Likelihood(listed, position), other = Likelihood(sorted, Moved(position));
            Assert.Equal([.. byHand.Select(row => likelihood[row])], other);
        }
    }

    [Fact]
    public void Rows_that_are_sorted_already_are_not_copied()
    {
        int[] byHand = [.. Enumerable.Range(0, Rows).OrderBy(row => GroupOf[row])];
        Assert.Equal(0, OrderOf(Given("Stars", byHand, _ => false))!.Bytes);
        Assert.Equal(2 * Rows * sizeof(int), OrderOf(Given("Stars", [.. Enumerable.Range(0, Rows)], _ => false))!.Bytes);
    }

    [Fact]
    public void An_order_that_nothing_needs_in_an_evaluation_is_not_kept() => Assert.Null(OrderOf(Given("Visits", [.. Enumerable.Range(0, Rows)], _ => false)));

    [Fact]
    public void An_observation_that_breaks_a_rule_is_named_by_the_users_row()
    {
        long[] y = new long[Rows];
        y[37] = -1;
        var error = Assert.Throws<ModelBindingException>(() => LoadedProject.Given(Project.Value.Bind("Visits", Groups, GroupOf, SortedRowsSpecimens.X(1)), y));
        Assert.StartsWith("Visits: y[37] is -1;", error.Message);
    }

    [Fact]
    public void Bound_data_take_at_most_twice_the_memory_of_what_was_given()
    {
        // So many that the padding of columns does not count.
        const int Count = 2_000;
        int[] groupOf = Indices(Count, 40), itemOf = [.. Enumerable.Range(0, Count).Select(i => (int)((long)i * i % 31))];
        double[] numbers = Numbers(Count, 0.5, 2);
        var columns = new double[Count, 6];
        for (int row = 0; row < Count; row++)
            for (int column = 0; column < 6; column++) columns[row, column] = numbers[(7 * row + column) % Count];
        long[] counts = [.. numbers.Select(number => (long)(2 * number))];
        const long Input = sizeof(double) * Count;
        AtMost(2 * (3 * Input / 2), "Answers", [40, 31, groupOf, itemOf], Indices(Count, 2));
        AtMost(2 * (2 * Input + Input / 2), "Stars", [40, groupOf, numbers], numbers);
        AtMost(2 * (7 * Input + Input / 2), "Visits", [40, groupOf, columns], counts);
        AtMost(2 * 3 * Input, "Line", [numbers, numbers], numbers);

        static void AtMost(long limit, string name, object[] inputs, object observation)
        {
            var posterior = LoadedProject.Given(Project.Value.Bind(name, inputs), observation);
            long bytes = (long)posterior.GetType().GetProperty("DataBytes")!.GetValue(posterior)!;
            Assert.True(bytes <= limit, $"{name}: {bytes} bytes; twice what was given is {limit}");
        }
    }

    /// <summary>A model whose rows stand in an order of the user's.</summary>
    private static Posterior Given(string name, int[] rows, Func<int, bool> isMissing)
    {
        int[] groupOf = [.. rows.Select(row => GroupOf[row])], itemOf = [.. rows.Select(row => ItemOf[row])];
        double[,] all = SortedRowsSpecimens.X(3), x = new double[Rows, 3];
        for (int place = 0; place < Rows; place++)
            for (int column = 0; column < 3; column++) x[place, column] = all[rows[place], column];
        double[] error = Numbers(Rows, 0.5, 2), y = Numbers(Rows, 0, 3);
        long?[] counts = [.. rows.Select(row => isMissing(row) ? null : (long?)(row % 3))];
        return name switch
        {
            "Visits" => LoadedProject.Given(Project.Value.Bind(name, Groups, groupOf, x), counts),
            "Stars" => LoadedProject.Given(Project.Value.Bind(name, Groups, groupOf, rows.Select(row => error[row]).ToArray()), rows.Select(row => isMissing(row) ? null : (double?)y[row]).ToArray()),
            _ => LoadedProject.Given(Project.Value.Bind(name, Groups, Items, groupOf, itemOf), counts.Select(count => (int?)(count % 2)).ToArray()),
        };
    }

    /// <summary>The order in which a posterior computes rows; null where it keeps none.</summary>
    private static RowOrder? OrderOf(Posterior posterior)
    {
        object data = posterior.GetType().GetField("_data", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(posterior)!;
        return (RowOrder?)data.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance).SingleOrDefault(field => field.FieldType == typeof(RowOrder))?.GetValue(data);
    }

    private static double[] Likelihood(Posterior posterior, double[] position)
    {
        var terms = new double[Rows];
        var method = posterior.GetType().GetMethod("PointwiseLogLikelihood", [typeof(ReadOnlySpan<double>), typeof(Span<double>)])!;
        method.CreateDelegate<LikelihoodMethod>(posterior)(position, terms);
        return terms;
    }

    private delegate void LikelihoodMethod(ReadOnlySpan<double> position, Span<double> terms);
}
