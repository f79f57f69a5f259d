using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads <c>Sample</c>, <c>Derived</c> and <c>Factor</c>, and names what is sampled by what receives it.</summary>
internal sealed class SiteReader(Reading reading)
{
    private readonly SiteNames _names = new(reading.ModelName);
    private readonly HashSet<ISymbol> _sampled = new(SymbolEqualityComparer.Default);

    /// <summary>The variables that the model returns.</summary>
    public IReadOnlyList<ILocalSymbol> Observables { get; set; } = [];

    /// <summary>Whether what is returned could not be read, so that a site may be an observable.</summary>
    public bool IsReturnUnclear { get; set; } = true;

    private readonly Dictionary<string, Location> _places = [];

    /// <summary>The locals of helpers that are returned to an observable of the model.</summary>
    private readonly Dictionary<ISymbol, ILocalSymbol> _returned = new(SymbolEqualityComparer.Default);

    private Builder Builder => reading.Builder;

    /// <summary>Where a site is sampled first.</summary>
    public Location? PlaceOf(string site) => _places.TryGetValue(site, out var place) ? place : null;

    public bool IsSampled(ISymbol variable) => _sampled.Contains(variable);

    /// <summary>An observable has the value that was sampled, so that what is observed is what the model returns.</summary>
    public void RequireUnsampled(ISymbol variable, IOperation change)
    {
        if (ObservableOf(variable) is { } observable && IsSampled(observable)) throw reading.Refused(Descriptors.ReassignedObservable, change, variable.Name);
    }

    /// <summary>Reads what a variable is declared as, or gets: a site, a derived value, an array or an expression.</summary>
    public Content ReadNamed(ISymbol variable, IOperation value, IOperation declaration)
    {
        if (WordOf(value) is { } word) return ReadSite(word, variable, variable.Name, declaration);
        if (value is IArrayCreationOperation or ICollectionExpressionOperation) return reading.Arrays.Create(value, variable.Name);
        var content = reading.Helpers.Receive(variable.Name, () => reading.Expressions.Read(value), reading.Helpers.IsCall(value) ? variable : null);
        if (content is ScalarContent scalar) Builder.Name(scalar.Value, variable.Name);
        return content;
    }

    /// <summary>Reads what a method returns: a site that the caller's variable names, or an expression.</summary>
    public Content ReadReturned(IOperation value) =>
        WordOf(value) is { } word && reading.Helpers.Receiver is { } receiver
            ? ReadSite(word, reading.Helpers.Variable, receiver, value, isReceiver: true)
            : reading.Helpers.IsCall(value)
                ? reading.Helpers.HandOn(() => reading.Expressions.Read(value))
                : reading.Helpers.Receive(null, () => reading.Expressions.Read(value));

    /// <summary>Reads the body of a helper whose result a variable receives: the local that the helper returns is that variable.</summary>
    public T ReadAs<T>(ISymbol? variable, ISymbol? returned, Func<T> read)
    {
        if (returned is null || ObservableOf(variable) is not { } observable) return read();
        _returned[returned] = observable;
        try
        {
            return read();
        }
        finally
        {
            _returned.Remove(returned);
        }
    }

    /// <summary>Reads a call whose result nothing receives.</summary>
    public void ReadStatement(IInvocationOperation call, IOperation statement)
    {
        if (call.TargetMethod.IsWord("Factor"))
        {
            RequireInputsAround(call);
            Builder.Append(new AddTerm("", reading.Expressions.ReadScalar(call.Arguments[0].Value)));
        }
        else if (WordOf(call) is { } word)
        {
            if (NameOf(word) is null) throw reading.Refused(Descriptors.SiteOutOfPlace, statement, call.TargetMethod.Name);
            ReadScalarSite(word, null, "", statement);
        }
        else if (reading.Helpers.Receive(null, () => reading.Helpers.Read(call)) is null)
        {
            throw reading.Refused(Descriptors.SideEffect, statement, Quotation.OneLine(call));
        }
    }

    /// <summary>Reads a site in the middle of an expression, which must have a name of its own.</summary>
    public Content ReadInside(IInvocationOperation call)
    {
        if (NameOf(call) is null) throw reading.Refused(Descriptors.SiteOutOfPlace, call, call.TargetMethod.Name);
        return ReadScalarSite(call, null, "", call);
    }

    /// <summary>Reads the assignment of an array's element, or of one of an array's arrays.</summary>
    public void ReadElement(IArrayElementReferenceOperation target, IOperation value)
    {
        if (OwnerOf(target) is { } variable && reading.State.Variables.TryGetValue(variable, out var known) && known is null) throw new UnsupportedException(null);
        if (OwnerOf(target) is null || reading.Expressions.Read(target.ArrayReference) is not StoredArray { Storage.IsInput: false } array)
            throw reading.Unsupported(target, "assign to an element of an array that the model made with new");
        Value[] indices = [.. target.Indices.Select(reading.Expressions.ReadInteger)];
        if (array.IsJagged)
        {
            if (WordOf(value) is { } word && word.TargetMethod.IsWord("Sample")) throw RefuseVector(word, target, array.Storage);
            if (value is not IArrayCreationOperation { Initializer: null } creation)
                throw reading.Unsupported(value, $"one of an array's arrays is made where it is assigned, {target.Syntax} = new double[…], and filled element by element");
            reading.Arrays.MakeRow(array, indices[0], creation);
            return;
        }

        if (reading.Knowledge.Of(indices[0]) == Known.Latents) throw reading.Refused(Descriptors.IndexFromLatents, target, target.Syntax.ToString());
        var element = ReadElementValue(array, indices, target, value);
        if (array.Element == IrType.Boolean && reading.Knowledge.Of(element) == Known.Latents)
            throw reading.Unsupported(value, "an array of conditions holds what data decide; keep the numbers in an array and compare them where the condition is read");
        reading.Elements.Assign(array, indices, element, target);
    }

    /// <summary>Says how a vector is sampled that cannot be one of an array's arrays.</summary>
    private UnsupportedException RefuseVector(IInvocationOperation word, IArrayElementReferenceOperation target, Storage storage)
    {
        var observable = ObservableOf(OwnerOf(target));
        if (observable is not null) _sampled.Add(observable);
        string place = target.Syntax.ToString();
        return reading.Refused(Descriptors.VectorElement, word, word.Syntax.ToString(), storage.Name, observable is null
            ? $"declare a local, double[] v = {word.TargetMethod.Name}(…), and copy from it the elements that are read elsewhere"
            : $"what is observed are numbers: {place} = new double[…], and then {place}[j] = {word.TargetMethod.Name}(…) for one after the other, each given those before it");
    }

    private Value ReadElementValue(StoredArray array, Value[] indices, IArrayElementReferenceOperation target, IOperation value)
    {
        var storage = array.Storage;
        var word = WordOf(value);
        var observable = ObservableOf(OwnerOf(target));
        SiteRole? role = word is null ? null : RoleOf(word, observable);
        if (storage.IsAssigned && role != storage.Role) throw reading.Refused(Descriptors.MixedArray, target, target.Syntax.ToString(), storage.Name);
        if (word is null)
        {
            var plain = reading.Helpers.Receive(storage.Name, () => reading.Expressions.ReadScalar(value));
            return storage.IsAssigned ? plain : Builder.Name(plain, storage.Name);
        }

        var place = new SitePlace(storage.Axes, reading.Elements.At(array, reading.Elements.Flat(array, indices)));
        if (storage.Role is null)
        {
            if (role == SiteRole.Observable) _sampled.Add(observable!);
            string name = FullName(word, storage.Name, observable);
            Name(name, target);
            (storage.Role, storage.Site) = (role, name);
            return Read(word, role!.Value, name, storage.Name, place with { Axes = IfTaken(storage) }, target, isNew: true);
        }

        return Read(word, role!.Value, storage.Site, storage.Name, place, target, isNew: false);
    }

    /// <summary>The shape of an array that is sampled under conditions on inputs: without elements where they do not hold.</summary>
    private Axes IfTaken(Storage storage)
    {
        var axes = storage.Axes;
        foreach (var branch in reading.Nest.Loops.Where(loop => loop.Kind == LoopKind.Branch && loop.Depth > storage.Depth && !loop.AssignedOtherwise.Contains(storage) && Builder.IsOutermost(loop.Condition!.Value)))
            axes = axes with { Dimensions = axes.Dimensions.Select((size, d) => d == 0 ? Builder.Add(Operations.Select, branch.Condition!.Value, size, Builder.Integer(0)) : size).ToSequence() };
        return axes;
    }

    /// <param name="isReceiver">Whether the name is that of the variable in which a helper's result ends.</param>
    private Content ReadSite(IInvocationOperation word, ISymbol? variable, string name, IOperation declaration, bool isReceiver = false) =>
        word.Type is not IArrayTypeSymbol ? ReadScalarSite(word, variable, name, declaration, isReceiver)
        : IsOfArrays(word) ? ReadVectorSite(word, variable, name, declaration, isReceiver)
        : ReadArraySite(word, variable, name, declaration, isReceiver);

    private ScalarContent ReadScalarSite(IInvocationOperation word, ISymbol? variable, string name, IOperation declaration, bool isReceiver = false)
    {
        var observable = ObservableOf(variable);
        var role = RoleOf(word, observable);
        if (role == SiteRole.Observable) _sampled.Add(observable!);
        string site = FullName(word, name, observable, isReceiver);
        Name(site, declaration);
        var axes = reading.Nest.Axes;
        return new(Read(word, role, site, name.Length == 0 ? site : name, new(axes, axes.Number), declaration, isNew: true));
    }

    private Value Read(IInvocationOperation word, SiteRole role, string site, string name, SitePlace place, IOperation declaration, bool isNew)
    {
        RequireInputsAround(word);
        if (role == SiteRole.Derived)
        {
            var formula = word.Arguments[0].Value;
            var derived = Builder.Name(reading.Helpers.Receive(null, () => reading.Expressions.ReadScalar(formula)), name);
            if (isNew) Declare(site, role, IrType.Real, place.Axes);
            Builder.Append(new Record(site, derived, Quotation.OneLine(formula), place.At));
            return derived;
        }

        var distribution = reading.Helpers.Receive(null, () => SampledDistribution.Read(word.Arguments[word.Arguments.Length - 1].Value, reading));
        return Append(distribution, word, role, site, place, declaration, isNew);
    }

    /// <summary>Reads <c>y = Sample(Normal(m * x + c, e))</c> over arrays: a plate with an element for each of theirs.</summary>
    /// <summary>Whether what is sampled has values that are arrays, and not one number for each element of a plate.</summary>
    private static bool IsOfArrays(IInvocationOperation word)
    {
        var value = word.Arguments[word.Arguments.Length - 1].Value;
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return word.TargetMethod.IsWord("Sample") && !SampledDistribution.IsPlated(value) && value.Type?.FullName() != Names.Plated;
    }

    /// <summary>Reads a site whose values are vectors or matrices: one value, put element by element into an array that has its shape.</summary>
    private StoredArray ReadVectorSite(IInvocationOperation word, ISymbol? variable, string name, IOperation declaration, bool isReceiver = false)
    {
        RequireInputsAround(word);
        var observable = ObservableOf(variable);
        var role = RoleOf(word, observable);
        if (role == SiteRole.Observable) _sampled.Add(observable!);
        var (distribution, arguments, sources) = reading.Helpers.Receive(null, () => SampledDistribution.Read(word.Arguments[word.Arguments.Length - 1].Value, reading));
        var sizes = distribution.Event.Select(size => Apply(size, arguments)).ToSequence();
        if (sizes.Any(size => reading.Knowledge.Of(size) != Known.Inputs)) throw reading.Refused(Descriptors.SizeNotFromInputs, word, word.Syntax.ToString());
        string site = FullName(word, name, observable, isReceiver);
        Name(site, declaration);
        var made = reading.Arrays.Make(name, IrType.Real, sizes);
        if (made.Storage.Axes.Offsets is not null && distribution.Support.Constraint.Kind is ConstraintKind.Simplex or ConstraintKind.CholeskyCorrelation)
            throw reading.Unsupported(word, "values on this support have one size in all iterations");
        (made.Storage.Role, made.Storage.Site) = (role, site);
        Builder.AppendOutermost(new Declare(site, role, IrType.Real, made.Storage.Axes.Dimensions, made.Storage.Axes.Offsets, made.Storage.Axes.Offsets is null ? sizes.Count : 1));
        var result = Builder.Fresh(IrType.Real.ArrayOf);
        reading.Knowledge.Learn(result, role == SiteRole.Latent ? Known.Latents : Known.Observations);
        Builder.Append(new Sample(result, site, role == SiteRole.Observable, distribution.Name, arguments, sources, reading.Quote(word), made.Start, sizes));
        Copy(result, made, [], declaration);
        return made;
    }

    /// <summary>Puts the elements of a value into an array, axis by axis.</summary>
    private void Copy(Value value, StoredArray made, Value[] indices, IOperation declaration)
    {
        if (indices.Length == made.Sizes.Count)
        {
            var element = Builder.Add(Operations.Load, value, reading.Elements.Flat(made, indices));
            reading.Knowledge.Learn(element, Known.Latents);
            reading.Elements.Assign(made, indices, element, declaration);
            return;
        }

        var head = new LoopHead(LoopKind.Plate, made.Sizes[indices.Length], reading.Quote(declaration), Quotation.OneLine(declaration)) { Name = indices.Length == 0 ? "i" : "j" };
        reading.Loops.Run(head, [made.Storage], index => Copy(value, made, [.. indices, index], declaration));
    }

    /// <summary>The value of a function without loops.</summary>
    private Value Apply(Function function, Sequence<Value> arguments)
    {
        var values = function.Parameters.Zip(arguments, (parameter, argument) => (parameter, argument)).ToDictionary(pair => pair.parameter, pair => pair.argument);
        foreach (var define in function.Body.Cast<Define>())
            values[define.Result] = define.Op == Operations.Integer ? Builder.Integer((int)define.Immediate.Number) : Builder.Add(define.Op, [.. define.Arguments.Select(argument => values[argument])]);
        return values[function.Result];
    }

    private StoredArray ReadArraySite(IInvocationOperation word, ISymbol? variable, string name, IOperation declaration, bool isReceiver)
    {
        RequireInputsAround(word);
        var value = word.Arguments[word.Arguments.Length - 1].Value;
        var factory = SampledDistribution.IsPlated(value) ? (IInvocationOperation)value : null;
        var observable = ObservableOf(variable);
        var role = RoleOf(word, observable);
        if (role == SiteRole.Observable) _sampled.Add(observable!);
        if (role != SiteRole.Derived && factory is null) throw reading.Refused(Descriptors.NotADistribution, value, value.Syntax.ToString(), "write a factory of a package over arrays of double");
        var arguments = factory is null ? [(reading.Expressions.Read(value), value)] : SampledDistribution.ArgumentsOf(factory, reading);
        var arrays = arguments.Select(argument => argument.Content).OfType<ArrayContent>().ToList();
        if (arrays.Count == 0 || arrays.Any(ArrayReader.IsNoVector)) throw reading.Unsupported(value, "one-dimensional arrays are needed here");
        var length = arrays[0].Sizes[0];
        foreach (var array in arrays) reading.Elements.RequireWhole(array, value);
        foreach (var other in arrays.Skip(1)) reading.Rules.RequireLength(other, length, value, Quotation.OneLine(value));

        string site = FullName(word, name, observable, isReceiver);
        Name(site, declaration);
        var type = ((IArrayTypeSymbol)word.Type!).ElementType;
        var made = reading.Arrays.Make(name, TypeReader.Read(type)!.Value, Sequence.Of(length));
        (made.Storage.Role, made.Storage.Site) = (role, site);
        var head = new LoopHead(LoopKind.Plate, length, reading.Quote(declaration), Quotation.OneLine(value)) { Name = "i" };
        reading.Loops.Run(head, [made.Storage], index => reading.Try(declaration, () =>
        {
            var place = new SitePlace(IfTaken(made.Storage), reading.Elements.At(made, index));
            var element = factory is null
                ? Record(arrays[0], index, value, site, place)
                : Append(SampledDistribution.ReadAt(factory, arguments, index, reading), word, role, site, place, declaration, isNew: true);
            reading.Elements.Assign(made, [index], element, declaration);
        }));
        return made;
    }

    private Value Record(ArrayContent array, Value index, IOperation formula, string site, SitePlace place)
    {
        var derived = reading.Arrays.ElementOf(array, index);
        Declare(site, SiteRole.Derived, IrType.Real, place.Axes);
        Builder.Append(new Record(site, derived, Quotation.OneLine(formula), place.At));
        return derived;
    }

    private Value Append(SampledDistribution sampled, IInvocationOperation word, SiteRole role, string site, SitePlace place, IOperation declaration, bool isNew)
    {
        var (distribution, arguments, sources) = sampled;
        var type = distribution.Support.Type;
        if (role == SiteRole.Latent && type != IrType.Real && !IsReturnUnclear) throw reading.Refused(Descriptors.DiscreteLatent, declaration, site);
        if (role == SiteRole.Latent && distribution.Support.Constraint.Kind == ConstraintKind.Reading && !IsReturnUnclear) throw reading.Refused(Descriptors.ReadingLatent, declaration, site);
        var result = Builder.Fresh(type);
        reading.Knowledge.Learn(result, role == SiteRole.Latent ? Known.Latents : Known.Observations);
        if (isNew) Declare(site, role, type, place.Axes);
        Builder.Append(new Sample(result, site, role == SiteRole.Observable, distribution.Name, arguments, sources, reading.Quote(word), place.At));
        return result;
    }

    private static SiteRole RoleOf(IInvocationOperation word, ISymbol? observable) =>
        word.TargetMethod.IsWord("Derived") ? SiteRole.Derived : observable is null ? SiteRole.Latent : SiteRole.Observable;

    private void Name(string site, IOperation place)
    {
        _names.Add(site, place.Syntax.GetLocation());
        _places[site] = place.Syntax.GetLocation();
    }

    private void Declare(string name, SiteRole role, IrType type, Axes axes) =>
        Builder.AppendOutermost(new Declare(name, role, type, axes.Dimensions, axes.Offsets));

    private void RequireInputsAround(IOperation site)
    {
        if (reading.Guards.AgainstSites is { } condition)
            throw reading.Refused(reading.Guards.IsOfInputs ? Descriptors.SiteOutsideIf : Descriptors.SiteUnderCondition, site, Quotation.OneLine(condition));
    }

    private string FullName(IInvocationOperation word, string name, ISymbol? observable, bool isReceiver = false)
    {
        string prefix = reading.Helpers.Prefix;
        if (NameOf(word) is not { } given) return observable?.Name ?? (isReceiver ? prefix.TrimEnd('.') : prefix + name);
        if (observable is not null && given != observable.Name) throw reading.Refused(Descriptors.ReturnShape, word.Arguments[0], $"the site '{given}' is returned under the name '{observable.Name}'");
        return observable?.Name ?? prefix + given;
    }

    /// <summary>The observable that a variable is, in the model or as what a helper returns to it.</summary>
    private ILocalSymbol? ObservableOf(ISymbol? variable) =>
        variable is null ? null
        : _returned.TryGetValue(variable, out var observable) ? observable
        : Observables.FirstOrDefault(local => SymbolEqualityComparer.Default.Equals(local, variable));

    /// <summary>The name that a call of Sample states; null where it states none.</summary>
    private string? NameOf(IInvocationOperation word)
    {
        if (word.Arguments.Length < 2) return null;
        if (word.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string { Length: > 0 } name }) throw reading.Unsupported(word.Arguments[0], "the name of a site is a constant");
        return name.Split('.').All(SyntaxFacts.IsValidIdentifier) && name.Any(char.IsLetterOrDigit)
            ? name
            : throw reading.Unsupported(word.Arguments[0], "the name of a site becomes that of a property: use letters, digits and underscores");
    }

    /// <summary>The call of Sample or Derived that an expression is; null for other expressions.</summary>
    private static IInvocationOperation? WordOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation when invocation.TargetMethod.IsWord("Sample") || invocation.TargetMethod.IsWord("Derived") => invocation,
        _ => null,
    };

    private static ISymbol? OwnerOf(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation element => OwnerOf(element.ArrayReference),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>The shape of a site, and the number of the element that is assigned.</summary>
    private sealed record SitePlace(Axes Axes, Value? At);
}
