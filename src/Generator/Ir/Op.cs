namespace ProbModels.Generator.Ir;

/// <summary>The derivative of an operation with respect to one argument, in terms of its arguments and its result.</summary>
internal delegate Term Partial(Term[] arguments, Term result);

/// <summary>An operation: everything the compiler knows about it is in its row of <see cref="Operations"/>.</summary>
internal sealed class Op(string name, int arity)
{
    /// <summary>The arity of what takes any number of arguments.</summary>
    public const int Several = -1;

    /// <summary>Its name in printed IR.</summary>
    public string Name => name;

    public int Arity => arity;

    /// <summary>Whether it can be applied to values of these types.</summary>
    public Func<Sequence<Value>, bool> Takes { get; init; } = arguments => arguments.All(argument => argument.Type == IrType.Real);

    /// <summary>The type of its result, given its arguments; null for a leaf, which may have any.</summary>
    public Func<Sequence<Value>, IrType>? Result { get; init; }

    /// <summary>Whether a number or a name belongs to it: a constant's value, an input's name.</summary>
    public bool HasImmediate { get; init; }

    /// <summary>Whether its two arguments may change places.</summary>
    public bool IsCommutative { get; init; }

    /// <summary>The result for constant arguments; null where the generator's own arithmetic could differ from the user's machine.</summary>
    public Func<double[], double>? Fold { get; init; }

    /// <summary>One partial derivative for each argument; empty where none is differentiable.</summary>
    public Partial[] Partials { get; init; } = [];

    /// <summary>The method of System.Math or ProbModels.SpecialFunctions that it stands for, by its simple name; null for an operator.</summary>
    public string? Method { get; init; }

    /// <summary>How much code it is where it is inlined, in units of an exponential; 0 for what is a few instructions.</summary>
    public int Weight { get; init; }

    /// <summary>How it looks in C# on numbers.</summary>
    public Spelling? InScalars { get; init; }

    /// <summary>How it looks in C# on vectors; null where it has no vector form.</summary>
    public Spelling? InVectors { get; init; }

    public override string ToString() => Name;
}

/// <summary>C# text with its binding strength: <c>{0}</c>, <c>{1}</c> and <c>{2}</c> stand for the arguments.</summary>
/// <param name="Precedence">4 a call, a name or a number; 3 unary; 2 product; 1 sum; 0 comparison and conjunction.</param>
internal sealed record Spelling(string Format, int Precedence);
