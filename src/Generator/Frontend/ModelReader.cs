using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>What reading a definition gave: the definition, unless something in it is not in the language, and what to tell the user.</summary>
internal sealed record Extraction<T>(T? Result, Sequence<DiagnosticInfo> Diagnostics)
    where T : class;

/// <summary>Reads a <c>[Model]</c> method: inputs, sites, plates, arrays and the values between them.</summary>
internal sealed class ModelReader : ExpressionReader
{
    private readonly IMethodSymbol _method;
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly Dictionary<ISymbol, ArrayLocal> _arrays = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _sites = new(SymbolEqualityComparer.Default);
    private readonly SiteNames _names = new();
    private IReadOnlyList<ILocalSymbol> _observables = [];
    private bool _isReturnUnclear = true;
    private OpenPlate? _plate;

    private ModelReader(IMethodSymbol method, Library library)
        : base(library, new Builder()) => _method = method;

    /// <summary>Reads a model. Never throws for what a user may write: what is not in the language becomes a diagnostic.</summary>
    public static Extraction<Model> Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new ModelReader(method, new Library(compilation, cancellation));
        Model? model = null;
        reader.Try(() => model = reader.ReadModel());
        return new(reader._diagnostics.Count == 0 ? model : null, reader._diagnostics.Distinct().ToSequence());
    }

    private Model ReadModel()
    {
        if (!_method.IsStatic || _method.IsGenericMethod || _method.ContainingType.IsGenericType) throw Misshapen("a model is a static method without type parameters");
        if (!IsCallable(_method)) throw Misshapen("generated code must be able to call it; make it and the types around it public or internal");
        if (Library.BodyOf(_method) is not IMethodBodyBaseOperation { BlockBody: { } body }) throw Misshapen("a model has a body of statements");
        var parameters = _method.Parameters.Select(ReadInput).ToSequence();
        Try(() =>
        {
            _observables = ReturnReader.Read(body);
            _isReturnUnclear = false;
        });
        foreach (var operation in body.Operations) Try(() => ReadStatement(operation));
        foreach (var observable in _observables.Where(observable => !_sites.Contains(observable)))
            Report(DiagnosticInfo.At(Descriptors.NotAnObservable, observable.Locations.FirstOrDefault(), observable.Name));

        var space = _method.ContainingNamespace;
        var location = _method.Locations[0];
        return new(
            _method.Name,
            "global::" + _method.FullName(),
            space.IsGlobalNamespace ? "" : space.ToDisplayString(),
            IsVisible(_method),
            Path.GetFileName(location.SourceTree!.FilePath),
            new(location.GetLineSpan().StartLinePosition.Line + 1, _method.Name),
            DocumentationReader.Summary(_method),
            parameters,
            _observables.Select(observable => new Parameter(observable.Name, TypeReader.Show(observable.Type), TypeReader.Read(observable.Type) ?? IrType.Real)).ToSequence(),
            Library.Distributions,
            Library.Functions,
            Builder.Finish());
    }

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    private static bool IsCallable(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsCallable(symbol.ContainingType));

    private Parameter ReadInput(IParameterSymbol parameter)
    {
        var type = TypeReader.Read(parameter.Type);
        if (type is null || type.Value.Scalar == Scalar.Boolean || parameter.RefKind != RefKind.None)
        {
            Report(DiagnosticInfo.At(Descriptors.InputType, parameter.Locations.FirstOrDefault(), parameter.Name, TypeReader.Describe(parameter.Type)));
            Declare(parameter, null);
            return new(parameter.Name, "", IrType.Real);
        }

        Declare(parameter, Builder.Leaf(Operations.Input, type.Value, parameter.Name));
        return new(parameter.Name, TypeReader.Show(parameter.Type), type.Value);
    }

    private void ReadStatement(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators)) ReadDeclaration(declarator);
                break;
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation target } assignment }:
                ReadAssignment(target, assignment.Value);
                break;
            case IExpressionStatementOperation { Operation: IAssignmentOperation { Target: ILocalReferenceOperation local } }:
                throw new UnsupportedException(DiagnosticInfo.At(Descriptors.Reassignment, operation.Syntax.GetLocation(), local.Local.Name));
            case IExpressionStatementOperation { Operation: IInvocationOperation invocation } when IsSite(invocation) is not null:
                throw new UnsupportedException(DiagnosticInfo.At(Descriptors.SiteOutOfPlace, operation.Syntax.GetLocation(), invocation.TargetMethod.Name));
            case IForEachLoopOperation loop:
                ReadPlate(loop);
                break;
            case IReturnOperation:
                break;
            default:
                throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, operation.Syntax.GetLocation()));
        }
    }

    private void ReadDeclaration(IVariableDeclaratorOperation declarator)
    {
        var local = declarator.Symbol;
        Declare(local, null);
        var value = declarator.GetVariableInitializer()?.Value
            ?? throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, declarator.Syntax.GetLocation()));
        if (value is IArrayCreationOperation { DimensionSizes.Length: 1, Initializer: null } array && TypeReader.Read(array.Type) is { } type)
            _arrays.Add(local, new ArrayLocal(local.Name, type, Read(array.DimensionSizes[0])));
        else
            Declare(local, ReadNamed(local, value, declarator));
    }

    private void ReadAssignment(IArrayElementReferenceOperation target, IOperation value)
    {
        if (target.ArrayReference is not ILocalReferenceOperation { Local: var local } || !_arrays.TryGetValue(local, out var array))
            throw Unsupported(target, "assign to an element of an array that the model made with new");
        if (_plate is null || target.Indices is not [ILocalReferenceOperation index] || !SymbolEqualityComparer.Default.Equals(index.Local, _plate.Variable))
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.OtherElement, target.Syntax.GetLocation(), target.Syntax.ToString(), _plate?.Variable.Name ?? "i"));
        if (array.Element is not null)
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.AssignedTwice, target.Syntax.GetLocation(), target.Syntax.ToString()));
        array.Element = ReadNamed(local, value, target);
        _plate.Arrays.Add(array);
    }

    /// <summary>Reads what a local or an array's element is declared as: a site, a derived value or an expression.</summary>
    private Value ReadNamed(ILocalSymbol local, IOperation value, IOperation declaration)
    {
        switch (IsSite(value))
        {
            case { TargetMethod: { } method } invocation when method.IsWord("Sample"):
                return ReadSample(local, invocation, declaration);
            case { } invocation:
                _names.Add(local.Name, declaration.Syntax.GetLocation());
                var derived = Builder.Name(Read(invocation.Arguments[0].Value), local.Name);
                DeclareSite(local.Name, SiteRole.Derived, IrType.Real);
                Builder.Append(new Record(local.Name, derived, Quotation.OneLine(invocation.Arguments[0].Value), _plate?.Index));
                return derived;
            default:
                return Builder.Name(Read(value), local.Name);
        }
    }

    /// <summary>The call of Sample or Derived that an expression is; null for other expressions.</summary>
    private static IInvocationOperation? IsSite(IOperation operation) => operation switch
    {
        IInvocationOperation invocation when invocation.TargetMethod.IsWord("Sample") || invocation.TargetMethod.IsWord("Derived") => invocation,
        _ => null,
    };

    private Value ReadSample(ILocalSymbol local, IInvocationOperation invocation, IOperation declaration)
    {
        var location = declaration.Syntax.GetLocation();
        _names.Add(local.Name, location);
        _sites.Add(local);
        var (distribution, arguments, sources) = SampledDistribution.Read(invocation.Arguments[0].Value, Library, Builder, this);
        bool isObserved = _observables.Contains(local, SymbolEqualityComparer.Default);
        var type = distribution.Support.Type;
        if (!isObserved && type != IrType.Real && !_isReturnUnclear)
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.DiscreteLatent, location, local.Name));

        var result = Builder.Fresh(type);
        DeclareSite(local.Name, isObserved ? SiteRole.Observable : SiteRole.Latent, type);
        Builder.Append(new Sample(result, local.Name, isObserved, distribution.Name, arguments, sources, Quotation.Of(invocation), _plate?.Index));
        return result;
    }

    private void DeclareSite(string name, SiteRole role, IrType type) =>
        Builder.AppendOutermost(new Declare(name, role, type, _plate is { } plate ? Sequence.Of(plate.Extent) : Sequence<Value>.Empty));

    private void ReadPlate(IForEachLoopOperation loop)
    {
        var location = loop.Collection.Syntax.GetLocation();
        var collection = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
        if (collection is not IInvocationOperation plate || !plate.TargetMethod.IsWord("Plate"))
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.NotAPlate, location, loop.Collection.Syntax.ToString()));
        if (_plate is not null) throw new UnsupportedException(DiagnosticInfo.At(Descriptors.NestedPlate, location));
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var variable })
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, location));

        var extent = Read(plate.Arguments[0].Value);
        var index = Builder.OpenLoop();
        Declare(variable, index);
        _plate = new(variable, index, extent);
        IEnumerable<IOperation> body = loop.Body is IBlockOperation block ? block.Operations : [loop.Body];
        foreach (var operation in body) Try(() => ReadStatement(operation));
        var arrays = _plate.Arrays;
        _plate = null;

        var statements = Builder.CloseLoop();
        var yields = arrays.Select(array =>
        {
            array.Whole = Builder.Fresh(array.Type);
            return new Yield(YieldKind.Array, array.Whole.Value, array.Element!.Value, Name: array.Name);
        }).ToSequence();
        var source = new Source(Quotation.Of(loop).Line, $"foreach (int {variable.Name} in {plate.Syntax})");
        RequireSizes(extent, arrays, plate, source);
        Builder.Append(new Loop(index, extent, statements, yields, source, variable.Name));
    }

    /// <summary>States that a plate has no negative size and fills its arrays, unless that is plain from the source.</summary>
    private void RequireSizes(Value extent, IEnumerable<ArrayLocal> arrays, IInvocationOperation plate, Source source)
    {
        if (Builder.DefinitionOf(extent)?.Op is { } op && op != Operations.Length)
        {
            var size = source with { Text = Quotation.OneLine(plate.Arguments[0].Value) };
            Builder.Require(new(Builder.Add(Operations.GreaterOrEqual, extent, Builder.Integer(0)), extent, new(RuleKind.Size, "", "the size of the Plate", "zero or greater", size)));
        }

        foreach (var array in arrays.Where(array => array.Length != extent))
            Builder.Require(new(Builder.Add(Operations.Equal, array.Length, extent), array.Length, new(RuleKind.Length, "", array.Name, Quotation.OneLine(plate), source), extent));
    }

    protected override Value ReadLength(IOperation array) =>
        array is ILocalReferenceOperation { Local: var local } && _arrays.TryGetValue(local, out var made) ? made.Length : base.ReadLength(array);

    protected override Value ReadElement(IArrayElementReferenceOperation element)
    {
        if (element.ArrayReference is not ILocalReferenceOperation { Local: var local } || !_arrays.TryGetValue(local, out var array))
            return base.ReadElement(element);
        var location = element.Syntax.GetLocation();
        if (element.Indices.Length != 1) throw Unsupported(element, "arrays have one dimension");
        var index = Read(element.Indices[0]);
        if (array.Whole is { } whole) return Builder.Add(Operations.Load, whole, index);
        if (index != _plate?.Index && _plate is not null && _plate.Arrays.Contains(array))
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.NeighbourRead, location, element.Syntax.ToString(), local.Name));
        return array.Element ?? throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnassignedElement, location, element.Syntax.ToString(), local.Name));
    }

    private UnsupportedException Misshapen(string reason) =>
        new(DiagnosticInfo.At(Descriptors.ModelShape, _method.Locations.FirstOrDefault(), _method.Name, reason));

    /// <summary>Reads one statement; where that fails, the reading goes on with the next, so that the user sees all that is wrong at once.</summary>
    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (UnsupportedException e)
        {
            if (e.Info is { } info) Report(info);
        }
    }

    private void Report(DiagnosticInfo info) => _diagnostics.Add(info);
}
