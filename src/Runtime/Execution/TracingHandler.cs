using System.Globalization;

namespace ProbModels;

/// <summary>Runs a model method beside the walk of its sites, and checks at every site that both stand at the same place.</summary>
internal abstract class TracingHandler(CompiledModel model, bool backwards = false) : ModelHandler
{
    // Two walks side by side: the one that was generated, and the one that the method makes by running.
    private readonly Walk _walk = new(backwards);
    private readonly Walk _method = new(backwards);
    private IEnumerator<Visit>? _visits;

    protected CompiledModel Model => model;

    /// <summary>Runs the method from start to end.</summary>
    /// <exception cref="InvalidOperationException">The method and the walk disagree: the generated code is not that of this method.</exception>
    protected void Trace()
    {
        using var visits = model.Visits(_walk).GetEnumerator();
        _visits = visits;
        Run(model.Run);
        if (visits.MoveNext()) throw Disagreement("ends before all its sites were visited");
    }

    public sealed override T Sample<T>(IDistribution<T> distribution) => OnSample(Next(), distribution);

    public sealed override double Derived(double value)
    {
        OnDerived(Next(), value);
        return value;
    }

    public sealed override void Factor(double logDensity) => OnFactor(logDensity);

    public sealed override IEnumerable<int> Plate(int size) => _method.Plate(size);

    protected abstract T OnSample<T>(Visit visit, IDistribution<T> distribution);

    protected virtual void OnDerived(Visit visit, double value)
    {
    }

    protected abstract void OnFactor(double logDensity);

    /// <summary>A site's element by name, for messages.</summary>
    protected string NameOf(Visit visit) => model.Sites[visit.Site].ElementName(visit.Element);

    /// <summary>A number as a site's value. Sites hold double, int or long.</summary>
    protected static T FromDouble<T>(double value)
    {
        if (typeof(T) == typeof(double)) return (T)(object)value;
        if (typeof(T) == typeof(long)) return (T)(object)checked((long)value);
        if (typeof(T) == typeof(int)) return (T)(object)checked((int)value);
        throw new NotSupportedException($"a site cannot hold a {typeof(T).Name}");
    }

    /// <summary>Elements, row after row, as a site's value: a vector or a square matrix.</summary>
    protected static T FromElements<T>(double[] elements)
    {
        if (typeof(T) == typeof(double[])) return (T)(object)elements;
        if (typeof(T) != typeof(double[,])) throw new NotSupportedException($"a site cannot hold a {typeof(T).Name}");
        int rows = (int)Math.Round(Math.Sqrt(elements.Length));
        return (T)(object)Simulated.Matrix(elements, [rows, rows]);
    }

    /// <summary>The elements of a site's value, row after row.</summary>
    protected static ReadOnlySpan<double> ElementsOf<T>(T value) => value switch
    {
        double[] vector => vector,
        double[,] matrix => MatrixSupport.Elements(matrix),
        _ => throw new NotSupportedException($"a site cannot hold a {typeof(T).Name}"),
    };

    /// <summary>A site's value as a number.</summary>
    /// <exception cref="SimulationException">A count beyond 2^53, which a double does not hold exactly.</exception>
    protected double ToDouble<T>(Visit visit, T value)
    {
        const long Largest = 1L << 53;
        switch (value)
        {
            case double number: return number;
            case int number: return number;
            case long number when number is >= -Largest and <= Largest: return number;
            case long number:
                throw new SimulationException(string.Create(CultureInfo.InvariantCulture, $"{Model.Name}: {NameOf(visit)} is {number}; counts beyond 2^53 are not exact and cannot be recorded"));
            default: throw new NotSupportedException($"a site cannot hold a {typeof(T).Name}");
        }
    }

    private Visit Next()
    {
        if (_visits is not { } visits || !visits.MoveNext()) throw Disagreement("comes to a site after the last that it should have");
        if (!_walk.Indices.SequenceEqual(_method.Indices)) throw Disagreement($"comes to {NameOf(visits.Current)} at the indices ({string.Join(", ", _method.Indices.ToArray())})");
        return visits.Current;
    }

    private InvalidOperationException Disagreement(string what) =>
        new($"{model.Name}: the method {what}; its generated code was made from another text, or what it does depends on something other than its inputs");
}
