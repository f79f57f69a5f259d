using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A generated file.</summary>
internal sealed record SourceFile(string Name, string Text);

/// <summary>The list of files that a model becomes.</summary>
internal static class ModelFiles
{
    public static Sequence<SourceFile> Write(Program program)
    {
        var text = new ModelText(program);
        string name = program.Model.FullName.TrimStart('.').Replace("@", "");
        return Sequence.Of(
        [
            new($"{name}.Model.g.cs", ModelEmitter.Write(text)),
            new($"{name}.Graph.g.cs", GraphEmitter.Write(text)),
            new($"{name}.Draws.g.cs", DrawsEmitter.Write(text)),
            .. WritePosterior(text, name),
            .. program.Imputing is { } imputing ? WritePosterior(new ModelText(imputing, imputes: true), name + ".Imputing") : [],
        ]);
    }

    /// <summary>What a device needs of a model.</summary>
    /// <exception cref="NotOnDevicesException">The model cannot run there.</exception>
    public static Sequence<SourceFile> WriteForDevices(Program program)
    {
        string name = program.Model.FullName.TrimStart('.').Replace("@", "");
        return Sequence.Of(
        [
            new($"{name}.Gpu.g.cs", GpuEmitter.Write(new ModelText(program))),
            .. program.Imputing is { } imputing ? [new SourceFile($"{name}.Imputing.Gpu.g.cs", GpuEmitter.Write(new ModelText(imputing, imputes: true)))] : Array.Empty<SourceFile>(),
        ]);
    }

    /// <summary>A posterior with all that it computes.</summary>
    private static IEnumerable<SourceFile> WritePosterior(ModelText text, string name)
    {
        var rules = RulesOf(text.Program);
        var workspace = new WorkspacePlan();
        var kernels = new[] { 512, 256, 128 }.Select(bits => new SourceFile($"{name}.Kernel{bits}.g.cs", KernelEmitter.Write(text, workspace, rules, bits))).ToList();
        return
        [
            new($"{name}.Posterior.g.cs", PosteriorEmitter.Write(text, rules)),
            new($"{name}.Likelihood.g.cs", LikelihoodEmitter.Write(text)),
            new($"{name}.Data.g.cs", DataEmitter.Write(text)),
            new($"{name}.Workspace.g.cs", WorkspaceEmitter.Write(text, workspace)),
            .. kernels,
        ];
    }

    /// <summary>The rules that an evaluation checks, each once, in order.</summary>
    private static IReadOnlyList<Rule> RulesOf(Program program) =>
        [.. program.Evaluations.SelectMany(kernel => RulesOf(kernel.Body)).Distinct()];

    private static IEnumerable<Rule> RulesOf(Sequence<Statement> body) =>
        body.SelectMany(statement => statement is Require require ? [require.Rule] : statement is Loop loop ? RulesOf(loop.Body) : []);
}
