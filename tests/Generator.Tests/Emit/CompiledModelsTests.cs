using System.Reflection;
using ProbModels.Tests;

namespace ProbModels.Generator.Tests;

/// <summary>Compiled models against the model method itself, which knows nothing of the compiler.</summary>
public class CompiledModelsTests
{
    public static TheoryData<string> Names => new(ModelSpecimens.All.Select(specimen => specimen.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_compiled_model_agrees_with_its_method(string name)
    {
        var specimen = ModelSpecimens.All.Single(candidate => candidate.Name == name);
        int finite = PosteriorChecks.Of(specimen.Condition()).AtRandomPositions();
        Assert.True(finite >= 5, $"only {finite} of 20 positions have a finite log density");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_observable_may_be_left_out(string name)
    {
        var specimen = ModelSpecimens.All.Single(candidate => candidate.Name == name);
        var model = specimen.Bind();
        for (int left = 0; left < specimen.Observations.Length; left++)
        {
            if (specimen.ReadsDiscrete && left == 0) continue;
            object?[] others = [.. specimen.Observations.Select((observation, i) => i == left ? null : observation)];
            PosteriorChecks.Of(LoadedProject.Given(model, others)).AtRandomPositions(count: 4);
        }

        if (!specimen.ReadsDiscrete) PosteriorChecks.Of(LoadedProject.Given(model)).AtRandomPositions(count: 4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Elements_of_observables_may_be_missing(string name)
    {
        var specimen = ModelSpecimens.All.Single(candidate => candidate.Name == name);
        object?[] observations = [.. specimen.Observations.Select((observation, i) => specimen.ReadsDiscrete && i == 0 ? observation : Thinned(observation))];
        var posterior = LoadedProject.Given(specimen.Bind(), observations);
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 8);
        Assert.Equal(observations.OfType<Array>().Sum(MissingIn), posterior.Missing.Sum(missing => missing.Elements.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_model_simulates_it_finds_possible(string name)
    {
        var model = ModelSpecimens.All.Single(candidate => candidate.Name == name).Bind();
        object simulation = Simulate(model);
        string Property(string site) => string.Concat(site.TrimStart('_').Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        object Value(string site) => simulation.GetType().GetProperty(Property(site))!.GetValue(simulation)!;
        object?[] observations = [.. model.GetType().GetMethod("Given")!.GetParameters().Select(parameter => Value(parameter.Name!))];
        var posterior = LoadedProject.Given(model, observations);
        double[] record = [.. posterior.Sites.Where(site => site.Missing is null).SelectMany(site => Value(site.Name) switch { double number => [number], double[,] matrix => matrix.Cast<double>(), double[][] groups => groups.SelectMany(group => group), var vector => (double[])vector })];
        double[] position = posterior.Unconstrain(record);
        Assert.True(double.IsFinite(posterior.LogDensity(position)));
        Assert.Equal(record, posterior.Constrain(position), (a, b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a)));
    }

    [Fact]
    public void Numbers_that_are_sampled_each_given_those_before_it_have_the_density_of_the_vector()
    {
        var vector = ArraySpecimens.VectorObserved.Bind();
        var apart = ArraySpecimens.RowsObserved.Condition();
        var rows = (double[,])ArraySpecimens.RowsObserved.Observations[0];
        foreach (double slope in new[] { -1.5, 0, 0.7 })
        {
            double prior = -0.5 * (slope * slope + Math.Log(2 * Math.PI));
            double together = prior + Enumerable.Range(0, rows.GetLength(0))
                .Sum(i => LoadedProject.Given(vector, new[] { rows[i, 0], rows[i, 1], rows[i, 2] }).LogDensity([slope]) - prior);

            // A few dozen operations on terms of about 1, each rounded once.
            Assert.Equal(together, apart.LogDensity([slope]), 1e-13 * (1 + Math.Abs(together)));
        }
    }

    [Fact]
    public void A_model_with_a_factor_is_simulated_only_where_the_caller_ignores_it()
    {
        var model = ModelSpecimens.Factors.Bind();
        object Call(string method, params object?[] arguments) => model.GetType().GetMethod(method)!.Invoke(model, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        const string Message = "Weighted: the model has a Factor, which weighs values but does not draw them; say ignoreFactors: true to draw the sites as if it were not there";
        Assert.Equal(Message, Assert.Throws<SimulationException>(() => Call("Simulate", 1ul, null, false)).Message);
        Assert.Equal(Message, Assert.Throws<SimulationException>(() => Call("Prior", 3, 1ul, null, false)).Message);
        Call("Simulate", 1ul, null, true);
        Call("Prior", 3, 1ul, null, true);

        // The draws of a posterior, as a run would store them.
        var posterior = ModelSpecimens.Factors.Condition();
        var draws = posterior.GetType().GetMethod("Read")!.Invoke(posterior, [Stored(posterior)]);
        Assert.Equal(Message, Assert.Throws<SimulationException>(() => Call("Predict", draws, 1ul, false)).Message);
        Call("Predict", draws, 1ul, true);
        Assert.DoesNotContain(ModelSpecimens.EightSchools.Bind().GetType().GetMethod("Simulate")!.GetParameters(), parameter => parameter.Name == "ignoreFactors");

        var factor = posterior.Explain([0.5, 0.25]).Single(part => part.Site == "Factor");
        Assert.Equal(-0.5 * 0.25 / (1 + Math.Exp(0.25)) + 0.25, factor.LogDensity, 1e-14); // a few roundings
    }

    [Fact]
    public void A_derived_value_of_what_is_missing_is_not_a_number()
    {
        var posterior = LoadedProject.Given(ModelSpecimens.Residuals.Bind(), new double?[] { 1, null, 2, 3, 4, 5, null }, null, 0.5);
        double[] record = posterior.Constrain([0.25]);
        bool[] Unknown(string site) => [.. record[posterior.Sites.Single(candidate => candidate.Name == site).Offset..].Take(posterior.Sites.Single(candidate => candidate.Name == site).Length).Select(double.IsNaN)];
        Assert.Equal([false, true, false, false, false, false, true], Unknown("residual"));
        Assert.Equal([true, true, true, true], Unknown("ratio"));
        Assert.Equal([false], Unknown("distance"));
        Assert.Equal(["y: 2 of 7 missing, rows 1, 6", "z: all 4 missing"], posterior.Missing.Select(missing => missing.ToString()));
    }

    [Fact]
    public void Bounds_in_the_wrong_order_are_named_where_a_model_is_simulated()
    {
        var model = ModelSpecimens.BoundsThatCross.Bind();
        var simulate = model.GetType().GetMethod("Simulate")!;
        object fixedValues = Activator.CreateInstance(simulate.GetParameters()[1].ParameterType)!;
        foreach (var (site, value) in new[] { ("Low", 2.0), ("High", 1.0) }) fixedValues.GetType().GetProperty(site)!.SetValue(fixedValues, (double?)value);
        const string Message = "Crossed: at inside the high is 1; it must be greater than low, which is 2";
        Assert.Equal(Message, Assert.Throws<SimulationException>(() => simulate.Invoke(model, BindingFlags.DoNotWrapExceptions, null, [1ul, fixedValues], null)).Message);
        fixedValues.GetType().GetProperty("Inside")!.SetValue(fixedValues, (double?)1.5);
        Assert.Equal(Message, Assert.Throws<SimulationException>(() => simulate.Invoke(model, BindingFlags.DoNotWrapExceptions, null, [1ul, fixedValues], null)).Message);
    }

    /// <summary>Exponentials of positions overflow at 710: what comes of infinity minus infinity, or over it, is no accident of the model's.</summary>
    [Fact]
    public void A_position_at_which_a_latent_overflows_is_impossible()
    {
        var posterior = ModelSpecimens.TwoWidths.Condition();
        double[] position = [800, 900], gradient = new double[2];
        Assert.Equal(double.NegativeInfinity, PosteriorChecks.Replay(posterior, position).LogDensity);
        Assert.Equal(double.NegativeInfinity, posterior.LogDensity(position));
        Assert.Equal(double.NegativeInfinity, posterior.LogDensity(position, gradient));
        Assert.True(double.IsNaN(posterior.LogDensity([double.NaN, 0])));
    }

    /// <summary>exp(h/2) overflows from 1420 on, is subnormal below −1417 and 0, which no scale may be, below −1490: of observations that are 0 a subnormal scale is a good one.</summary>
    [Theory]
    [InlineData(1400, true, true)]
    [InlineData(1600, true, true)]
    [InlineData(-1400, false, true)]
    [InlineData(-1430, false, true)]
    [InlineData(-1490.26643, false, true)]
    [InlineData(-1490.26644, false, false)]
    [InlineData(-1600, false, false)]
    public void A_scale_may_be_as_small_as_numbers_are(double h, bool isPossible, bool isPossibleForZeros)
    {
        var specimen = ModelSpecimens.ExponentialScales;
        double[] position = [0.25, .. ModelSpecimen.Numbers(4, -1, 1), .. Enumerable.Repeat(h, 11)];
        foreach (var (y, expected) in new[] { (specimen.Observations[0], isPossible), (new double[11], isPossibleForZeros) })
        {
            var posterior = LoadedProject.Given(specimen.Bind(), [y, .. specimen.Observations[1..]]);
            double[] gradient = new double[position.Length];
            Assert.Equal(expected, double.IsFinite(posterior.LogDensity(position)));
            Assert.Equal(expected, double.IsFinite(posterior.LogDensity(position, gradient)));
            if (expected) Assert.All(gradient, derivative => Assert.True(double.IsFinite(derivative)));

            // Farther out the method itself takes the logarithm of what is infinite, or has no digits left.
            if (Math.Abs(h) < 1450) PosteriorChecks.Of(posterior).At(position);
        }
    }

    [Fact]
    public void A_plate_may_have_any_size()
    {
        // Around multiples of the vectors' widths, where the last block is full, empty or has one lane.
        int[] sizes = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 64, 100];
        var project = TestProject.Of(ModelSpecimens.StraightLine(1).Sources).Load();
        foreach (int size in sizes)
        {
            var specimen = ModelSpecimens.StraightLine(size);
            PosteriorChecks.Of(LoadedProject.Given(project.Bind(specimen.Name, specimen.Inputs), specimen.Observations)).AtRandomPositions(count: 6);
        }
    }

    /// <summary>Factors of a sum of logarithms are multiplied tile by tile: around a tile's 256 rows, and where all factors are 2 or all are 1.</summary>
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.5)]
    [InlineData(255, -3)]
    [InlineData(256, 0)]
    [InlineData(257, 0)]
    [InlineData(3000, 0)]
    [InlineData(3000, 1000)]
    [InlineData(3000, -1000)]
    [InlineData(3000, 1e300)]
    public void Logarithms_are_joined_in_plates_of_any_size(int rows, double logOdds)
    {
        double[] x = [.. Enumerable.Range(0, rows).Select(i => i % 3 - 1.0)];
        foreach (object y in new object[] { x.Select(v => v < 0.5 ? 1 : 0).ToArray(), x.Select((v, i) => i % 7 == 3 ? (int?)null : v > 0.5 ? 1 : 0).ToArray() })
        {
            var posterior = LoadedProject.Given((ModelSpecimens.Tosses with { Inputs = [x] }).Bind(), y);
            PosteriorChecks.Of(posterior).At([logOdds, 0]);
            PosteriorChecks.Of(posterior).At([logOdds, 0.25]);
        }

        if (rows == 0) return;
        var all = LoadedProject.Given((ModelSpecimens.Tosses with { Inputs = [x] }).Bind(), x.Select(_ => 1).ToArray());
        Assert.True(double.IsNaN(all.LogDensity([double.NaN, 0])));
    }

    [Fact]
    public void A_count_may_exceed_the_range_of_an_int()
    {
        var specimen = ModelSpecimens.ScalarCounts with { Inputs = [365L, new[] { 3_000_000_000L }, 1], Observations = [7L, new[] { 5_000_000_000L }, 1] };
        var posterior = specimen.Condition();
        double[] position = [0.5, -0.25];
        var replay = PosteriorChecks.Replay(posterior, position);

        // Terms of 10¹¹ cancel in the log mass of such a count: a few roundings of these are 10⁻⁴.
        Assert.Equal(replay.LogDensity, posterior.LogDensity(position), 1e-4);
    }

    private static DrawStore Stored(Posterior posterior)
    {
        var store = new DrawStore(1, 2, posterior.RecordLength);
        for (int draw = 0; draw < 2; draw++) posterior.Constrain(new double[posterior.Dimension]).CopyTo(store[0, draw]);
        return store;
    }

    /// <summary>An observation of which every third element, from the second, is missing; numbers as they are.</summary>
    private static object? Thinned(object observation) => observation switch
    {
        double[] numbers => Thin(numbers),
        long[] numbers => Thin(numbers),
        int[] numbers => Thin(numbers),
        double[,] numbers => ThinRow(numbers),
        double[][] groups => groups.Select(Thin).ToArray(),
        long[][] groups => groups.Select(Thin).ToArray(),
        _ => observation,
    };

    private static int MissingIn(Array observation) => observation.Cast<object?>().Sum(element => element is Array group ? MissingIn(group) : element is null ? 1 : 0);

    private static double?[,] ThinRow(double[,] matrix)
    {
        var thinned = new double?[matrix.GetLength(0), matrix.GetLength(1)];
        for (int r = 0; r < matrix.GetLength(0); r++)
            for (int c = 0; c < matrix.GetLength(1); c++)
                thinned[r, c] = (r + c) % 3 == 1 ? null : matrix[r, c];
        return thinned;
    }

    private static T?[] Thin<T>(T[] numbers)
        where T : struct => [.. numbers.Select((number, i) => i % 3 == 1 ? (T?)null : number)];

    /// <summary>Simulates with the first seed that works: a prior may allow what a distribution refuses, such as a negative scale.</summary>
    private static object Simulate(CompiledModel model)
    {
        var simulate = model.GetType().GetMethod("Simulate")!;
        object?[] Arguments(ulong seed) => simulate.GetParameters().Length == 3 ? [seed, null, true] : [seed, null];
        for (ulong seed = 1; ; seed++)
        {
            try
            {
                return simulate.Invoke(model, BindingFlags.DoNotWrapExceptions, null, Arguments(seed), null)!;
            }
            catch (SimulationException) when (seed < 20)
            {
            }
        }
    }
}
