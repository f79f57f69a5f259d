namespace ProbModels.Generator.Ir;

/// <summary>The kinds of number that the IR knows. Counts (<c>long</c>) are integers.</summary>
internal enum Scalar
{
    Real,
    Integer,
    Boolean,

    /// <summary>A distribution: of a distribution's own parameter alone, which is made of others.</summary>
    Distribution,
}

/// <summary>A scalar, an array of scalars, or (of rank 2) a matrix that was packed for products with vectors.</summary>
internal readonly record struct IrType(Scalar Scalar, int Rank = 0)
{
    public static readonly IrType Matrix = new(Scalar.Real, 2);

    public static readonly IrType Real = new(Scalar.Real);
    public static readonly IrType Integer = new(Scalar.Integer);
    public static readonly IrType Boolean = new(Scalar.Boolean);

    public bool IsArray => Rank > 0;

    public IrType Element => this with { Rank = 0 };

    public IrType ArrayOf => this with { Rank = 1 };

    public override string ToString() => Name(Scalar) + (Rank == 2 ? "[,]" : IsArray ? "[]" : "");

    private static string Name(Scalar scalar) => scalar switch
    {
        Scalar.Real => "real",
        Scalar.Integer => "int",
        Scalar.Distribution => "distribution",
        _ => "bool",
    };
}

/// <summary>What a definition, a loop's index or a loop's yield stands for. Each is defined once.</summary>
/// <param name="Id">Unique within a model or kernel.</param>
/// <param name="Type">What it holds.</param>
internal readonly record struct Value(int Id, IrType Type)
{
    public override string ToString() => $"%{Id}";
}
