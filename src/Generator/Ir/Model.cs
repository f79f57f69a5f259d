namespace ProbModels.Generator.Ir;

/// <summary>What the user said: inputs, sites, plates and names.</summary>
/// <param name="Name">The method's name; the generated class is <c>{Name}Model</c>.</param>
/// <param name="Method">How generated code calls the method: <c>global::Astronomy.StraightLine</c>.</param>
/// <param name="Namespace">Where generated types go; empty for the global namespace.</param>
/// <param name="IsPublic">Whether generated types are public, as the method is.</param>
/// <param name="File">The source file's name, without its folder.</param>
/// <param name="Returns">The observables, in the order in which the method returns them.</param>
internal sealed record Model(
    string Name,
    string Method,
    string Namespace,
    bool IsPublic,
    string File,
    Source Source,
    string Summary,
    Sequence<Parameter> Parameters,
    Sequence<Parameter> Returns,
    Sequence<Distribution> Distributions,
    Sequence<Function> Functions,
    Sequence<Statement> Body)
{
    /// <summary>The name with the namespace: no two models of a project share it.</summary>
    public string FullName => $"{Namespace}.{Name}";
}

/// <summary>An input or an observable of a model as declared.</summary>
/// <param name="CSharpType">As in <c>double[]</c>.</param>
internal sealed record Parameter(string Name, string CSharpType, IrType Type);

/// <summary>What a site is to the model.</summary>
internal enum SiteRole
{
    Latent,
    Derived,
    Observable,
}

/// <summary>States that there is a site, and its shape; stands outside loops, before all that assigns its elements.</summary>
/// <param name="Type">The type of an element.</param>
/// <param name="Dimensions">The sizes of its axes, outermost first; empty for a scalar. Of a site with groups of different sizes: the number of groups.</param>
/// <param name="Offsets">Where each group's elements begin, and after the last group the count of all; null where all axes have one size.</param>
/// <param name="EventRank">How many of the last axes belong to one value, as of a site whose values are vectors.</param>
/// <param name="Coordinates">How many unconstrained coordinates there are; null for as many as elements.</param>
internal sealed record Declare(
    string Site, SiteRole Role, IrType Type, Sequence<Value> Dimensions, Value? Offsets = null, int EventRank = 0, Value? Coordinates = null) : Statement;

/// <summary><c>result ~ distribution(arguments)</c>.</summary>
/// <param name="ArgumentSources">The expressions that the user wrote, for messages.</param>
/// <param name="At">The number of the element, or of the first that belongs to the value, row after row; null for a scalar, and for one array.</param>
/// <param name="Event">The sizes of the value's own axes; empty for a number.</param>
internal sealed record Sample(
    Value Result,
    string Site,
    bool IsObserved,
    string Distribution,
    Sequence<Value> Arguments,
    Sequence<string> ArgumentSources,
    Source Source,
    Value? At = null,
    Sequence<Value> Event = default) : Statement;

/// <summary><c>result = function(arguments)</c>.</summary>
internal sealed record Call(Value Result, string Function, Sequence<Value> Arguments) : Statement;

/// <summary>Records a value with every draw: a derived value, or a latent once it is constrained.</summary>
/// <param name="Formula">What the user wrote; empty for a latent.</param>
internal sealed record Record(string Site, Value Value, string Formula, Value? At = null) : Statement;

/// <summary>A latent with its support, once its density is inlined: bounds are values of the model.</summary>
/// <param name="If">Whether there is one here: a missing element is inferred, one that is given is not. Null where there always is.</param>
internal sealed record Latent(
    Value Result, string Site, ConstraintKind Support, Value? Low = null, Value? High = null, Value? At = null, Sequence<Value> Event = default, Value? If = null) : Statement;

/// <summary>Adds a value to the log density on behalf of a site, or of a <c>Factor</c>, whose site is empty.</summary>
internal sealed record AddTerm(string Site, Value Value, Value? At = null) : Statement;
