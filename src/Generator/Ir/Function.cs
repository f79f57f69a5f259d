namespace ProbModels.Generator.Ir;

/// <summary>A function without loops or sites: a helper method, or the log density of a distribution.</summary>
/// <param name="Name">Unique among the functions of a model.</param>
internal sealed record Function(string Name, Sequence<Value> Parameters, Sequence<Statement> Body, Value Result);

/// <summary>What a parameter's attribute states about it.</summary>
internal enum ConstraintKind
{
    None,
    Positive,
    NonNegative,
    Between,
    Inside,
    GreaterThan,
    LessThan,

    /// <summary>The support of the distribution that is the parameter <see cref="Constraint.Low"/>.</summary>
    Same,

    /// <summary>Real numbers, of which some have a probability and not a density: of observations alone.</summary>
    Reading,

    /// <summary>Of a vector: positive numbers that add up to 1.</summary>
    Simplex,

    /// <summary>Of a vector: each element is greater than the one before it.</summary>
    Ordered,

    /// <summary>Of a matrix: a lower triangle with a positive diagonal and rows of length 1.</summary>
    CholeskyCorrelation,
}

/// <summary>A number or the name of a parameter.</summary>
internal readonly record struct Operand(Immediate Immediate)
{
    public override string ToString() => Immediate.ToString();
}

/// <summary>The rule of a parameter, or the support of the variable.</summary>
/// <param name="Low">The lower bound, where <see cref="HasLow"/>.</param>
/// <param name="High">The upper bound, where <see cref="HasHigh"/>.</param>
internal sealed record Constraint(ConstraintKind Kind, Operand Low = default, Operand High = default)
{
    public static readonly Constraint None = new(ConstraintKind.None);

    public bool HasLow => Kind is ConstraintKind.Same or ConstraintKind.Between or ConstraintKind.Inside or ConstraintKind.GreaterThan;

    public bool HasHigh => Kind is ConstraintKind.Between or ConstraintKind.Inside or ConstraintKind.LessThan;
}

/// <summary>A parameter of a distribution, or its variable.</summary>
internal sealed record Variable(string Name, IrType Type, Constraint Constraint);

/// <summary>A distribution as its author stated it: the IR that is attached to its type.</summary>
/// <param name="Name">The full name of the type.</param>
/// <param name="LogDensity">A function of the variable and then the parameters.</param>
/// <param name="Event">The sizes of a value's own axes, as functions of the parameters; empty for numbers.</param>
/// <param name="Members">Further functions of a value and the parameters: LogCdf, LogSurvival.</param>
internal sealed record Distribution(
    string Name, Sequence<Variable> Parameters, Variable Support, Function LogDensity, Sequence<Function> Event = default, Sequence<Function> Members = default)
{
    /// <summary>Changes with the meaning of attached IR. A package whose distributions state another version must be rebuilt.</summary>
    public const int Version = 2;

    /// <summary>The name without its namespace, for readers.</summary>
    public string ShortName => Plain.Substring(Plain.LastIndexOf('.') + 1);

    private string Plain => Name.Split('<')[0];
}
