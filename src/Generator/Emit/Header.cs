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
        foreach (var (latent, offset) in DataEmitter.Offsets(text))
        {
            string length = latent.IsArray ? $", {text.Size(latent.Extent!.Value, "").Replace("_", "")} numbers" : "";
            yield return $"  [{offset}] {latent.Name}{length}: {Transform(text, latent)}";
        }
    }

    private static IEnumerable<string> Mathematics(ModelText text, Sequence<Statement> body, string indent)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Sample sample:
                    var site = text.Sites.First(candidate => candidate.Name == sample.Site);
                    yield return $"{indent}{sample.Site} ~ {site.Formula}{(sample.IsObserved ? ", observed" : "")}";
                    break;
                case Record record:
                    yield return $"{indent}{record.Site} = a derived value";
                    break;
                case Loop loop:
                    yield return $"{indent}{loop.Source.Text}";
                    foreach (string line in Mathematics(text, loop.Body, indent + "  ")) yield return line;
                    break;
            }
        }
    }

    private static string Transform(ModelText text, SiteInfo latent)
    {
        var sample = Samples(text.Model.Body).First(candidate => candidate.Site == latent.Name);
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
            ConstraintKind.Between => $"{latent.Name} = low + (high - low) / (1 + exp(-q)) with bounds {Bound(support.Low)} and {Bound(support.High)}",
            _ => $"{latent.Name} = exp(q)",
        };
    }

    private static IEnumerable<Sample> Samples(Sequence<Statement> body) =>
        body.SelectMany(statement => statement is Sample sample ? [sample] : statement is Loop loop ? Samples(loop.Body) : []);
}
