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

            [Model]
            public static (double[,] y, long[][] visits) Field(double[,] x, double[][] depth, double scale)
            {
                double m = Sample(Normal(0, scale));
                var y = new double[x.GetLength(0), x.GetLength(1)];
                foreach (int r in Plate(x.GetLength(0)))
                    foreach (int c in Plate(x.GetLength(1)))
                        y[r, c] = Sample(Exponential(1 + m * m * x[r, c] * x[r, c]));
                var visits = new long[depth.Length][];
                foreach (int g in Plate(depth.Length))
                {
                    visits[g] = new long[depth[g].Length];
                    foreach (int k in Plate(depth[g].Length))
                        visits[g][k] = Sample(Poisson(Exp(m) * depth[g][k]));
                }

                return (y, visits);
            }

            [Model]
            public static (double[] level, int[] kind, double[] result) Series(int steps, double[] effect)
            {
                double drift = Sample(Normal(0, 1));
                var level = new double[steps];
                for (int t = 0; t < steps; t++)
                    level[t] = Sample(Normal(t == 0 ? 0.0 : level[t - 1] + drift, 1));
                var kind = new int[steps];
                var result = new double[steps];
                foreach (int i in Plate(steps))
                {
                    kind[i] = Sample(Bernoulli(0.5));
                    result[i] = Sample(Normal(effect[kind[i]], 1));
                }

                return (level, kind, result);
            }

            [Model]
            public static (long heads, double share) Coin(long tosses, bool[] fair, long[] others)
            {
                double p = Sample(Beta(1, 1));
                long heads = Sample(Binomial(tosses, p));
                double share = Sample(Beta(1 + tosses, 1));
                return (heads, share);
            }
        }
        """;

    private static readonly Lazy<LoadedProject> Project = new(() => TestProject.Of(Source).Load());

    private static readonly double[,] X = { { 1, 2, 3 }, { 4, 5, 6 } };
    private static readonly double[][] Depth = [[1, 2], [], [3]];
    private static readonly double[] Part = [0.5, 0.5, 0.5];

    /// <summary>What is bound, in words; how; and the message.</summary>
    private static readonly (string Mistake, Func<object> Bind, string Message)[] Cases =
    [
        // Arrays that are not there.
        ("an array that is null", () => Line(null!, [1, 2]), "Line: x is null (Models.cs:4)"),
        ("a second array that is null", () => Line([1, 2], null!), "Line: e is null (Models.cs:4)"),
        ("indices that are null", () => Bind("Groups", 3, null, new long[] { 1 }, 0.0, 1.0), "Groups: groupOf is null (Models.cs:14)"),
        ("a matrix that is null", () => Bind("Field", null, Depth, 1.0), "Field: x is null (Models.cs:47)"),
        ("groups that are null", () => Bind("Field", X, null, 1.0), "Field: depth is null (Models.cs:47)"),
        ("a group that is null", () => Field(depth: [[1], null!]), "Field: depth[1] is null; a group without elements is an empty array (Models.cs:47)"),
        ("conditions that are null", () => Bind("Coin", 3L, null, new long[] { 1 }), "Coin: fair is null (Models.cs:84)"),
        ("an observed group that is null", () => GivenField(visits: new long[][] { [1, 2], null!, [3] }), "Field: visits[1] is null; a group without elements is an empty array (Models.cs:59)"),

        // Numbers that are none.
        ("NaN in an input", () => Line([1, double.NaN], [1, 2]), "Line: x[1] is NaN; an input must be finite (Models.cs:4)"),
        ("infinity in an input", () => Line([double.PositiveInfinity], [1]), "Line: x[0] is Infinity; an input must be finite (Models.cs:4)"),
        ("an infinite number", () => Line([1], [1], double.NegativeInfinity), "Line: pivot is -Infinity; an input must be finite (Models.cs:4)"),
        ("a number that is NaN", () => Field(scale: double.NaN), "Field: scale is NaN; an input must be finite (Models.cs:47)"),
        ("NaN in a matrix", () => Field(x: new[,] { { 1, 2 }, { 3, double.NaN } }), "Field: x[1,1] is NaN; an input must be finite (Models.cs:47)"),
        ("infinity in a group", () => Field(depth: [[1], [2, double.PositiveInfinity]]), "Field: depth[1][1] is Infinity; an input must be finite (Models.cs:47)"),
        ("an infinite observation", () => Given(Line([1, 2], [1, 2]), new[] { 1, double.PositiveInfinity }), "Line: y[1] is Infinity; an observation must be finite (Models.cs:9)"),
        ("an observation that is minus infinity", () => Given(Line([1, 2], [1, 2]), new double?[] { double.NegativeInfinity, null }), "Line: y[0] is -Infinity; an observation must be finite (Models.cs:9)"),
        ("infinity in an observed matrix", () => GivenField(new[,] { { 1, 2, 3 }, { 4, 5, double.PositiveInfinity } }), "Field: y[1,2] is Infinity; an observation must be finite (Models.cs:53)"),
        ("an infinite scalar observation", () => Given(Coin(), 1L, double.PositiveInfinity), "Coin: share is Infinity; an observation must be finite (Models.cs:88)"),

        // Lengths and shapes.
        ("inputs of different lengths", () => Line([1, 2, 3], [1, 2]), "Line: e has 2 elements where foreach (int i in Plate(x.Length)) needs 3 (Models.cs:8)"),
        ("an empty input beside a full one", () => Line([1, 2, 3], []), "Line: e has 0 elements where foreach (int i in Plate(x.Length)) needs 3 (Models.cs:8)"),
        ("counts and indices of different lengths", () => Groups(exposure: [1, 1]), "Groups: exposure has 2 elements where foreach (int k in Plate(groupOf.Length)) needs 3 (Models.cs:24)"),
        ("an array that its plate does not fill", () => Bind("Sized", 5, 4L), "Sized: y has 5 elements where Plate(n - 2) needs 3 (Models.cs:41)"),
        ("too few observations", () => Given(Line([1, 2, 3], [1, 2, 1]), new double[] { 1, 2 }), "Line: y is given as a vector of 2; with these inputs the site is a vector of 3 (Models.cs:9)"),
        ("too many observations", () => Given(Line([1], [1]), new double[] { 1, 2 }), "Line: y is given as a vector of 2; with these inputs the site is a vector of 1 (Models.cs:9)"),
        ("no observations in an array", () => Given(Line([1], [1]), Array.Empty<double>()), "Line: y is given as a vector of 0; with these inputs the site is a vector of 1 (Models.cs:9)"),
        ("observations where the data are empty", () => Given(Line([], []), new double[] { 1 }), "Line: y is given as a vector of 1; with these inputs the site is a vector of 0 (Models.cs:9)"),
        ("one number for a vector", () => Given(Line([1, 2], [1, 2]), 1.5), "Line: y is given as one number; with these inputs the site is a vector of 2 (Models.cs:9)"),
        ("a vector for one number", () => Given(Coin(), new long[] { 1, 2 }), "Coin: heads is given as a vector of 2; with these inputs the site is one number (Models.cs:87)"),
        ("a matrix for a vector", () => Given(Line([1, 2], [1, 2]), new double[,] { { 1, 2 } }), "Line: y is given as a matrix [1,2]; with these inputs the site is a vector of 2 (Models.cs:9)"),
        ("a vector for a matrix", () => GivenField(new double[] { 1, 2, 3, 4, 5, 6 }), "Field: y is given as a vector of 6; with these inputs the site is a matrix [2,3] (Models.cs:53)"),
        ("a transposed matrix", () => GivenField(new double[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }), "Field: y is given as a matrix [3,2]; with these inputs the site is a matrix [2,3] (Models.cs:53)"),
        ("rows of unequal lengths for a matrix", () => GivenField(new double[][] { [1, 2, 3], [4, 5] }), "Field: y is given as groups [2][3,2]; with these inputs the site is a matrix [2,3] (Models.cs:53)"),
        ("groups of other lengths", () => GivenField(visits: new long[][] { [1, 2], [3], [4] }), "Field: visits is given as groups [3][2,1,1]; with these inputs the site is groups [3][2,0,1] (Models.cs:59)"),
        ("too few groups", () => GivenField(visits: new long[][] { [1, 2], [] }), "Field: visits is given as groups [2][2,0]; with these inputs the site is groups [3][2,0,1] (Models.cs:59)"),
        ("a vector for groups", () => GivenField(visits: new long[] { 1, 2, 3 }), "Field: visits is given as a vector of 3; with these inputs the site is groups [3][2,0,1] (Models.cs:59)"),

        // Sizes and indices.
        ("a negative size", () => Groups(groups: -1, groupOf: [], exposure: []), "Groups: groups is -1; the length of level must be zero or greater (Models.cs:18)"),
        ("a size that comes out negative", () => Bind("Sized", 1, 4L), "Sized: n - 2 is -1; the length of level must be zero or greater (Models.cs:37)"),
        ("a negative number of steps", () => Bind("Series", -3, new double[] { 0, 1 }), "Series: steps is -3; the length of level must be zero or greater (Models.cs:69)"),
        ("an index beyond the end", () => Groups(groupOf: [0, 5, 1]), "Groups: groupOf[1] is 5; an index of level must be between 0 and 2 (Models.cs:26)"),
        ("indices that count from one", () => Groups(groupOf: [1, 2, 3]), "Groups: groupOf[2] is 3; an index of level must be between 0 and 2; do the indices count from 1? (Models.cs:26)"),
        ("a negative index", () => Groups(groupOf: [0, 1, -1]), "Groups: groupOf[2] is -1; an index of level must be between 0 and 2 (Models.cs:26)"),
        ("the smallest index", () => Groups(groupOf: [int.MinValue, 1, 1]), "Groups: groupOf[0] is -2147483648; an index of level must be between 0 and 2 (Models.cs:26)"),
        ("an index into nothing", () => Groups(groups: 0), "Groups: groupOf[0] is 0; level is empty (Models.cs:26)"),
        ("an observed index into a table that is too short", () => Given(Bind("Series", 2, new double[] { 7 }), new double[] { 1, 2 }, new[] { 0, 1 }), "Series: kind[1] is 1; an index of effect must be between 0 and 0; do the indices count from 1? (Models.cs:77)"),

        // Rules of distributions on inputs.
        ("a scale of zero", () => Line([1, 2, 3], [1, 2, 0]), "Line: e[2] is 0; the sd of Normal at site y must be positive (Models.cs:9)"),
        ("a negative scale", () => Line([1, 2], [-0.5, 2]), "Line: e[0] is -0.5; the sd of Normal at site y must be positive (Models.cs:9)"),
        ("a prior's scale out of range", () => Groups(low: -3, high: -2), "Groups: high is -2; the scale of HalfNormal at site spread must be positive (Models.cs:16)"),
        ("bounds in the wrong order", () => Groups(low: 3, high: 2), "Groups: high is 2; the high of Uniform at site bounded must be greater than low (Models.cs:17)"),
        ("bounds that are equal", () => Groups(low: 2, high: 2), "Groups: high is 2; the high of Uniform at site bounded must be greater than low (Models.cs:17)"),
        ("a rate of zero", () => Bind("Sized", 4, 0L), "Sized: big is 0; the rate of Exponential at site level must be positive (Models.cs:39)"),
        ("a negative number of trials", () => Coin(tosses: -1), "Coin: tosses is -1; the trials of Binomial at site heads must be zero or greater (Models.cs:87)"),

        // Values outside the support.
        ("a negative count", () => GivenGroups([1, -1, 0]), "Groups: counts[1] is -1; a value of Poisson at site counts must be zero or greater (Models.cs:26)"),
        ("a category out of range", () => GivenGroups([1, 1, 0], flag: 2), "Groups: flag is 2; a value of BernoulliLogit at site flag must be between 0 and 1 (Models.cs:30)"),
        ("a value outside the interval", () => GivenGroups([1, 1, 0], part: [0.5, 0.5, 1.5]), "Groups: part[2] is 1.5; a value of Uniform at site part must be between low and high (Models.cs:27)"),
        ("a value outside the support beside one that is missing", () => GivenGroups([1, 1, 0], part: [double.NaN, -0.5, 0.5]), "Groups: part[1] is -0.5; a value of Uniform at site part must be between low and high (Models.cs:27)"),
        ("a negative value in a matrix", () => GivenField(new double[,] { { 1, 2, 3 }, { 4, -5, 6 } }), "Field: y[1,1] is -5; a value of Exponential at site y must be zero or greater (Models.cs:53)"),
        ("a negative count in a group", () => GivenField(visits: new long[][] { [1, 2], [], [-3] }), "Field: visits[2][0] is -3; a value of Poisson at site visits must be zero or greater (Models.cs:59)"),
        ("more successes than trials", () => Given(Coin(), 6L), "Coin: heads is 6; a value of Binomial at site heads must be between 0 and trials (Models.cs:87)"),
        ("a share of one", () => Given(Coin(), 1L, 1.0), "Coin: share is 1; a value of Beta at site share must be strictly between 0 and 1 (Models.cs:88)"),

        // Whole numbers that a double does not hold.
        ("a count beyond 2^53", () => GivenGroups([1, (1L << 53) + 1, 0]), "Groups: counts[1] is 9007199254740993; a whole number beyond 2^53 is not exact in double precision (Models.cs:26)"),
        ("the greatest count", () => GivenGroups([1, long.MaxValue, 0]), "Groups: counts[1] is 9223372036854775807; a whole number beyond 2^53 is not exact in double precision (Models.cs:26)"),
        ("trials beyond 2^53", () => Coin(tosses: long.MaxValue), "Coin: tosses is 9223372036854775807; a whole number beyond 2^53 is not exact in double precision (Models.cs:84)"),
        ("an input beyond 2^53", () => Groups(exposure: [1, 1, long.MinValue]), "Groups: exposure[2] is -9223372036854775808; a whole number beyond 2^53 is not exact in double precision (Models.cs:14)"),

        // Elements that may not be missing.
        ("categories that are left out", () => Given(Bind("Series", 3, new double[] { 0, 1 }), new double[] { 1, 1, 2 }), "Series: kind is not given; other sites read it, and its values cannot be inferred, so it cannot be left out (Models.cs:76)"),
        ("a category that is missing", () => Given(Bind("Series", 3, new double[] { 0, 1 }), new double[] { 1, 1, 2 }, new int?[] { 0, 1, null }), "Series: kind[2] is missing; other sites read kind, and its values cannot be inferred, so every element must be given (Models.cs:76)"),
    ];

    public static TheoryData<string> Mistakes => new(Cases.Select(item => item.Mistake));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string mistake)
    {
        var (_, bind, message) = Cases.Single(item => item.Mistake == mistake);
        Assert.Equal(message, Assert.Throws<ModelBindingException>(bind).Message);
    }

    [Fact]
    public void What_breaks_no_rule_is_bound()
    {
        Assert.NotNull(Line([1, 2], [1, 2]));
        Assert.NotNull(GivenGroups([1, 1L << 53, 0]));
        Assert.NotNull(GivenField(X, new long[][] { [1, 2], [], [3] }));
        Assert.NotNull(GivenField(new double[][] { [1, 2, 3], [4, 5, 6] }));
        Assert.NotNull(GivenField(new double?[,] { { 1, null, 3 }, { 4, 5, 6 } }));
        Assert.NotNull(Given(Coin(), 5L, 0.5));
    }

    [Fact]
    public void Data_may_be_empty()
    {
        Assert.Equal(1, Given(Line([], []), Array.Empty<double>()).Dimension);
        Assert.True(double.IsFinite(Given(Line([], []), Array.Empty<double>()).LogDensity([0.5])));
        Assert.True(double.IsFinite(Given(Bind("Field", new double[0, 3], Array.Empty<double[]>(), 1.0), new double[0, 3], Array.Empty<long[]>()).LogDensity([0.5])));
    }

    [Fact]
    public void Arguments_are_copied()
    {
        double[] x = [1, 2, 3], y = [1, 2, 3];
        var posterior = Given(Line(x, [1, 1, 1]), y);
        double before = posterior.LogDensity([0.5]);
        (x[0], y[0]) = (100, 100);
        Assert.Equal(before, posterior.LogDensity([0.5]));
    }

    private static CompiledModel Line(double[] x, double[] e, double pivot = 0) => Bind("Line", x, e, pivot);

    private static CompiledModel Groups(int groups = 3, int[]? groupOf = null, long[]? exposure = null, double low = 0, double high = 1) =>
        Bind("Groups", groups, groupOf ?? [0, 1, 2], exposure ?? [1, 1, 1], low, high);

    private static Posterior GivenGroups(long[] counts, int flag = 1, double[]? part = null) => Given(Groups(), counts, flag, part ?? Part);

    private static CompiledModel Field(double[,]? x = null, double[][]? depth = null, double scale = 1) => Bind("Field", x ?? X, depth ?? Depth, scale);

    private static Posterior GivenField(object? y = null, object? visits = null) => Given(Field(), y, visits);

    private static CompiledModel Coin(long tosses = 5) => Bind("Coin", tosses, new[] { true }, new long[] { 1 });

    private static CompiledModel Bind(string model, params object?[] inputs) => Project.Value.Bind(model, inputs);

    private static Posterior Given(CompiledModel model, params object?[] observations) => LoadedProject.Given(model, observations);
}
