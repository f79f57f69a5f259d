namespace ProbModels.Generator.Tests;

/// <summary>A model with data for it.</summary>
/// <param name="Name">The model's method, in a class whose source is <paramref name="Sources"/>.</param>
/// <param name="Inputs">The arguments of the generated class's constructor.</param>
/// <param name="Observations">The arguments of <c>Given</c>.</param>
internal sealed record ModelSpecimen(string Name, string[] Sources, object[] Inputs, object[] Observations)
{
    private readonly Lazy<LoadedProject> _project = new(() => TestProject.Of(Sources).Load());

    /// <summary>Whether the model itself reads its first observable, which is discrete: it cannot be inferred, and so not be left out.</summary>
    public bool ReadsDiscrete { get; init; }

    public override string ToString() => Name;

    /// <summary>The model with its inputs. It is compiled once.</summary>
    public CompiledModel Bind() => _project.Value.Bind(Name, Inputs);

    /// <summary>The model with its inputs and all its observations.</summary>
    public Posterior Condition() => LoadedProject.Given(Bind(), Observations);

    /// <summary>Evenly spread numbers that look irregular: multiples of the golden ratio, modulo 1.</summary>
    public static double[] Numbers(int count, double low, double high) =>
        [.. Enumerable.Range(1, count).Select(i => low + (high - low) * (i * 0.6180339887498949 % 1))];

    /// <summary>Indices below a bound, every one of them used where there are enough.</summary>
    public static int[] Indices(int count, int bound) => [.. Enumerable.Range(0, count).Select(i => i * 7 % bound)];
}
