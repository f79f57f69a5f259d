namespace ProbModels;

/// <summary>Decides what the words of <see cref="Language"/> do while a model method runs.</summary>
public abstract class ModelHandler
{
    [ThreadStatic]
    private static ModelHandler? _current;

    /// <summary>The handler of this thread; one that draws from a random seed where none was installed.</summary>
    internal static ModelHandler Current => _current ??= new PlainExecution();

    /// <summary>What <see cref="Language.Sample{T}(IDistribution{T})"/> returns.</summary>
    public abstract T Sample<T>(IDistribution<T> distribution);

    /// <summary>What <see cref="Language.Derived(double)"/> returns.</summary>
    public virtual double Derived(double value) => value;

    /// <summary>Receives what <see cref="Language.Factor"/> adds to the log density; a simulation has no use for it.</summary>
    public virtual void Factor(double logDensity)
    {
    }

    /// <summary>What <see cref="Language.Plate"/> enumerates.</summary>
    public virtual IEnumerable<int> Plate(int size) => Enumerable.Range(0, size);

    /// <summary>Runs an action on this thread under this handler.</summary>
    public void Run(Action model)
    {
        var outer = _current;
        _current = this;
        try
        {
            model();
        }
        finally
        {
            _current = outer;
        }
    }
}

/// <summary>Draws every site: what a model method does when it is called as it is.</summary>
internal sealed class PlainExecution : ModelHandler
{
    private Philox _rng = new((ulong)Random.Shared.NextInt64(), stream: 0);

    public override T Sample<T>(IDistribution<T> distribution) => distribution.Draw(ref _rng);
}
