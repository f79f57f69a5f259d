using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Finds functions of numbers outside plates that one call computes for two arguments at a time, as the two lanes of a vector.</summary>
/// <remarks>Two numbers take no longer than one. Each function is paired with the next of its kind whose argument is known by then.</remarks>
internal sealed class FunctionPairs
{
    private static readonly Op[] Single = [Operations.Exp, Operations.Log, Operations.Log1p];

    private readonly Dictionary<Define, Define> _partners = [];

    public FunctionPairs(Sequence<Statement> body)
    {
        var defines = body.OfType<Define>().ToList();
        var known = new HashSet<Value>(defines.Where(IsLeaf).Select(leaf => leaf.Result));
        var paired = new HashSet<Define>();
        foreach (var statement in body)
        {
            if (statement is Define define && KindOf(define) is { } kind && paired.Add(define))
            {
                var partner = defines.SkipWhile(other => other != define).Skip(1).FirstOrDefault(other =>
                    KindOf(other) == kind && !paired.Contains(other) && other.Arguments[0] != define.Arguments[0] && other.Arguments.All(known.Contains));
                if (partner is not null && paired.Add(partner)) _partners.Add(define, partner);
            }

            known.UnionWith(Uses.DefinedBy(statement));
        }
    }

    /// <summary>The function that is computed with another one, which comes first; null where none is.</summary>
    public Define? PartnerOf(Define define) => _partners.TryGetValue(define, out var partner) ? partner : null;

    /// <summary>Whether a value is there from the beginning: a number, or what a kernel reads.</summary>
    private static bool IsLeaf(Define define) => !define.Result.Type.IsArray && define.Arguments.Count == 0;

    /// <summary>What functions are computed together: those of one kind.</summary>
    private static Op? KindOf(Define define) =>
        Single.Contains(define.Op) || define.Op == Operations.Softplus || define.Op == Operations.Logistic ? define.Op : null;
}
