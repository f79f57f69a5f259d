namespace ProbModels.Generator.Ir;

/// <summary>Which observables have their missing elements inferred: they become latents, last in the position.</summary>
/// <remarks>
/// Those of continuous values that another term of the log density reads, and those of vectors without bounds, of which some components may
/// be missing. Nobody needs a missing element of any other: its term is dropped.
/// </remarks>
internal static class Imputation
{
    /// <summary>For each such observable the name of the latents that stand for its missing elements; in the order in which the method returns them.</summary>
    public static IReadOnlyDictionary<string, string> Of(Model model)
    {
        var dependence = new Dependence(model);
        var samples = SamplesIn(model.Body).Where(sample => sample.IsObserved).ToList();
        var taken = new HashSet<string>(model.Body.OfType<Declare>().Select(declare => Naming.Identifier(declare.Site)).Concat(model.Parameters.Select(parameter => parameter.Name)), StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>();
        foreach (var observable in model.Returns)
        {
            var pieces = samples.Where(sample => sample.Site == observable.Name).ToList();
            if (pieces.Count == 0 || !pieces.All(sample => CanBe(model, sample)) || (pieces[0].Event.Count == 0 && !dependence.IsReadByTerms(observable.Name))) continue;
            string name = "missing" + Naming.Capital(Naming.Identifier(observable.Name));
            while (!taken.Add(name)) name += "_";
            names.Add(observable.Name, name);
        }

        return names;
    }

    /// <summary>Whether a transform leads from a coordinate to each element of a value by itself.</summary>
    private static bool CanBe(Model model, Sample sample)
    {
        var support = model.Distributions.First(distribution => distribution.Name == sample.Distribution).Support.Constraint.Kind;
        return sample.Event.Count > 0 ? sample.Event.Count == 1 && support == ConstraintKind.None : sample.Result.Type == IrType.Real && support != ConstraintKind.Reading;
    }

    private static IEnumerable<Sample> SamplesIn(Sequence<Statement> body) => body.SelectMany(statement =>
        statement is Loop loop ? SamplesIn(loop.Body) : statement is Sample sample ? [sample] : []);
}
