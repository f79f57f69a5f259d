using System.Globalization;

namespace ProbModels;

/// <summary>The slow, independent witness of compiled code: runs the model method itself with given values and adds up log densities.</summary>
/// <remarks>Densities come from <see cref="IDistribution{T}.LogDensity"/>, transforms from <see cref="RealSupport"/>: no compiled program takes part.</remarks>
internal sealed class Replay : TracingHandler
{
    private readonly double[] _position;
    private readonly IReadOnlyList<double[]?> _observed;
    private readonly IReadOnlyList<int[]?> _imputed;
    private readonly int[] _positionOffsets;

    /// <summary>Where the missing elements of each observable begin in a record.</summary>
    private readonly int[] _imputedRecords;
    private readonly double[] _record;
    private readonly double[] _logDensities;
    private readonly double[]?[] _terms;
    private readonly string?[] _problems;
    private double _sumOfMagnitudes;
    private double? _factors;
    private bool _isRejected;

    private Replay(CompiledModel model, IReadOnlyList<double[]?> observed, IReadOnlyList<int[]?> imputed, double[] position, bool backwards)
        : base(model, backwards)
    {
        (_position, _observed, _imputed) = (position, observed, imputed);
        (_positionOffsets, _imputedRecords) = (new int[model.Sites.Count], new int[model.Sites.Count]);
        int coordinates = 0, numbers = 0;
        for (int site = 0; site < model.Sites.Count; site++)
        {
            _positionOffsets[site] = coordinates;
            if (model.Sites[site].Kind == SiteKind.Latent) coordinates += model.Sites[site].Coordinates;
            if (model.Sites[site].Kind != SiteKind.Observable) numbers += model.Sites[site].Length;
        }

        // Missing elements that are inferred come last.
        for (int site = 0; site < model.Sites.Count; site++)
        {
            if (imputed[site] is not { } elements) continue;
            (_positionOffsets[site], _imputedRecords[site]) = (coordinates, numbers);
            coordinates += elements.Length;
            numbers += elements.Length;
        }

        _record = new double[numbers];
        _logDensities = new double[model.Sites.Count];
        _terms = [.. observed.Select(values => values is null ? null : new double[values.Length])];
        _problems = new string?[model.Sites.Count];
    }

    /// <summary>Replays a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="observed">For each site the given values, NaN where an element is missing; null for latents, derived values and observables that are not given.</param>
    /// <param name="imputed">For each site the elements that are missing and inferred; null for sites of which none can be.</param>
    /// <param name="position">The unconstrained position: latents in program order, then missing elements.</param>
    /// <param name="backwards">Whether plates run from the last iteration to the first.</param>
    public static ReplayResult Run(CompiledModel model, IReadOnlyList<double[]?> observed, IReadOnlyList<int[]?> imputed, ReadOnlySpan<double> position, bool backwards)
    {
        var replay = new Replay(model, observed, imputed, position.ToArray(), backwards);
        replay.Trace();
        var contributions = model.Sites
            .Select((site, i) => (site.Kind, Contribution: new SiteContribution(site.Name, replay._logDensities[i], replay._problems[i])))
            .Where(item => item.Kind != SiteKind.Derived)
            .Select(item => item.Contribution)
            .ToList();
        if (replay._factors is { } factors) contributions.Add(new("Factor", factors, double.IsFinite(factors) ? null : string.Create(CultureInfo.InvariantCulture, $"the factors add up to {factors}")));
        double total = replay._isRejected ? double.NegativeInfinity : contributions.Sum(contribution => contribution.LogDensity);
        return new(total, replay._sumOfMagnitudes, replay._record, contributions) { LogLikelihood = [.. replay._terms.OfType<double[]>().SelectMany(terms => terms)] };
    }

    protected override T OnSample<T>(Visit visit, IDistribution<T> distribution)
    {
        if (typeof(T).IsArray) return OnArray(visit, distribution, (IArraySupport)distribution.Support);
        var site = Model.Sites[visit.Site];
        if (distribution.Violation is { } violation)
        {
            // Where an argument is out of range there may be no support, as between bounds in the wrong order.
            Reject(visit, $"the {violation}");
            if (IsMissing(visit) && _terms[visit.Site] is { } unknown) unknown[visit.Element] = double.NaN;
            return site.Kind == SiteKind.Latent ? FromDouble<T>(_position[_positionOffsets[visit.Site] + visit.Element])
                : IsMissing(visit) ? Unknown<T>()
                : FromDouble<T>(_observed[visit.Site]![visit.Element]);
        }

        T value;
        if (site.Kind == SiteKind.Latent)
        {
            double x = ((RealSupport)(object)distribution.Support).Constrain(_position[_positionOffsets[visit.Site] + visit.Element], out double logJacobian);
            _record[site.Offset + visit.Element] = x;
            Add(visit, logJacobian);
            value = FromDouble<T>(x);
        }
        else if (!IsMissing(visit))
        {
            value = FromDouble<T>(_observed[visit.Site]![visit.Element]);
        }
        else if (SlotOf(visit, visit.Element) is { } slot)
        {
            double x = ((RealSupport)(object)distribution.Support).Constrain(_position[_positionOffsets[visit.Site] + slot], out double logJacobian);
            _record[_imputedRecords[visit.Site] + slot] = x;
            Add(visit, logJacobian);
            value = FromDouble<T>(x);
        }
        else
        {
            // What was not observed has no term, and nothing that has one reads it; its arguments keep their rules all the same.
            if (_terms[visit.Site] is { } terms) terms[visit.Element] = double.NaN;
            return Unknown<T>();
        }

        if (!distribution.Support.Contains(value)) Reject(visit, string.Create(CultureInfo.InvariantCulture, $"the value is {value}; it must be {distribution.Support.Rule}"));
        else Add(visit, distribution.LogDensity(value));

        // What was not observed has no likelihood.
        if (_terms[visit.Site] is { } all && IsMissing(visit)) all[visit.Element] = double.NaN;
        return value;
    }

    /// <summary>Whether an observable's element is not given.</summary>
    private bool IsMissing(Visit visit) => _observed[visit.Site] is not { } observed || double.IsNaN(observed[visit.Element]);

    private static T Unknown<T>() => typeof(T) == typeof(double) ? FromDouble<T>(double.NaN) : default!;

    /// <summary>The number of an observable's element among those that are inferred; null where it is given, or dropped.</summary>
    private int? SlotOf(Visit visit, int element) =>
        _imputed[visit.Site] is { } elements && Array.IndexOf(elements, element) is >= 0 and var slot ? slot : null;

    /// <summary>A value that is an array: its elements, and the coordinates of each value, lie together.</summary>
    private T OnArray<T>(Visit visit, IDistribution<T> distribution, IArraySupport support)
    {
        var site = Model.Sites[visit.Site];
        if (distribution.Violation is { } violation)
        {
            // Where an argument is out of range even the count of coordinates may mean nothing.
            Reject(visit, $"the {violation}");
            return FromElements<T>(new double[support.Size]);
        }

        var elements = new double[support.Size];
        if (site.Kind == SiteKind.Latent)
        {
            int first = _positionOffsets[visit.Site] + (support.Size == 0 ? 0 : visit.Element / support.Size * support.Coordinates);
            support.Constrain(_position.AsSpan(first, support.Coordinates), elements, out double logJacobian);
            elements.CopyTo(_record, site.Offset + visit.Element);
            Add(visit, logJacobian);
        }
        else if (_observed[visit.Site] is { } observed && !observed.AsSpan(visit.Element, elements.Length).Contains(double.NaN))
        {
            observed.AsSpan(visit.Element, elements.Length).CopyTo(elements);
        }
        else if (Enumerable.Range(visit.Element, elements.Length).Any(element => SlotOf(visit, element) is not null))
        {
            for (int i = 0; i < elements.Length; i++)
            {
                if (SlotOf(visit, visit.Element + i) is { } slot)
                    elements[i] = _record[_imputedRecords[visit.Site] + slot] = _position[_positionOffsets[visit.Site] + slot];
                else
                    elements[i] = _observed[visit.Site]![visit.Element + i];
            }
        }
        else
        {
            if (_terms[visit.Site] is { } terms) terms.AsSpan(visit.Element, elements.Length).Fill(double.NaN);
            Array.Fill(elements, double.NaN);
            return FromElements<T>(elements);
        }

        var value = FromElements<T>(elements);
        if (!distribution.Support.Contains(value)) Reject(visit, $"the value must be {distribution.Support.Rule}");
        else Add(visit, distribution.LogDensity(value));
        return value;
    }

    protected override void OnDerived(Visit visit, double value) => _record[Model.Sites[visit.Site].Offset + visit.Element] = value;

    protected override void OnFactor(double logDensity)
    {
        _factors = (_factors ?? 0) + logDensity;
        _sumOfMagnitudes += Math.Abs(logDensity);
    }

    private void Add(Visit visit, double term)
    {
        _logDensities[visit.Site] += term;
        if (_terms[visit.Site] is { } terms) terms[visit.Element] = term;
        _sumOfMagnitudes += Math.Abs(term);
        if (!double.IsFinite(term)) _problems[visit.Site] ??= string.Create(CultureInfo.InvariantCulture, $"{NameOf(visit)}: its log density is {term}");
    }

    private void Reject(Visit visit, string broken)
    {
        _isRejected = true;
        _logDensities[visit.Site] = double.NegativeInfinity;
        if (_terms[visit.Site] is { } terms) terms[visit.Element] = double.NegativeInfinity;
        _problems[visit.Site] ??= $"{NameOf(visit)}: {broken}";
    }
}
