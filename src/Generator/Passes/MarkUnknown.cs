using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Makes derived values NaN where they come from an observable's element that is not given: such a value is known in prediction alone.</summary>
/// <remarks>
/// Needs inlined densities. Which elements count is followed from the observations through arithmetic, comparisons and choices. An array that
/// mirrors a site is read as the site is; any other array, and a sum, holds NaN where it would hold something unknown. Whole numbers that are
/// computed from unknown ones and kept in arrays are followed no further.
/// </remarks>
internal static class MarkUnknown
{
    /// <param name="model">The model.</param>
    /// <param name="sites">The observables of which elements may be missing.</param>
    public static Model Run(Model model, IReadOnlyCollection<string> sites) => new Marker(model, sites).Run();

    private sealed class Marker(Model model, IReadOnlyCollection<string> sites) : Rewriter
    {
        private readonly ArrayForms _forms = new(model.Body);

        /// <summary>The condition, in the new block, on which an old value is known; none for values that always are.</summary>
        private readonly Dictionary<Value, Value> _known = [];

        /// <summary>The observables that arrays hold element by element: the observations, and arrays that the model fills with them.</summary>
        private readonly Dictionary<Value, string> _mirrors = [];

        /// <summary>The site and the number of an element that was read from the observations.</summary>
        private readonly Dictionary<Value, (string Site, Value At)> _elements = [];

        public Model Run()
        {
            Rewrite(model.Body);
            return model with { Body = Builder.Finish() };
        }

        protected override void Rewrite(Statement statement)
        {
            if (statement is Record record) Builder.Append(record with { Value = Marked(record.Value), At = Map(record.At) });
            else base.Rewrite(statement);
        }

        protected override void Rewrite(Define define)
        {
            if (define.Op == Operations.Put)
            {
                var element = Kept(define.Arguments[2], define.Arguments[1], define.Result);
                Bind(define.Result, Builder.Add(define.Op, [Map(define.Arguments[0]), Map(define.Arguments[1]), element], define.Name));
                return;
            }

            base.Rewrite(define);
            if (KnownWhere(define) is { } condition) _known[define.Result] = condition;
        }

        protected override void Rewrite(Loop loop)
        {
            var index = Open(loop);
            Rewrite(loop.Body);
            Close(loop, index, [.. loop.Yields.Select(yield => ((Yield?)yield, Marked(yield, loop.Index)))]);
        }

        private Yield Marked(Yield yield, Value index) => yield.Kind switch
        {
            YieldKind.Thread => Rewrite(yield),
            YieldKind.Array => Rewrite(yield) with { Element = Kept(yield.Element, index, yield.Result) },
            _ => Rewrite(yield) with { Element = Marked(yield.Element) },
        };

        /// <summary>An element as an array keeps it: as it is in an array that mirrors a site.</summary>
        private Value Kept(Value element, Value at, Value array)
        {
            if (!_elements.TryGetValue(element, out var read) || read.At != at) return Marked(element);
            _mirrors[_forms.OriginOf(array)] = read.Site;
            return Map(element);
        }

        private Value? KnownWhere(Define define)
        {
            if (define.Op == Operations.Observed && sites.Contains(define.Immediate.Symbol!))
            {
                if (!define.Result.Type.IsArray) return Given(define.Immediate.Symbol!, null);
                _mirrors[define.Result] = define.Immediate.Symbol!;
            }

            var conditions = define.Arguments.Where(_known.ContainsKey).Select(argument => _known[argument]).ToList();
            if (define.Op == Operations.Load && _mirrors.TryGetValue(_forms.OriginOf(define.Arguments[0]), out string? site))
            {
                if (define.Arguments[0] == _forms.OriginOf(define.Arguments[0])) _elements[define.Result] = (site, define.Arguments[1]);
                conditions.Add(Given(site, Map(define.Arguments[1])));
            }

            if (define.Op == Operations.Slice && _mirrors.TryGetValue(_forms.OriginOf(define.Arguments[0]), out string? vectors)) conditions.Add(Given(vectors, Map(define.Arguments[1])));
            return conditions.Count == 0 ? null : conditions.Aggregate((a, b) => Builder.Add(Operations.And, a, b));
        }

        private Value Given(string site, Value? at) => LeafAt(at, Operations.Given, IrType.Boolean, site, site + "IsGiven");

        /// <summary>A number, or NaN where it is not known.</summary>
        private Value Marked(Value value) =>
            value.Type == IrType.Real && _known.TryGetValue(value, out var condition)
                ? Builder.Add(Operations.Select, condition, Map(value), Builder.Number(double.NaN))
                : Map(value);
    }
}
