using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Finds products of a matrix's rows with a vector, as in a linear predictor, which have a layout and a code of their own.</summary>
/// <remarks>
/// The inner loop Σ x[i, j] · b[j] over the columns of a matrix that data alone decide, in a plate over its rows, becomes one operation, so
/// that the plate holds no loop and is computed eight rows at a time.
/// </remarks>
internal static class RecogniseProducts
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Recogniser(kernel).Run());

    private sealed class Recogniser(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private readonly HashSet<Loop> _products = new(ReferenceComparer<Loop>.Instance);

        public Kernel Run() => Rebuild(kernel);

        protected override void Rewrite(Loop loop)
        {
            if (_products.Contains(loop))
            {
                var (matrix, row, columns, vector) = Product(loop)!.Value;
                var packed = Builder.Add(Operations.Pack, [Map(matrix), Map(columns)], "packed" + Naming.Capital(NameOf(matrix)));
                Bind(loop.Yields[0].Result, Builder.Add(Operations.RowProduct, [packed, Map(row), Map(vector)], loop.Yields[0].Name));
                return;
            }

            var inner = loop.Body.OfType<Loop>().ToList();
            bool IsProduct(Loop candidate) => Product(candidate) is { } product && product.Row == loop.Index && IsOutside(product.Matrix) && IsOutside(product.Vector) && IsOutside(product.Columns);
            if (inner.Count > 0 && _scopes.DepthOf(loop.Index) == 1 && inner.All(IsProduct) && LoopShape.IsFlat(loop with { Body = loop.Body.Where(statement => statement is not Loop).ToSequence() }))
                _products.UnionWith(inner);
            base.Rewrite(loop);
        }

        private bool IsOutside(Value value) => _scopes.LoopOf(value) is null;

        private string NameOf(Value matrix) => (_scopes.DefinitionOf(matrix)?.Immediate.Symbol ?? "matrix").Split('.')[0].Split(':').Last();

        /// <summary>What a loop that sums x[row · columns + j] · b[j] over j multiplies; null for other loops.</summary>
        private (Value Matrix, Value Row, Value Columns, Value Vector)? Product(Loop loop)
        {
            if (loop.Order != Order.Any || loop.Yields is not [{ Kind: YieldKind.Sum } sum] || loop.Body.Any(statement => statement is not Define)) return null;
            if (_scopes.DefinitionOf(sum.Element) is not { } product || product.Op != Operations.Multiply) return null;
            return Read(product.Arguments[0], product.Arguments[1], loop) ?? Read(product.Arguments[1], product.Arguments[0], loop);
        }

        private (Value, Value, Value, Value)? Read(Value a, Value b, Loop loop)
        {
            if (LoadOf(a) is not { } element || LoadOf(b) is not { } other || other.Arguments[1] != loop.Index || _scopes.TimeOf(element.Arguments[0]) != Time.Bind) return null;
            if (_scopes.DefinitionOf(element.Arguments[1]) is not { } at || at.Op != Operations.IndexAdd) return null;
            foreach (var (start, column) in new[] { (at.Arguments[0], at.Arguments[1]), (at.Arguments[1], at.Arguments[0]) })
            {
                if (column != loop.Index || _scopes.DefinitionOf(start) is not { } rows || rows.Op != Operations.IndexMultiply) continue;
                if (rows.Arguments[1] == loop.Extent) return (element.Arguments[0], rows.Arguments[0], loop.Extent, other.Arguments[0]);
                if (rows.Arguments[0] == loop.Extent) return (element.Arguments[0], rows.Arguments[1], loop.Extent, other.Arguments[0]);
            }

            return null;
        }

        private Define? LoadOf(Value value) => _scopes.DefinitionOf(value) is { } define && define.Op == Operations.Load ? define : null;
    }
}
