namespace ProbModels.Generator.Ir;

/// <summary>Which sites each site of a model reads: in the arguments of its distribution, or in the formula of a derived value.</summary>
/// <remarks>
/// Walks a model before inlining. A value depends on the sites from which it is computed, through operations, helpers and what loops hand out;
/// a site's own value depends on that site alone, so that only direct dependences are found.
/// </remarks>
internal sealed class Dependence
{
    private static readonly HashSet<string> Nothing = [];

    private readonly Dictionary<string, Function> _functions;
    private readonly Dictionary<string, HashSet<string>> _reads = [];
    private readonly HashSet<int> _sampled = [];

    /// <summary>The sites with a term of the log density, and the empty name of factors.</summary>
    private readonly HashSet<string> _random = [""];
    private Dictionary<int, HashSet<string>> _sites = [];

    public Dependence(Model model)
    {
        _functions = model.Functions.ToDictionary(function => function.Name);
        Visit(model.Body);
    }

    /// <summary>The sites that a site reads.</summary>
    public IReadOnlyCollection<string> ReadBy(string site) => _reads.TryGetValue(site, out var sites) ? sites : Nothing;

    /// <summary>Whether a term of the log density, of any site or a factor, depends on a site's value: as an argument, directly or by way of derived values.</summary>
    public bool IsReadByTerms(string site)
    {
        var readers = new HashSet<string> { site };
        while (_reads.FirstOrDefault(read => !readers.Contains(read.Key) && !_random.Contains(read.Key) && read.Value.Overlaps(readers)).Key is { } derived) readers.Add(derived);
        return _random.Any(term => ReadBy(term).Any(readers.Contains));
    }

    private void Visit(Sequence<Statement> body)
    {
        foreach (var statement in body) Visit(statement);
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Define define:
                _sites[define.Result.Id] = Of(define.Arguments);
                break;
            case Call call:
                _sites[call.Result.Id] = ThroughFunction(_functions[call.Function], call.Arguments);
                break;
            case Sample sample:
                Read(sample.Site, Of(sample.Arguments));
                _random.Add(sample.Site);
                _sampled.Add(sample.Result.Id);
                _sites[sample.Result.Id] = [sample.Site];
                break;
            case Record record:
                Read(record.Site, Of([record.Value]));

                // Who reads the value from here on reads the derived site; what is a random site's own value stays that.
                if (!_sampled.Contains(record.Value.Id)) _sites[record.Value.Id] = [record.Site];
                break;
            case AddTerm factor:
                Read(factor.Site, Of([factor.Value]));
                break;
            case Loop loop:
                Visit(loop);
                break;
        }
    }

    private void Visit(Loop loop)
    {
        var threads = loop.Yields.Where(yield => yield.Inside is not null).ToList();
        do Visit(loop.Body);
        while (threads.Count(GrowsInside) > 0);
        foreach (var yield in loop.Yields) _sites[yield.Result.Id] = Of(yield.Into is { } into ? [yield.Element, into] : [yield.Element]);
    }

    /// <summary>Adds to what an iteration receives what the one before hands on; false where it was all there.</summary>
    private bool GrowsInside(Yield thread)
    {
        var known = Of([thread.Inside!.Value]);
        var handedOn = Of([thread.Into!.Value, thread.Element]);
        if (known.IsSupersetOf(handedOn)) return false;
        _sites[thread.Inside.Value.Id] = [.. known, .. handedOn];
        return true;
    }

    /// <summary>The sites behind a function's result, by the way of the arguments that it uses.</summary>
    private HashSet<string> ThroughFunction(Function function, Sequence<Value> arguments)
    {
        var outer = _sites;
        _sites = [];
        for (int i = 0; i < arguments.Count; i++)
            if (outer.TryGetValue(arguments[i].Id, out var sites)) _sites[function.Parameters[i].Id] = sites;
        Visit(function.Body);
        var result = Of([function.Result]);
        _sites = outer;
        return result;
    }

    private HashSet<string> Of(IEnumerable<Value> values) => [.. values.SelectMany(value => _sites.TryGetValue(value.Id, out var sites) ? sites : Nothing)];

    private void Read(string site, HashSet<string> sites)
    {
        if (_reads.TryGetValue(site, out var known)) known.UnionWith(sites);
        else _reads.Add(site, sites);
    }
}
