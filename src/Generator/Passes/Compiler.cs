using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>The list of passes, in order: the map of the compiler.</summary>
internal static class Compiler
{
    public static Program Compile(Model model)
    {
        var imputed = Imputation.Of(model);
        var program = Compile(model, new Dictionary<string, string>());
        return imputed.Count == 0 ? program : program with { Imputing = Compile(model, imputed) };
    }

    /// <param name="model">The model.</param>
    /// <param name="imputed">The observables whose missing elements are inferred, with the names of the latents that stand for them.</param>
    private static Program Compile(Model model, IReadOnlyDictionary<string, string> imputed)
    {
        var inlined = Checked(InlineDefinitions.Run(model, imputed));
        var (constrained, notes) = Stabilise.Run(Checked(ConstrainLatents.Run(inlined)));
        var unconstrained = Checked(UnconstrainLatents.Run(inlined));

        var logDensity = Checked(RecogniseProducts.Run(Untangle(LowerToKernel.LogDensity(Checked(constrained)))));
        logDensity = Checked(FuseLoops.Run(Checked(MoveThroughGathers.Run(Checked(InvertExponentials.Run(Checked(ReducePowers.Run(logDensity))))))));
        var names = new BoundNames();
        var (value, gradient) = Evaluations(logDensity, names);
        var squares = CondenseSquares.Run(logDensity);
        var condensed = (CondenseSums.Run(Checked(squares ?? logDensity)) ?? squares) is { } statistics ? Evaluations(Checked(statistics), names) : ((TwoTimes Value, TwoTimes Gradient)?)null;
        var dependence = new Dependence(model);
        var recorded = Checked(MarkUnknown.Run(constrained, [.. model.Returns.Select(observable => observable.Name).Where(observable => !dependence.IsReadByTerms(observable))]));
        var constrain = Split(Optimise(Untangle(LowerToKernel.Records(recorded, OutputKind.Record))), names);
        var unconstrain = Split(Optimise(Untangle(LowerToKernel.Records(unconstrained, OutputKind.Position))), names);

        // Needed after sampling, if at all: it reads the data as they were given, so that nothing is bound for it.
        var terms = Optimise(Untangle(LowerToKernel.Records(Checked(Stabilise.Run(RecordLikelihood.Run(inlined)).Model), OutputKind.Record)));

        // The log density states every rule that data decide; the gradient would state them again.
        TwoTimes[] others = [gradient, constrain, unconstrain, .. condensed is { } both ? [both.Value, both.Gradient] : Array.Empty<TwoTimes>()];
        var bind = AssignTimes.Join(model.Name, [value.Bind, .. others.Select(split => WithoutRules(split.Bind))]);
        Kernel[] evaluations = [gradient.Evaluate, value.Evaluate, .. condensed is { } way ? [way.Gradient.Evaluate, way.Value.Evaluate] : Array.Empty<Kernel>()];
        (bind, var sorted) = SortRows.Run(Checked(bind), evaluations, [constrain.Evaluate, unconstrain.Evaluate], names);
        var (check, rest) = SeparateChecks.Run(Checked(bind));
        return new(model, Schedule.Run(Checked(check)), Schedule.Run(Checked(rest)), ForVectors(sorted[1]), ForVectors(sorted[0]), constrain.Evaluate, unconstrain.Evaluate, Checked(Schedule.Run(terms)), notes)
        {
            Condensed = condensed is null ? null : new(ForVectors(sorted[3]), ForVectors(sorted[2])),
            Scalar = sorted[0],
        };
    }

    /// <summary>Loops over time become plates where their steps do not need each other, arrays that are filled piece by piece plain ones, or where they are copies what they were copied from.</summary>
    private static Kernel Untangle(Kernel kernel) => Checked(FormArrays.Run(Checked(ForwardCopies.Run(Checked(DistributeLoops.Run(Checked(kernel)))))));

    private static Kernel Optimise(Kernel kernel)
    {
        kernel = Checked(Simplify.Run(Checked(kernel)));
        kernel = Checked(EliminateDead.Run(kernel));
        kernel = Checked(FuseLoops.Run(kernel));
        kernel = Checked(HoistInvariants.Run(Checked(TakeReciprocals.Run(kernel))));
        return Checked(EliminateDead.Run(CollectConstants.Run(kernel)));
    }

    /// <summary>A log density by itself and with its gradient.</summary>
    private static (TwoTimes Value, TwoTimes Gradient) Evaluations(Kernel logDensity, BoundNames names) =>
        (Split(Optimise(logDensity), names), Split(Optimise(Checked(ForwardCopies.Run(Checked(Differentiate.Run(Checked(logDensity)))))), names));

    private static TwoTimes Split(Kernel kernel, BoundNames names)
    {
        var (bind, evaluate) = AssignTimes.Run(kernel, names);
        return new(Checked(bind), Checked(Schedule.Run(Checked(evaluate))));
    }

    /// <summary>A program cut in two: when data are bound, and in every evaluation.</summary>
    private sealed record TwoTimes(Kernel Bind, Kernel Evaluate);

    private static Kernel ForVectors(Kernel kernel) => Checked(CutIntoSteps.Run(Checked(Schedule.Run(Checked(FuseMultiplyAdds.Run(Checked(JoinLogarithms.Run(Checked(kernel)))))))));

    private static Kernel WithoutRules(Kernel kernel) => EliminateDead.Run(kernel with { Body = SeparateChecks.Keep(kernel.Body, _ => false) });

    private static Model Checked(Model model)
    {
        Verify(() => Verifier.Verify(model));
        return model;
    }

    private static Kernel Checked(Kernel kernel)
    {
        Verify(() => Verifier.Verify(kernel));
        return kernel;
    }

    [System.Diagnostics.Conditional("DEBUG")]
    private static void Verify(Action verify) => verify();
}
