using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>The names and texts that the generated files of one model share.</summary>
internal sealed class ModelText
{
    /// <summary>Begins the symbol of an input that is no parameter but a static field.</summary>
    private const string Fixed = "static:";

    private readonly Dependence _dependence;
    private readonly Dictionary<string, string> _locals;

    /// <param name="program">What is to be written.</param>
    /// <param name="imputes">Whether the program infers missing elements.</param>
    public ModelText(Program program, bool imputes = false)
    {
        (Program, Imputes) = (program, imputes);
        Imputed = Imputation.Of(program.Model);
        Sites = Emit.Sites.Of(program.Model);
        Records = Emit.Sites.InRecordOrder(Sites);
        Latents = [.. Sites.Where(site => site.Role == SiteRole.Latent)];
        Offsets = [.. OffsetsOf(Latents)];
        ImputedAt = [.. ImputedOffsets()];
        Observables = [.. program.Model.Returns.Select(observable => Sites.First(site => site.Name == observable.Name))];
        _dependence = new(program.Model);
        var locals = new NameScope("model", "Model", "Sites", "record", "terms", "other", "width", "Width", "Rules", "Binding", "Observations", "LaneWidths", "IsComplete", "Partials", "Column", "RowOrder", "LeastSquares");
        _locals = Observables.ToDictionary(site => site.Name, site => locals.Unique(site.Name));
        var scopes = new Scopes(program.Bind.Body);
        Define? OriginOf(Value bound) => scopes.DefinitionOf(bound) is { } define && define.Op == Operations.Arrange ? scopes.DefinitionOf(define.Arguments[0]) : scopes.DefinitionOf(bound);
        Counts =
        [
            .. program.Bind.Outputs
                .Where(output => output.Value.Type is { IsArray: true, Scalar: Scalar.Integer } && OriginOf(output.Value) is { Op.HasImmediate: true } leaf && IsLong(leaf))
                .Select(output => output.Symbol),
        ];
        Masks = [.. program.Bind.Outputs.Where(output => output.Value.Type.IsArray && OriginOf(output.Value)?.Op == Operations.Given).Select(output => output.Symbol)];
        Orders = [.. program.Bind.Outputs.Where(output => scopes.Is(output.Value, Operations.RowOrder)).Select(output => output.Symbol)];
    }

    public Program Program { get; }

    /// <summary>Whether the program infers missing elements.</summary>
    public bool Imputes { get; }

    /// <summary>The observables of which missing elements are inferred, with the names of the latents that stand for them.</summary>
    public IReadOnlyDictionary<string, string> Imputed { get; }

    /// <summary>Whether there are two posteriors: one for data with all that is needed, one that infers what is missing.</summary>
    public bool HasImputed => Imputed.Count > 0;

    /// <summary>Where the latents for missing elements lie in a position: after all others, in the order of a record.</summary>
    public IReadOnlyList<(string Name, string Offset)> ImputedAt { get; }

    public Model Model => Program.Model;

    /// <summary>In program order.</summary>
    public IReadOnlyList<SiteInfo> Sites { get; }

    /// <summary>In the order of a record: latents and derived values, then observables.</summary>
    public IReadOnlyList<SiteInfo> Records { get; }

    /// <summary>In the order of a position.</summary>
    public IReadOnlyList<SiteInfo> Latents { get; }

    /// <summary>Where each latent lies in a position.</summary>
    public IReadOnlyList<(SiteInfo Latent, Offset Offset)> Offsets { get; }

    /// <summary>In the order in which the method returns them.</summary>
    public IReadOnlyList<SiteInfo> Observables { get; }

    /// <summary>The bound arrays that say which elements of an observable are given.</summary>
    public IReadOnlyCollection<string> Masks { get; }

    /// <summary>The bound arrays of whole numbers that are held as doubles, because a count need not fit an index.</summary>
    public IReadOnlyCollection<string> Counts { get; }

    /// <summary>The bound orders of rows.</summary>
    public IReadOnlyCollection<string> Orders { get; }

    /// <summary>Whether an input or an observation holds longs in C#.</summary>
    public bool IsLong(Define leaf) =>
        leaf.Op == Operations.Observed
        || (leaf.Op == Operations.Input && Model.Parameters.FirstOrDefault(parameter => parameter.Name == leaf.Immediate.Symbol!.Split('.')[0])?.CSharpType.StartsWith("long", StringComparison.Ordinal) == true);

    /// <summary>Whether kernels are compiled in two forms: for data that are complete, and for data of which elements are missing.</summary>
    public bool HasMasks => Masks.Count > 0;

    /// <summary>Whether the model has a factor: it cannot be simulated unless the caller says so.</summary>
    public bool HasFactors => HasFactorsIn(Model.Body);

    private static bool HasFactorsIn(Sequence<Statement> body) => body.Any(statement => statement is AddTerm || (statement is Loop loop && HasFactorsIn(loop.Body)));

    public string Access => Model.IsPublic ? "public" : "internal";

    public string ModelClass => Model.Name + "Model";

    /// <summary>The posterior as users see it.</summary>
    public string PosteriorClass => Model.Name + "Posterior";

    /// <summary>The class that computes with this program.</summary>
    public string OwnPosteriorClass => !HasImputed ? PosteriorClass : Imputes ? Stem + "Posterior" : Model.Name + "CompletePosterior";

    private string Stem => Model.Name + (Imputes ? "Imputing" : "");

    public string DrawsClass => Model.Name + "Draws";

    public string PredictiveClass => Model.Name + "Predictive";

    public string SimulationClass => Model.Name + "Simulation";

    public string FixedClass => Model.Name + "Fixed";

    public string DataClass => Stem + "Data";

    public string WorkspaceClass => Stem + "Workspace";

    public string KernelClass(int bits) => $"{Stem}Kernel{bits}";

    public string GpuClass => $"{Stem}GpuKernel";

    /// <summary>What follows the name of a kernel's class where it is generic in whether data are complete.</summary>
    public string KernelCase(string dataCase) => HasMasks ? $"<{dataCase}>" : "";

    /// <summary>How kernels ask whether an element is given that they read from a mask: where data are complete, nothing is read.</summary>
    public const string IsComplete = "TData.IsComplete";

    /// <summary>File and line, for messages.</summary>
    public string Place(Source source) => $"{Model.File}:{(source.Line == 0 ? Model.Source.Line : source.Line)}";

    public static string Property(SiteInfo site) => Naming.Property(site.Name);

    /// <summary>The field of an input in the model class.</summary>
    public static string Field(string parameter) => "_" + parameter;

    /// <summary>The C# type of an observable as the model's author declared it.</summary>
    public string DeclaredType(SiteInfo observable) => Model.Returns.First(parameter => parameter.Name == observable.Name).CSharpType;

    /// <summary>An input as code that has the model at hand writes it: a field, or a part of one.</summary>
    /// <param name="owner">As in <c>model.</c>; empty inside the model class.</param>
    public static string Input(string symbol, string owner) =>
        symbol.StartsWith(Fixed, StringComparison.Ordinal) ? symbol.Substring(Fixed.Length) : owner + Field(symbol);

    /// <summary>A size as an expression of inputs.</summary>
    /// <param name="owner">As in <c>model.</c>; empty inside the model class.</param>
    public string Size(Value extent, string owner) => new Places(Model).Show(extent, owner);

    /// <summary>The count of a latent's unconstrained coordinates as an expression of inputs; null where it is that of its elements.</summary>
    public string? Coordinates(SiteInfo latent)
    {
        if (latent is not { Role: SiteRole.Latent, EventRank: > 0 }) return null;
        string size = Size(latent.Dimensions[latent.Dimensions.Count - 1], "");
        string? each = SupportOf(latent).Constraint.Kind switch
        {
            ConstraintKind.Simplex => $"({size} - 1)",
            ConstraintKind.CholeskyCorrelation => $"({size} * ({size} - 1) / 2)",
            _ => null,
        };
        var groups = latent.Dimensions.Take(latent.Dimensions.Count - latent.EventRank).Select(dimension => Size(dimension, ""));
        return each is null ? null : string.Join(" * ", groups.Append(each));
    }

    /// <summary>The support of a site's distribution.</summary>
    public Variable SupportOf(SiteInfo site) => Model.Distributions.First(distribution => distribution.Name == site.Distribution).Support;

    /// <summary>The number of a site in the order of a record.</summary>
    public int NumberOf(string site) => Records.Select(candidate => candidate.Name).ToList().IndexOf(site);

    /// <summary>Where a latent lies in a position, as code that has the data at hand writes it.</summary>
    public string OffsetOf(string latent, string data)
    {
        if (IsImputed(latent)) return $"{data}.{latent}At";
        var offset = Offsets.First(item => item.Latent.Name == latent).Offset;
        return offset.IsNumber ? offset.Text : $"{data}.{Naming.Identifier(latent)}At";
    }

    /// <summary>How many coordinates an array of latents has, as code that has the data at hand writes it.</summary>
    public string CoordinateCountOf(string latent, string data) => $"{data}.{Naming.Identifier(latent)}{(IsImputed(latent) ? "Count" : "Length")}";

    /// <summary>Whether latents stand for missing elements. Their arrays have one place more, which the elements that are given share.</summary>
    public bool IsImputed(string latent) => Imputed.Values.Contains(latent);

    /// <summary>The number of the latents for the missing elements of an observable among a posterior's sites: they come last.</summary>
    public int NumberOfImputed(string latent) =>
        Records.Count(site => site.Role != SiteRole.Observable) + ImputedAt.Select(imputed => imputed.Name).ToList().IndexOf(latent);

    /// <summary>The observables of which missing elements are inferred, in the order of a record.</summary>
    public IEnumerable<SiteInfo> ImputedSites => Records.Where(site => Imputed.ContainsKey(site.Name));

    /// <summary>The local, or the parameter of generated code, that holds an observable's elements: its own name, unless code around it needs that.</summary>
    public string LocalOf(string observable) => _locals[observable];

    /// <summary>Whether a term of the log density other than its own reads an observable: it must then be given.</summary>
    public bool IsRead(SiteInfo observable) => _dependence.IsReadByTerms(observable.Name);

    /// <summary>The same as C# writes it.</summary>
    public string IsReadText(SiteInfo observable) => IsRead(observable) ? "true" : "false";

    /// <summary>The statement that samples a latent or an observable.</summary>
    public Sample SampleOf(SiteInfo site) => SamplesOf(Model.Body).First(sample => sample.Site == site.Name);

    private static IEnumerable<Sample> SamplesOf(Sequence<Statement> body) =>
        body.SelectMany(statement => statement is Sample sample ? [sample] : statement is Loop loop ? SamplesOf(loop.Body) : []);

    private IEnumerable<(string, string)> ImputedOffsets()
    {
        string offset = "0";
        if (Latents.Count > 0)
        {
            var (last, at) = Offsets[Offsets.Count - 1];
            offset = last.IsArray ? $"{at.Text} + {last.Identifier}Length" : $"{at.Text} + 1";
        }

        foreach (var site in ImputedSites)
        {
            string name = Imputed[site.Name];
            yield return (name, offset);
            offset += $" + {name}Count";
        }
    }

    private static IEnumerable<(SiteInfo, Offset)> OffsetsOf(IEnumerable<SiteInfo> latents)
    {
        int known = 0;
        string lengths = "";
        foreach (var latent in latents)
        {
            yield return (latent, new($"{known}{lengths}", lengths.Length == 0));
            if (latent.IsArray) lengths += $" + {latent.Identifier}Length";
            else known++;
        }
    }

    /// <summary>Opens a generated file: what it is, what it uses, its namespace.</summary>
    public CodeWriter Open(IEnumerable<string> header, params string[] usings)
    {
        var writer = new CodeWriter();
        writer.Line("// <auto-generated/>");
        foreach (string line in header) writer.Line(("// " + line).TrimEnd());
        writer.Line();
        writer.Line("#nullable enable");
        writer.Line("#pragma warning disable CS1591 // what the model's author documents is documented");
        writer.Line();
        foreach (string line in usings) writer.Line($"using {line};");
        if (usings.Length > 0) writer.Line();
        if (Model.Namespace.Length > 0)
        {
            writer.Line($"namespace {Model.Namespace};");
            writer.Line();
        }

        return writer;
    }
}

/// <summary>A place in a position.</summary>
/// <param name="Text">A number, or a sum of a number and lengths of latents.</param>
/// <param name="IsNumber">Whether it is known while code is generated.</param>
internal readonly record struct Offset(string Text, bool IsNumber);
