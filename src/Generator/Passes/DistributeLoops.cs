using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Takes a loop whose order matters apart, so that the order matters only where it must.</summary>
/// <remarks>
/// Arrays that iterations read from one another form a graph. What lies on a cycle, a recurrence, stays in a forward loop; every other
/// array gets a loop of independent iterations, before those that read it; everything else goes into a last one. An element is put once,
/// so that later loops read the finished array. Source: Allen and Kennedy, Automatic translation of Fortran programs to vector form
/// (1987).
/// </remarks>
internal static class DistributeLoops
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Distributor(kernel).Run());

    private sealed class Distributor(Kernel kernel) : Revisitor
    {
        private readonly ArrayForms _forms = new(kernel.Body);
        private readonly Dictionary<Value, Value> _finished = [];

        public Kernel Run() => Rebuild(kernel);

        protected override Value? Finished(Value form) => _finished.TryGetValue(_forms.OriginOf(form), out var finished) ? finished : null;

        protected override void Rewrite(Loop loop)
        {
            if (loop.Order != Order.Forward)
            {
                base.Rewrite(loop);
                return;
            }

            ReadFinished(loop);
            var threads = loop.Yields.Where(yield => yield.Kind == YieldKind.Thread && Finished(yield.Result) is null).ToList();
            foreach (var (component, isCycle) in Components(threads, thread => ReadBy(loop, thread, threads)))
            {
                Copy(PartOf(loop, component), loop, isCycle ? Order.Forward : Order.Any);
                foreach (var thread in component) _finished[_forms.OriginOf(thread.Result)] = Map(thread.Result);
            }

            var rest = PartOf(loop, [.. loop.Yields.Where(yield => yield.Kind != YieldKind.Thread)], keepsRules: true);
            if (rest.Body.Count + rest.Yields.Count > 0) Copy(rest, loop, Order.Any);
            foreach (var thread in threads)
            {
                Bind(thread.Result, _finished[_forms.OriginOf(thread.Result)]);
                _finished.Remove(_forms.OriginOf(thread.Result));
            }
        }

        /// <summary>A loop with some of its yields, and with what they need of its body.</summary>
        private static Loop PartOf(Loop loop, IReadOnlyList<Yield> yields, bool keepsRules = false) => loop with
        {
            Body = EliminateDead.Run(keepsRules ? loop.Body : SeparateChecks.Keep(loop.Body, _ => false), yields.SelectMany(Uses.Of)),
            Yields = yields.ToSequence(),
        };

        /// <summary>Writes a loop of a part of the body.</summary>
        private void Copy(Loop part, Loop loop, Order order)
        {
            var index = Open(part);
            ReadFinished(loop);
            Rewrite(part.Body);
            Close(part with { Order = order }, index, [.. part.Yields.Select(yield => ((Yield?)yield, Rewrite(yield)))]);
        }

        /// <summary>The threads whose elements a thread's own elements are computed from.</summary>
        private HashSet<Yield> ReadBy(Loop loop, Yield thread, List<Yield> threads)
        {
            var origins = new HashSet<Value>(Loads(PartOf(loop, [thread]).Body).Select(load => _forms.OriginOf(load.Arguments[0])));
            return [.. threads.Where(other => origins.Contains(_forms.OriginOf(other.Result)))];
        }

        private static IEnumerable<Define> Loads(IEnumerable<Statement> statements) => statements.SelectMany(statement =>
            statement is Loop loop ? Loads(loop.Body) : statement is Define define && define.Op == Operations.Load ? [define] : []);
    }

    /// <summary>The strongly connected components of a graph, each after all that it needs.</summary>
    private static IEnumerable<(IReadOnlyList<Yield> Component, bool IsCycle)> Components(IReadOnlyList<Yield> threads, Func<Yield, HashSet<Yield>> needs)
    {
        var reach = threads.ToDictionary(thread => thread, needs);
        foreach (var middle in threads)
            foreach (var thread in threads)
                if (reach[thread].Contains(middle)) reach[thread].UnionWith(reach[middle]);

        var done = new HashSet<Yield>();
        while (done.Count < threads.Count)
        {
            // Next comes a thread that needs, beside those done, only what needs it in turn.
            var next = threads.First(thread => !done.Contains(thread) && reach[thread].All(other => done.Contains(other) || reach[other].Contains(thread)));
            var component = threads.Where(other => other == next || (reach[next].Contains(other) && reach[other].Contains(next))).ToList();
            done.UnionWith(component);
            yield return (component, reach[next].Contains(next));
        }
    }
}
