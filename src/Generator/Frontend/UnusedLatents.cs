using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Warns of latents on which nothing depends: their posterior is their prior.</summary>
internal static class UnusedLatents
{
    public static void Report(Model model, Reading reading)
    {
        // A model without observables is a prior: there nothing need be used.
        if (model.Returns.Count == 0) return;
        var results = new Dictionary<Value, string>();
        var sources = new Dictionary<Value, List<Value>>();
        var used = new Stack<Value>();
        Collect(model.Body);

        var seen = new HashSet<Value>();
        while (used.Count > 0)
        {
            var value = used.Pop();
            if (seen.Add(value) && sources.TryGetValue(value, out var needs))
                foreach (var need in needs) used.Push(need);
        }

        var alive = new HashSet<string>(results.Where(result => seen.Contains(result.Key)).Select(result => result.Value));
        foreach (string site in results.Values.Distinct().Where(site => !alive.Contains(site)))
            reading.Report(DiagnosticInfo.At(Descriptors.UnusedLatent, reading.Sites.PlaceOf(site), site));

        void Collect(Sequence<Statement> body)
        {
            foreach (var statement in body)
            {
                switch (statement)
                {
                    case Define define:
                        sources[define.Result] = [.. define.Arguments];
                        break;
                    case Sample sample:
                        if (!sample.IsObserved) results[sample.Result] = sample.Site;
                        foreach (var argument in sample.Arguments) used.Push(argument);
                        break;
                    case Record record:
                        used.Push(record.Value);
                        break;
                    case AddTerm term:
                        used.Push(term.Value);
                        break;
                    case Loop loop:
                        Collect(loop.Body);
                        foreach (var yield in loop.Yields)
                        {
                            sources[yield.Result] = [.. Uses.Of(yield)];
                            if (yield.Inside is { } inside) sources[inside] = [yield.Element, yield.Into!.Value];
                        }

                        break;
                }
            }
        }
    }
}
