using System.Globalization;
using System.Text.RegularExpressions;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>The head of a generated file: the model's mathematics, and the layout of its position vector.</summary>
internal static class Header
{
    /// <summary>What a kernel's file says of its second way to compute.</summary>
    public static IReadOnlyList<string> OfStatistics { get; } =
    [
        "CondensedLogDensity reads sufficient statistics where LogDensity reads the rows of a plate: for squares a least-squares fit, the root of the curvature",
        "around it, and what it leaves (see LeastSquares); for terms of groups, sums of their rows. Both are compared when data are given, and LogDensity serves where they differ.",
    ];

    public static IEnumerable<string> Of(ModelText text)
    {
        var model = text.Model;
        yield return $"{model.Name}, {text.Place(model.Source)}";
        if (model.Summary.Length > 0) yield return model.Summary;
        yield return "";
        foreach (string line in Mathematics(text, model.Body, "  ", [])) yield return line;
        yield return "";
        yield return "The unconstrained position:";
        foreach (var (latent, offset) in text.Offsets)
        {
            string length = latent.IsRagged ? ", in groups" : latent.IsArray ? $", {string.Join(" x ", latent.Dimensions.Select(size => Readable(text.Size(size, ""))))} numbers" : "";
            yield return $"  [{offset.Text}] {latent.Name}{length}: {Transform(text, latent)}";
        }

        foreach (var site in text.ImputedSites)
            yield return $"  [last] the missing elements of {site.Name}, if any: {Transform(text, site)}";
    }

    private static IEnumerable<string> Mathematics(ModelText text, Sequence<Statement> body, string indent, IReadOnlyList<Loop> loops)
    {
        foreach (var statement in body)
        {
            if (statement is Loop loop)
            {
                // Loops without sites compute lengths, or a sum that an equation states as a whole.
                var inner = Mathematics(text, loop.Body, indent + "  ", [.. loops, loop]).ToList();
                if (inner.Count > 0) yield return $"{indent}{loop.Source.Text}";
                foreach (string line in inner) yield return line;
            }
            else if (statement is Sample or Record)
            {
                yield return $"{indent}{Equation(text, statement, loops)}";
            }
        }
    }

    /// <summary>A site as an equation, as it stands in a loop: <c>y[i] ~ Normal(m * x[i] + c, e[i]), observed</c>.</summary>
    public static string Equation(ModelText text, string site, Loop loop)
    {
        // An array that is filled in pieces has an equation for each.
        var pieces = Pieces(text.Model.Body, []).Where(piece => SiteOf(piece.Statement) == site).ToList();
        var here = pieces.Where(piece => piece.Loops.Any(around => around.Source == loop.Source)).DefaultIfEmpty(pieces[0]).First();
        return Equation(text, here.Statement, here.Loops);
    }

    private static string Equation(ModelText text, Statement statement, IReadOnlyList<Loop> loops)
    {
        var site = text.Sites.First(candidate => candidate.Name == SiteOf(statement));
        string formula = statement is Sample sample ? Sites.FormulaOf(text.Model, sample) : ((Record)statement).Formula;
        return $"{site.Name}{Index(text, site, statement, loops)} {(site.Role == SiteRole.Derived ? "=" : "~")} {formula}{(site.Role == SiteRole.Observable ? ", observed" : "")}";
    }

    /// <summary>Which element: the indices of the loops around it, or its number.</summary>
    private static string Index(ModelText text, SiteInfo site, Statement statement, IReadOnlyList<Loop> loops)
    {
        int axes = (site.IsRagged ? 2 : site.Dimensions.Count) - site.EventRank;
        if (axes > 0 && loops.Count >= axes)
        {
            var names = loops.Skip(loops.Count - axes).Select(loop => loop.Name);
            return $"[{string.Join(site.IsRagged ? "][" : ", ", names)}]";
        }

        var element = statement is Sample sample ? sample.At : ((Record)statement).At;
        return axes == 1 && element is { } at && new Scopes(text.Model.Body).DefinitionOf(at) is { Arguments.Count: 0 } number ? $"[{number.Immediate}]" : "";
    }

    /// <summary>A size without casts, of inputs by their own names.</summary>
    private static string Readable(string size) => Regex.Replace(size, @"checked\(\(int\)([^()]*)\)", "$1").Replace("_", "");

    private static string SiteOf(Statement statement) => statement switch
    {
        Sample sample => sample.Site,
        Record record => record.Site,
        _ => "",
    };

    /// <summary>Every statement, with the loops around it, outermost first.</summary>
    private static IEnumerable<(Statement Statement, IReadOnlyList<Loop> Loops)> Pieces(Sequence<Statement> body, IReadOnlyList<Loop> loops) =>
        body.SelectMany(statement => statement is Loop loop ? Pieces(loop.Body, [.. loops, loop]) : [(statement, loops)]);

    private static string Transform(ModelText text, SiteInfo latent)
    {
        var sample = text.SampleOf(latent);
        var distribution = text.Model.Distributions.First(candidate => candidate.Name == sample.Distribution);
        var support = distribution.Support.Constraint;
        string Bound(Operand operand)
        {
            if (operand.Immediate.Symbol is not { } name) return operand.Immediate.Number.ToString("R", CultureInfo.InvariantCulture);
            return sample.ArgumentSources[distribution.Parameters.Select(parameter => parameter.Name).ToList().IndexOf(name)];
        }

        return support.Kind switch
        {
            ConstraintKind.None => "as it is",
            ConstraintKind.Simplex => $"{latent.Name} by breaking a stick",
            ConstraintKind.Ordered => $"{latent.Name}[0] = q[0], then steps exp(q[k])",
            ConstraintKind.CholeskyCorrelation => $"{latent.Name} by rows, tanh(q) as partial correlations",
            ConstraintKind.GreaterThan => $"{latent.Name} = {Bound(support.Low)} + exp(q)",
            ConstraintKind.LessThan => $"{latent.Name} = {Bound(support.High)} - exp(q)",
            ConstraintKind.Between or ConstraintKind.Inside => $"{latent.Name} = low + (high - low) / (1 + exp(-q)) with bounds {Bound(support.Low)} and {Bound(support.High)}",
            _ => $"{latent.Name} = exp(q)",
        };
    }
}
