using System.Globalization;

namespace ProbModels.Generator.Ir;

/// <summary>One step of a block. A block is a list of statements in which every value is defined before it is used.</summary>
internal abstract record Statement;

/// <summary>The number or the name that an operation carries besides its arguments.</summary>
internal readonly struct Immediate(double number, string? symbol = null) : IEquatable<Immediate>
{
    public double Number => number;

    public string? Symbol => symbol;

    // Bits, because 0 equals -0 and NaN does not equal itself.
    public bool Equals(Immediate other) =>
        BitConverter.DoubleToInt64Bits(number) == BitConverter.DoubleToInt64Bits(other.Number) && symbol == other.Symbol;

    public override bool Equals(object? obj) => obj is Immediate other && Equals(other);

    public override int GetHashCode() => unchecked(number.GetHashCode() * 31 + (symbol?.GetHashCode() ?? 0));

    public override string ToString() => symbol ?? number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary><c>result = op(arguments)</c>.</summary>
/// <param name="Name">What the user, or a pass, calls the result; only for readers.</param>
internal sealed record Define(Value Result, Op Op, Sequence<Value> Arguments, Immediate Immediate = default, string? Name = null) : Statement;

/// <summary>A place in the user's source, for comments and messages.</summary>
/// <param name="Line">One-based.</param>
/// <param name="Text">The source text, on one line.</param>
internal readonly record struct Source(int Line, string Text);

/// <summary>What a rule is about.</summary>
internal enum RuleKind
{
    /// <summary>The argument of a distribution, or an observed value.</summary>
    Range,

    /// <summary>An index into an array; the limit is the array's length.</summary>
    Index,

    /// <summary>The length of an array; the limit is the length that it must have.</summary>
    Length,

    /// <summary>The size of a plate.</summary>
    Size,
}

/// <summary>A rule that a value must keep, in words.</summary>
/// <param name="Site">The site whose distribution states the rule; empty where none does.</param>
/// <param name="Subject">What must keep it: <c>the scale of Normal</c>, or the name of an array.</param>
/// <param name="Requirement">What it must be: <c>positive</c>; for a length, the plate that it must fit.</param>
/// <param name="Source">The expression that gave the value.</param>
internal sealed record Rule(RuleKind Kind, string Site, string Subject, string Requirement, Source Source);

/// <summary>Where <paramref name="Condition"/> is false the log density is −∞; while data are bound, it is an error.</summary>
/// <param name="Condition">The rule as a condition.</param>
/// <param name="Subject">The value that must keep the rule.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="Limit">The length that an index or a length is compared with; null for other rules.</param>
internal sealed record Require(Value Condition, Value Subject, Rule Rule, Value? Limit = null) : Statement;

/// <summary>How a loop hands a value out.</summary>
internal enum YieldKind
{
    /// <summary>The sum of the element over all iterations.</summary>
    Sum,

    /// <summary>The greatest element over all iterations; −∞ where there are none.</summary>
    Max,

    /// <summary>The sum of the logarithms of the element, a number from 1 to 2⁸: those of a lane's 32 rows in a tile are multiplied first.</summary>
    LogProduct,

    /// <summary>An array with one element for each iteration.</summary>
    Array,

    /// <summary>An array of <see cref="Yield.Size"/> zeros to which each iteration adds its element at <see cref="Yield.At"/>.</summary>
    Scatter,

    /// <summary>The rows of <see cref="Yield.Matrix"/>, each times its iteration's element, added up: an array of <see cref="Yield.Size"/> columns.</summary>
    Rows,

    /// <summary>An array that goes from iteration to iteration: each receives it as <see cref="Yield.Inside"/> and hands it on as its element.</summary>
    Thread,
}

/// <summary>One value that a loop hands out.</summary>
/// <param name="At">The index to add at; for <see cref="YieldKind.Scatter"/> alone.</param>
/// <param name="Size">The length of the result; for <see cref="YieldKind.Scatter"/> and <see cref="YieldKind.Rows"/> alone.</param>
/// <param name="Name">What the result is called; only for readers.</param>
/// <param name="Into">The array as it is before the loop; for <see cref="YieldKind.Thread"/> alone.</param>
/// <param name="Inside">The array as an iteration receives it, a value of the body; for <see cref="YieldKind.Thread"/> alone.</param>
/// <param name="Matrix">The packed matrix, with a row for each iteration; for <see cref="YieldKind.Rows"/> alone.</param>
internal sealed record Yield(
    YieldKind Kind, Value Result, Value Element, Value? At = null, Value? Size = null, string? Name = null, Value? Into = null, Value? Inside = null, Value? Matrix = null);

/// <summary>In which order a loop's iterations run.</summary>
internal enum Order
{
    /// <summary>Any: they are independent of each other.</summary>
    Any,

    /// <summary>One after the other, from the first to the last.</summary>
    Forward,

    /// <summary>One after the other, from the last to the first: the way back of a forward loop.</summary>
    Backward,
}

/// <summary>Iterations of a body over 0 … extent − 1; afterwards the yields are defined.</summary>
/// <param name="Name">What the index is called; only for readers.</param>
/// <param name="Plate">
/// The number, from 1, of the plate whose step the loop is: loops with one number follow each other and run tile by tile, so that the arrays
/// which they hand to each other are no longer than a tile. 0 for a loop that runs by itself.
/// </param>
internal sealed record Loop(
    Value Index, Value Extent, Sequence<Statement> Body, Sequence<Yield> Yields, Source Source, string? Name = null, Order Order = Order.Any, int Plate = 0) : Statement;
