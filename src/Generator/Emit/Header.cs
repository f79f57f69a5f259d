using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>The head of a generated file: the model's mathematics, and the layout of its position vector.</summary>
internal static class Header
{
    public static IEnumerable<string> Of(ModelText text)
    {
        var model = text.Model;
        yield return $"{model.Name}, {text.Place(model.Source)}";
        if (model.Summary.Length > 0) yield return model.Summary;
        yield return "";
        foreach (string line in Mathematics(text, model.Body, "  ")) yield return line;
        yield return "";
        yield return "The unconstrained position:";
        foreach (var (latent, offset) in text.Offsets)
        {
            string length = latent.IsRagged ? ", in groups" : latent.IsArray ? $", {string.Join(" x ", latent.Dimensions.Select(size => text.Size(size, "").Replace("_", "")))} numbers" : "";
            yield return $"  [{offset.Text}] {latent.Name}{length}: {Transform(text, latent)}";
        }
    }

    private static IEnumerable<string> Mathematics(ModelText text, Sequence<Statement> body, string indent, string? index = null)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Sample sample:
                    yield return $"{indent}{Equation(text, sample.Site, index)}";
                    break;
                case Record record:
                    yield return $"{indent}{Equation(text, record.Site, index)}";
                    break;
                case Loop loop:
                    yield return $"{indent}{loop.Source.Text}";
                    foreach (string line in Mathematics(text, loop.Body, indent + "  ", loop.Name)) yield return line;
                    break;
            }
        }
    }

    /// <summary>A site as an equation: <c>y[i] ~ Normal(m * x[i] + c, e[i]), observed</c>.</summary>
    public static string Equation(ModelText text, string name, string? index)
    {
        var site = text.Sites.First(candidate => candidate.Name == name);
        string element = index is null ? name : $"{name}[{index}]";
        string sign = site.Role == SiteRole.Derived ? "=" : "~";
        return $"{element} {sign} {site.Formula}{(site.Role == SiteRole.Observable ? ", observed" : "")}";
    }

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
