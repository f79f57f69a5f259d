namespace ProbModels.Generator.Tests;

/// <summary>What a user reads who binds the wrong data: model, argument, row, value, rule and source line.</summary>
public class BindingErrorTests
{
    private const string Source =
        """
        public static class Astronomy
        {
            [Model]
            public static double[] Line(double[] x, double[] e, double pivot)
            {
                double m = Sample(Uniform(-5, 5));
                var y = new double[x.Length];
                foreach (int i in Plate(x.Length))
                    y[i] = Sample(Normal(m * (x[i] - pivot), e[i]));
                return y;
            }

            [Model]
            public static (long[] counts, int flag, double[] part) Groups(int groups, int[] groupOf, long[] exposure, double low, double high)
            {
                double spread = Sample(HalfNormal(high));
                double bounded = Sample(Uniform(low, high));
                var level = new double[groups];
                foreach (int g in Plate(groups))
                    level[g] = Sample(Normal(0, spread));

                var counts = new long[groupOf.Length];
                var part = new double[groupOf.Length];
                foreach (int k in Plate(groupOf.Length))
                {
                    counts[k] = Sample(Poisson(exposure[k] * Exp(level[groupOf[k]])));
                    part[k] = Sample(Uniform(low, high));
                }

                int flag = Sample(BernoulliLogit(bounded));
                return (counts, flag, part);
            }

            [Model]
            public static double[] Sized(int n, long big)
            {
                var level = new double[n - 2];
                foreach (int i in Plate(n - 2))
                    level[i] = Sample(Exponential(big));
                var y = new double[n];
                foreach (int i in Plate(n - 2))
                    y[i] = Sample(Normal(level[n - 3 - i], 1));
                return y;
            }
        }
        """;

    private static readonly Lazy<LoadedProject> Project = new(() => TestProject.Of(Source).Load());

    [Fact]
    public void Inputs_that_break_no_rule_are_bound()
    {
        Assert.NotNull(Line([1, 2], [1, 2], 0));
        Assert.NotNull(Groups());
    }

    [Fact]
    public void An_input_that_is_null_is_named() =>
        Breaks(() => Line(null!, [1, 2], 0), "Line: x is null");

    [Fact]
    public void An_element_that_is_not_a_number_is_named_with_its_row() =>
        Breaks(() => Line([1, double.NaN], [1, 2], 0), "Line: x[1] is NaN; an input must be finite");

    [Fact]
    public void An_infinite_number_is_named() =>
        Breaks(() => Line([1], [1], double.NegativeInfinity), "Line: pivot is -Infinity; an input must be finite");

    [Fact]
    public void Inputs_of_different_lengths_are_named_with_the_plate() =>
        Breaks(() => Line([1, 2, 3], [1, 2], 0), "Line: e has 2 elements where foreach (int i in Plate(x.Length)) needs 3 (Models.cs:8)");

    [Fact]
    public void A_scale_of_zero_is_named_with_its_row() =>
        Breaks(() => Line([1, 2, 3], [1, 2, 0], 0), "Line: e[2] is 0; the sd of Normal at site y must be positive (Models.cs:9)");

    [Fact]
    public void Observations_of_the_wrong_length_are_named_with_the_plate() =>
        Breaks(() => LoadedProject.Given(Line([1, 2, 3], [1, 2, 1], 0), new double[] { 1, 2 }), "Line: y has 2 elements where foreach (int i in Plate(x.Length)) needs 3 (Models.cs:8)");

    [Fact]
    public void An_infinite_observation_is_named_with_its_row() =>
        Breaks(() => LoadedProject.Given(Line([1, 2], [1, 2], 0), new[] { 1, double.PositiveInfinity }), "Line: y[1] is Infinity; an observation must be finite");

    [Fact]
    public void An_index_beyond_the_end_is_named_with_its_row_and_the_range() =>
        Breaks(() => Groups(groupOf: [0, 5, 1]), "Groups: groupOf[1] is 5; an index of level must be between 0 and 2 (Models.cs:26)");

    [Fact]
    public void An_index_just_beyond_the_end_raises_the_question_whether_it_counts_from_one() =>
        Breaks(() => Groups(groupOf: [1, 2, 3]), "Groups: groupOf[2] is 3; an index of level must be between 0 and 2; do the indices count from 1? (Models.cs:26)");

    [Fact]
    public void A_negative_index_is_named_with_its_row() =>
        Breaks(() => Groups(groupOf: [0, 1, -1]), "Groups: groupOf[2] is -1; an index of level must be between 0 and 2 (Models.cs:26)");

    [Fact]
    public void An_index_into_nothing_says_so() =>
        Breaks(() => Groups(groups: 0), "Groups: groupOf[0] is 0; level is empty (Models.cs:26)");

    [Fact]
    public void A_negative_size_is_named() =>
        Breaks(() => Groups(groups: -1, groupOf: [], exposure: []), "Groups: groups is -1; the length of level must be zero or greater (Models.cs:18)");

    [Fact]
    public void A_prior_with_a_scale_out_of_range_is_named() =>
        Breaks(() => Groups(low: -3, high: -2), "Groups: high is -2; the scale of HalfNormal at site spread must be positive (Models.cs:16)");

    [Fact]
    public void Bounds_in_the_wrong_order_are_named() =>
        Breaks(() => Groups(low: 3, high: 2), "Groups: high is 2; the high of Uniform at site bounded must be greater than low (Models.cs:17)");

    [Fact]
    public void A_negative_count_is_named_with_its_row() =>
        Breaks(() => LoadedProject.Given(Groups(), new long[] { 1, -1, 0 }, 1, new[] { 0.5, 0.5, 0.5 }), "Groups: counts[1] is -1; a value of Poisson at site counts must be zero or greater (Models.cs:26)");

    [Fact]
    public void A_category_out_of_range_is_named() =>
        Breaks(() => LoadedProject.Given(Groups(), new long[] { 1, 1, 0 }, 2, new[] { 0.5, 0.5, 0.5 }), "Groups: flag is 2; a value of BernoulliLogit at site flag must be between 0 and 1 (Models.cs:30)");

    [Fact]
    public void A_value_outside_the_support_is_named_with_its_row() =>
        Breaks(() => LoadedProject.Given(Groups(), new long[] { 1, 1, 0 }, 1, new[] { 0.5, 0.5, 1.5 }), "Groups: part[2] is 1.5; a value of Uniform at site part must be between low and high (Models.cs:27)");

    [Fact]
    public void A_size_that_comes_out_negative_is_named_by_its_expression() =>
        Breaks(() => Bind("Sized", 1, 4L), "Sized: n - 2 is -1; the length of level must be zero or greater (Models.cs:37)");

    [Fact]
    public void An_array_that_its_plate_does_not_fill_is_named() =>
        Breaks(() => Bind("Sized", 5, 4L), "Sized: y has 5 elements where Plate(n - 2) needs 3 (Models.cs:41)");

    [Fact]
    public void Arguments_are_copied()
    {
        double[] x = [1, 2, 3], y = [1, 2, 3];
        var posterior = LoadedProject.Given(Line(x, [1, 1, 1], 0), y);
        double before = posterior.LogDensity([0.5]);
        (x[0], y[0]) = (100, 100);
        Assert.Equal(before, posterior.LogDensity([0.5]));
    }

    private static CompiledModel Line(double[] x, double[] e, double pivot) => Bind("Line", x, e, pivot);

    private static CompiledModel Groups(int groups = 3, int[]? groupOf = null, long[]? exposure = null, double low = 0, double high = 1) =>
        Bind("Groups", groups, groupOf ?? [0, 1, 2], exposure ?? [1, 1, 1], low, high);

    private static CompiledModel Bind(string model, params object?[] inputs) => Project.Value.Bind(model, inputs);

    private static void Breaks(Func<object> bind, string message) => Assert.Equal(message, Assert.Throws<ModelBindingException>(bind).Message);
}
