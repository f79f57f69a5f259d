namespace ProbModels;

/// <summary>Runs a model forward: draws every site that is not fixed.</summary>
/// <param name="model">The model.</param>
/// <param name="isFixed">For each site whether its values stand in the record before the run.</param>
/// <param name="rng">The stream of this run.</param>
/// <param name="ignoreFactors">Whether sites are drawn as if there were no factors; otherwise a factor is an error.</param>
internal sealed class Simulator(CompiledModel model, bool[] isFixed, Philox rng, bool ignoreFactors) : TracingHandler(model)
{
    private readonly double[] _record = new double[model.Sites.Sum(site => site.Length)];
    private Philox _rng = rng;

    /// <summary>Runs the method once and fills a record of all sites. Values of fixed sites are there already.</summary>
    public void Fill(Span<double> record)
    {
        record.CopyTo(_record);
        Trace();
        _record.CopyTo(record);
    }

    protected override T OnSample<T>(Visit visit, IDistribution<T> distribution)
    {
        if (typeof(T).IsArray) return OnArray(visit, distribution);
        T value = isFixed[visit.Site] ? Fixed(visit, distribution, Record(visit)) : Draw(visit, distribution);
        Record(visit) = ToDouble(visit, value);
        return value;
    }

    private T OnArray<T>(Visit visit, IDistribution<T> distribution)
    {
        if (distribution.Violation is { } violation) throw new SimulationException($"{Model.Name}: at {NameOf(visit)} the {violation}");
        var place = _record.AsSpan(Model.Sites[visit.Site].Offset + visit.Element);
        if (!isFixed[visit.Site])
        {
            var drawn = distribution.Draw(ref _rng);
            ElementsOf(drawn).CopyTo(place);
            return drawn;
        }

        var value = FromElements<T>(place[..((IArraySupport)distribution.Support).Size].ToArray());
        return distribution.Support.Contains(value)
            ? value
            : throw new SimulationException($"{Model.Name}: {NameOf(visit)} is fixed at a value that is not {distribution.Support.Rule}");
    }

    protected override void OnDerived(Visit visit, double value) => Record(visit) = value;

    protected override void OnFactor(double logDensity)
    {
        if (!ignoreFactors) throw new SimulationException($"{Model.Name}: the model has a Factor, which weighs values but does not draw them; say ignoreFactors: true to draw the sites as if it were not there");
    }

    private T Draw<T>(Visit visit, IDistribution<T> distribution)
    {
        if (distribution.Violation is { } violation) throw new SimulationException($"{Model.Name}: at {NameOf(visit)} the {violation}");
        try
        {
            return distribution.Draw(ref _rng);
        }
        catch (OverflowException e)
        {
            throw new SimulationException($"{Model.Name}: {NameOf(visit)} cannot be drawn: {e.Message}");
        }
    }

    private T Fixed<T>(Visit visit, IDistribution<T> distribution, double value)
    {
        if (distribution.Violation is { } violation) throw new SimulationException($"{Model.Name}: at {NameOf(visit)} the {violation}");
        var fixedValue = FromDouble<T>(value);
        return distribution.Support.Contains(fixedValue)
            ? fixedValue
            : throw new SimulationException($"{Model.Name}: {NameOf(visit)} is fixed at {fixedValue}; it must be {distribution.Support.Rule}");
    }

    private ref double Record(Visit visit) => ref _record[Model.Sites[visit.Site].Offset + visit.Element];
}
