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
            if (specimen.ReadsFirstObservable && left == 0) continue;
            object?[] others = [.. specimen.Observations.Select((observation, i) => i == left ? null : observation)];
            PosteriorChecks.Of(LoadedProject.Given(model, others)).AtRandomPositions(count: 4);
        }

        if (!specimen.ReadsFirstObservable) PosteriorChecks.Of(LoadedProject.Given(model)).AtRandomPositions(count: 4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Elements_of_observables_may_be_missing(string name)
    {
        var specimen = ModelSpecimens.All.Single(candidate => candidate.Name == name);
        object?[] observations = [.. specimen.Observations.Select((observation, i) => specimen.ReadsFirstObservable && i == 0 ? observation : Thinned(observation))];
        var posterior = LoadedProject.Given(specimen.Bind(), observations);
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 8);
        Assert.Equal(observations.OfType<Array>().Where(array => array is double?[] or int?[] or long?[]).Sum(array => array.Cast<object?>().Count(element => element is null)), posterior.Missing.Sum(missing => missing.Elements.Count));
    }

    [Fact]
    public void An_observable_that_another_site_reads_may_not_be_left_out()
    {
        var error = Assert.Throws<ModelBindingException>(() => LoadedProject.Given(ModelSpecimens.ReadObservable.Bind()));
        Assert.Equal("Calibration: dial is not given; other sites read it, so it cannot be left out (Models.cs:11)", error.Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_model_simulates_it_finds_possible(string name)
    {
        var model = ModelSpecimens.All.Single(candidate => candidate.Name == name).Bind();
        object simulation = Simulate(model);
        object Value(string site) => simulation.GetType().GetProperty(char.ToUpperInvariant(site.TrimStart('_')[0]) + site.TrimStart('_')[1..])!.GetValue(simulation)!;
        object?[] observations = [.. model.GetType().GetMethod("Given")!.GetParameters().Select(parameter => Value(parameter.Name!))];
        var posterior = LoadedProject.Given(model, observations);
        double[] record = [.. posterior.Sites.SelectMany(site => Value(site.Name) is double number ? [number] : (double[])Value(site.Name))];
        double[] position = posterior.Unconstrain(record);
        Assert.True(double.IsFinite(posterior.LogDensity(position)));
        Assert.Equal(record, posterior.Constrain(position), (a, b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a)));
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

    /// <summary>An observation of which every third element, from the second, is missing; numbers as they are.</summary>
    private static object? Thinned(object observation) => observation switch
    {
        double[] numbers => Thin(numbers),
        long[] numbers => Thin(numbers),
        int[] numbers => Thin(numbers),
        _ => observation,
    };

    private static T?[] Thin<T>(T[] numbers)
        where T : struct => [.. numbers.Select((number, i) => i % 3 == 1 ? (T?)null : number)];

    /// <summary>Simulates with the first seed that works: a prior may allow what a distribution refuses, such as a negative scale.</summary>
    private static object Simulate(CompiledModel model)
    {
        var simulate = model.GetType().GetMethod("Simulate")!;
        for (ulong seed = 1; ; seed++)
        {
            try
            {
                return simulate.Invoke(model, BindingFlags.DoNotWrapExceptions, null, [seed, null], null)!;
            }
            catch (SimulationException) when (seed < 20)
            {
            }
        }
    }
}
