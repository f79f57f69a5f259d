using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Emit;
using ProbModels.Generator.Frontend;
using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator;

/// <summary>Compiles <c>[Model]</c> methods, and attaches to <c>[Distribution]</c> types the IR by which models of other assemblies use them.</summary>
/// <remarks>
/// Two steps for each definition: extract (runs on every change that may matter to it, see <see cref="ExtractionMemory"/>; gives plain data that
/// compare by value) and compile (runs when these data changed). Diagnostics travel beside the sources, on an output of their own.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ProbModelsGenerator : IIncrementalGenerator
{
    /// <summary>The names of the steps, for tests of incrementality.</summary>
    internal static class Steps
    {
        public const string ExtractModel = nameof(ExtractModel);
        public const string CompileModel = nameof(CompileModel);
        public const string ExtractDistribution = nameof(ExtractDistribution);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var memory = new ExtractionMemory();
        var models = context.SyntaxProvider.ForAttributeWithMetadataName(
            Names.ModelAttribute,
            (node, _) => node is MethodDeclarationSyntax,
            (found, cancellation) => Read(memory, found, library => ModelReader.Read((IMethodSymbol)found.TargetSymbol, library), cancellation))
            .WithTrackingName(Steps.ExtractModel);
        Report(context, models);
        var named = context.SyntaxProvider.ForAttributeWithMetadataName(
            Names.ModelAttribute,
            (node, _) => node is MethodDeclarationSyntax,
            (found, _) => NamedModel.Of(found.TargetSymbol)).Collect();
        context.RegisterSourceOutput(named.SelectMany((all, _) => NamedModel.Duplicates(all)), (output, model) => output.ReportDiagnostic(model.ToDiagnostic()));
        var duplicates = named.Select((all, _) => NamedModel.Duplicates(all).Select(model => model.FullName).ToSequence());
        var hasDevices = context.CompilationProvider.Select((compilation, _) => compilation.GetTypeByMetadataName(Names.DeviceArray) is not null);
        var compiled = models
            .Select((extraction, _) => extraction.Result)
            .Combine(duplicates)
            .Select((item, _) => item.Left is { } model && !item.Right.Contains(model.FullName) ? model : null)
            .Combine(hasDevices)
            .Select((item, _) => Compile(item.Left, item.Right))
            .WithTrackingName(Steps.CompileModel);
        Report(context, compiled);
        context.RegisterSourceOutput(compiled, (output, files) => Add(output, files.Result?.Files));

        var distributions = context.SyntaxProvider.ForAttributeWithMetadataName(
            Names.DistributionAttribute,
            (node, _) => node is StructDeclarationSyntax,
            (found, cancellation) => Read(memory, found, library => DeclaredDistributionReader.Read((INamedTypeSymbol)found.TargetSymbol, library), cancellation))
            .WithTrackingName(Steps.ExtractDistribution);
        Report(context, distributions);
        context.RegisterSourceOutput(
            distributions,
            (output, extraction) => Add(output, extraction.Result is { } declared ? [new($"{declared.Distribution.Name}.g.cs", DistributionEmitter.Write(declared))] : null));

        var factories = context.CompilationProvider.Select((compilation, _) => FactoryClass(compilation));
        context.RegisterSourceOutput(
            distributions.Collect().Combine(factories),
            (output, item) => Add(output, item.Right is { } name ? [new($"{name}.g.cs", DistributionEmitter.WriteFactories(name, item.Left.Select(extraction => extraction.Result!).Where(declared => declared is not null)))] : null));
    }

    /// <summary>The files of one model.</summary>
    private sealed record Compilation(string Name, Sequence<SourceFile> Files);

    /// <param name="model">The model; null where there is none to compile.</param>
    /// <param name="hasDevices">Whether the project refers to ILGPU, so that kernels for graphics processors compile in it.</param>
    private static Extraction<Compilation> Compile(Model? model, bool hasDevices)
    {
        if (model is null) return new(null, Sequence<DiagnosticInfo>.Empty);
        try
        {
            var program = Compiler.Compile(model);
            var files = ModelFiles.Write(program);
            return hasDevices ? WithDevices(program, files) : new(new(model.Name, files), Sequence<DiagnosticInfo>.Empty);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(null, Sequence.Of(DiagnosticInfo.At(Descriptors.InternalError, null, model.Name, Describe(e))));
        }
    }

    private static Extraction<Compilation> WithDevices(Program program, Sequence<SourceFile> files)
    {
        string name = program.Model.Name;
        try
        {
            return new(new(name, files.Concat(ModelFiles.WriteForDevices(program)).ToSequence()), Sequence<DiagnosticInfo>.Empty);
        }
        catch (NotOnDevicesException e)
        {
            return new(new(name, files), Sequence.Of(DiagnosticInfo.At(Descriptors.NotOnDevices, null, name, e.Message)));
        }
    }

    /// <summary>Reads a definition, unless it is remembered. A failure of the front end becomes a diagnostic at the definition: the rest of the build goes on.</summary>
    private static Extraction<T> Read<T>(ExtractionMemory memory, GeneratorAttributeSyntaxContext found, Func<Library, Extraction<T>> read, CancellationToken cancellation)
        where T : class
    {
        var symbol = found.TargetSymbol;
        try
        {
            return memory.Read(found.TargetNode, symbol, found.SemanticModel.Compilation, read, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(null, Sequence.Of(DiagnosticInfo.At(Descriptors.InternalError, symbol.Locations.FirstOrDefault(), symbol.Name, Describe(e))));
        }
    }

    /// <summary>Type, message and place of a failure, on one line: what a report needs.</summary>
    private static string Describe(Exception e)
    {
        string place = e.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains(nameof(ProbModels)))?.Trim() ?? "";
        return $"{e.GetType().Name}: {e.Message} {place}".Replace('\n', ' ').TrimEnd();
    }

    private static void Report<T>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Extraction<T>> extractions)
        where T : class =>
        context.RegisterSourceOutput(
            extractions.SelectMany((extraction, _) => extraction.Diagnostics),
            (output, info) => output.ReportDiagnostic(info.ToDiagnostic()));

    private static void Add(SourceProductionContext output, IEnumerable<SourceFile>? files)
    {
        foreach (var file in files ?? []) output.AddSource(file.Name, SourceText.From(file.Text, Encoding.UTF8));
    }

    private static string? FactoryClass(Microsoft.CodeAnalysis.Compilation compilation) =>
        compilation.Assembly.AttributeNamed(Names.GenerateFactoriesAttribute)?.ConstructorArguments[0].Value as string;
}
