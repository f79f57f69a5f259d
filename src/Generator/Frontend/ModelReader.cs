using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads a <c>[Model]</c> method: its inputs, its statements and what it returns.</summary>
internal sealed class ModelReader
{
    private readonly IMethodSymbol _method;
    private readonly Reading _reading;

    private ModelReader(IMethodSymbol method, Library library) =>
        (_method, _reading) = (method.PartialImplementationPart ?? method, new Reading(library, method.Name, method.Locations.FirstOrDefault()?.SourceTree));

    /// <summary>Reads a model. Never throws for what a user may write: what is not in the language becomes a diagnostic.</summary>
    public static Extraction<Model> Read(IMethodSymbol method, Library library)
    {
        var reader = new ModelReader(method, library);
        var reading = reader._reading;
        Model? model = null;
        try
        {
            model = reader.ReadModel();
        }
        catch (UnsupportedException e)
        {
            if (e.Info is { } info) reading.Report(info);
        }

        if (model is not null && !reading.HasFailed) UnusedLatents.Report(model, reading);
        return new(reading.HasFailed ? null : model, reading.Diagnostics);
    }

    private Model ReadModel()
    {
        if (!_method.IsStatic || _method.IsGenericMethod || _method.ContainingType.IsGenericType) throw Misshapen("a model is a static method without type parameters");
        if (!_method.IsReachable()) throw Misshapen("generated code must be able to call it; make it and the types around it public or internal");
        if (_reading.Library.BodyOf(_method) is not IMethodBodyBaseOperation { BlockBody: { } body }) throw Misshapen("a model has a body of statements");
        foreach (var name in GeneratedNames.TakenBy(_method)) _reading.Report(DiagnosticInfo.At(Descriptors.NameTaken, name.Place, name.Name, name.Kind));
        var parameters = _method.Parameters.Select(ReadInput).ToSequence();
        _reading.Try(body, () =>
        {
            _reading.Sites.Observables = ReturnReader.Read(body);
            _reading.Sites.IsReturnUnclear = false;
        });
        _reading.Try(body, () =>
        {
            _reading.Statements.ReadAll(body.Operations);
            foreach (var storage in _reading.State.Arrays.Keys.Where(storage => !storage.IsInput && storage.Depth == 0).OrderBy(storage => storage.BlankName, StringComparer.Ordinal).ToList())
                _reading.Try(body, () => ThreadPassage.Finish(_reading, storage));
        });
        foreach (var observable in _reading.Sites.Observables.Where(observable => !_reading.Sites.IsSampled(observable)))
            _reading.Report(DiagnosticInfo.At(Descriptors.NotAnObservable, observable.Locations.FirstOrDefault(), observable.Name));

        var space = _method.ContainingNamespace;
        var location = _method.Locations[0];
        return new(
            _method.Name,
            _method.Written(),
            space.IsGlobalNamespace ? "" : space.ToDisplayString(),
            IsVisible(_method),
            Path.GetFileName(location.SourceTree!.FilePath),
            new(location.GetLineSpan().StartLinePosition.Line + 1, _method.Name),
            DocumentationReader.Summary(_method),
            parameters,
            _reading.Sites.Observables.Select(ReadObservable).ToSequence(),
            _reading.Library.Distributions,
            Sequence<Function>.Empty,
            _reading.Builder.Finish());
    }

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    /// <summary>An observable. Tables and arrays of arrays are one array to the IR, row after row.</summary>
    private static Parameter ReadObservable(ILocalSymbol observable) =>
        new(observable.Name, TypeReader.Show(observable.Type), FlatType(observable.Type) ?? IrType.Real);

    private static IrType? FlatType(ITypeSymbol type) => type is IArrayTypeSymbol ? TypeReader.ElementOf(type)?.ArrayOf : TypeReader.Read(type);

    private Parameter ReadInput(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || _reading.Arrays.Input(parameter.Type, parameter.Name, parameter.Name) is not { } content)
        {
            _reading.Report(DiagnosticInfo.At(Descriptors.InputType, parameter.Locations.FirstOrDefault(), parameter.Name, TypeReader.Describe(parameter.Type)));
            _reading.Declare(parameter, (Content?)null);
            return new(parameter.Name, "", IrType.Real);
        }

        _reading.Declare(parameter, content);
        return new(parameter.Name, TypeReader.Show(parameter.Type), FlatType(parameter.Type)!.Value);
    }

    private UnsupportedException Misshapen(string reason) =>
        new(DiagnosticInfo.At(Descriptors.ModelShape, _method.Locations.FirstOrDefault(), _method.Name, reason));
}
