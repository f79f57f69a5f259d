using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Turns a model into a kernel: terms of the log density become one sum for each plate, records become arrays.</summary>
/// <remarks>Needs a model without samples, calls and latents. One pass over a plate computes everything that the plate contributes.</remarks>
internal static class LowerToKernel
{
    /// <summary>The kernel of the log density. Records are left out.</summary>
    public static Kernel LogDensity(Model model) => new LogDensityLowering().Run(model);

    /// <summary>The kernel of what the model records, as outputs of the given kind. Rules and terms are left out.</summary>
    public static Kernel Records(Model model, OutputKind kind) => new RecordLowering(kind).Run(model);

    private sealed class LogDensityLowering : Rewriter
    {
        private Value? _sum;

        public Kernel Run(Model model)
        {
            Rewrite(model.Body);
            var total = Builder.Name(_sum ?? Builder.Number(0), "logDensity");
            return new(model.Name, Builder.Finish(), Sequence.Of(new Output(OutputKind.LogDensity, "", total)));
        }

        protected override void Rewrite(Statement statement)
        {
            switch (statement)
            {
                case AddTerm term:
                    Add(Map(term.Value));
                    break;
                case Record or Declare:
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }

        protected override void Rewrite(Loop loop)
        {
            var outside = _sum;
            _sum = null;
            var index = Open(loop);
            Rewrite(loop.Body);
            var yields = loop.Yields.Select(yield => ((Yield?)yield, Rewrite(yield))).ToList();
            var sum = new Yield(YieldKind.Sum, new(Unused, IrType.Real), _sum ?? Builder.Number(0));
            if (_sum is not null) yields.Add((null, sum));
            bool hasTerms = _sum is not null;
            Close(loop, index, [.. yields]);
            _sum = outside;
            if (hasTerms) Add(Map(sum.Result));
        }

        private void Add(Value term) => _sum = _sum is { } sum ? Builder.Add(Operations.Add, sum, term) : term;
    }

    /// <summary>Records of sites with elements fill arrays, which go through the loops around the records.</summary>
    private sealed class RecordLowering(OutputKind kind) : Rewriter
    {
        private readonly Dictionary<string, Value> _lengths = [];
        private readonly Dictionary<string, Value> _arrays = [];
        private readonly List<Output> _outputs = [];

        public Kernel Run(Model model)
        {
            Rewrite(model.Body);
            var arrays = _arrays.Select(array => new Output(kind, array.Key, array.Value));
            return new(model.Name, Builder.Finish(), _outputs.Concat(arrays).ToSequence());
        }

        protected override void Rewrite(Statement statement)
        {
            switch (statement)
            {
                case Declare declare:
                    _lengths.Add(declare.Site, kind == OutputKind.Position && declare.Coordinates is { } coordinates ? Map(coordinates) : LengthOf(Builder, declare, Map));
                    break;
                case AddTerm:
                case Require when kind == OutputKind.Record:
                    break;
                case Record { At: null } record:
                    _outputs.Add(new(kind, record.Site, Map(record.Value)));
                    break;
                case Record record:
                    _arrays[record.Site] = Builder.Add(Operations.Put, ArrayOf(record.Site), Map(record.At!.Value), Map(record.Value));
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }

        protected override void Rewrite(Loop loop)
        {
            var sites = RecordedIn(loop.Body).Distinct().ToList();
            var before = sites.Select(ArrayOf).ToList();
            var index = Open(loop);
            var inside = sites.Select(_ => Builder.Fresh(IrType.Real.ArrayOf)).ToList();
            for (int i = 0; i < sites.Count; i++) _arrays[sites[i]] = inside[i];
            Rewrite(loop.Body);
            var yields = loop.Yields.Select(yield => ((Yield?)yield, Rewrite(yield))).ToList();
            var threads = sites.Select((site, i) => new Yield(YieldKind.Thread, new(Unused - i, IrType.Real.ArrayOf), _arrays[site], Name: site, Into: before[i], Inside: inside[i])).ToList();
            Close(loop, index, [.. yields, .. threads.Select(thread => ((Yield?)null, thread))]);
            for (int i = 0; i < sites.Count; i++) _arrays[sites[i]] = Map(threads[i].Result);
        }

        private Value ArrayOf(string site) =>
            _arrays.TryGetValue(site, out var array) ? array : Builder.Leaf(Operations.Blank, IrType.Real.ArrayOf, site + "Records", site, _lengths[site]);

        private static IEnumerable<string> RecordedIn(Sequence<Statement> body) => body.SelectMany(statement =>
            statement is Record record ? [record.Site] : statement is Loop loop ? RecordedIn(loop.Body) : []);
    }

    /// <summary>The count of a site's elements.</summary>
    public static Value LengthOf(Builder builder, Declare declare, Func<Value, Value> map) =>
        declare.Offsets is { } offsets ? builder.Add(Operations.Load, map(offsets), map(declare.Dimensions[0]))
        : declare.Dimensions.Count == 0 ? builder.Integer(1)
        : declare.Dimensions.Select(map).Aggregate((a, b) => builder.Add(Operations.IndexMultiply, a, b));

    /// <summary>Ids below zero: no value of a model has one, so a new yield's own result can be looked up once the loop is closed.</summary>
    private const int Unused = -1;
}
