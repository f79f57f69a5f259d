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
                case Record:
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
            var yields = loop.Yields.Select(yield => ((Yield?)yield, yield with { Element = Map(yield.Element) })).ToList();
            var sum = new Yield(YieldKind.Sum, new(Unused, IrType.Real), _sum ?? Builder.Number(0));
            if (_sum is not null) yields.Add((null, sum));
            bool hasTerms = _sum is not null;
            Close(loop, index, [.. yields]);
            _sum = outside;
            if (hasTerms) Add(Map(sum.Result));
        }

        private void Add(Value term) => _sum = _sum is { } sum ? Builder.Add(Operations.Add, sum, term) : term;
    }

    private sealed class RecordLowering(OutputKind kind) : Rewriter
    {
        private readonly List<Output> _outputs = [];
        private readonly List<(string Site, Value Element)> _elements = [];

        public Kernel Run(Model model)
        {
            Rewrite(model.Body);
            return new(model.Name, Builder.Finish(), _outputs.ToSequence());
        }

        protected override void Rewrite(Statement statement)
        {
            switch (statement)
            {
                case AddTerm:
                case Require when kind == OutputKind.Record:
                    break;
                case Record record when Indices.Count == 0:
                    _outputs.Add(new(kind, record.Site, Map(record.Value)));
                    break;
                case Record record:
                    _elements.Add((record.Site, Map(record.Value)));
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }

        protected override void Rewrite(Loop loop)
        {
            _elements.Clear();
            var index = Open(loop);
            Rewrite(loop.Body);
            var yields = loop.Yields.Select(yield => ((Yield?)yield, yield with { Element = Map(yield.Element) })).ToList();
            var records = _elements
                .Select((item, i) => (item.Site, Yield: new Yield(YieldKind.Array, new(Unused - i, IrType.Real.ArrayOf), item.Element, Name: item.Site)))
                .ToList();
            Close(loop, index, [.. yields, .. records.Select(record => ((Yield?)null, record.Yield))]);
            _outputs.AddRange(records.Select(record => new Output(kind, record.Site, Map(record.Yield.Result))));
        }
    }

    /// <summary>Ids below zero: no value of a model has one, so a new yield's own result can be looked up once the loop is closed.</summary>
    private const int Unused = -1;
}
