namespace ProbModels;

/// <summary>One number, or a hardware vector of numbers: what the text of a function is written over.</summary>
/// <typeparam name="TSelf">The lane type itself.</typeparam>
/// <remarks>
/// Every operation rounds as IEEE 754 says, lane by lane, so that a function has the same bits over every lane type whose
/// multiply-adds round once: all but <see cref="PlainLane"/>. Conditions have no type: a choice is made where numbers are compared
/// (<see cref="IfLess"/>), which is one instruction more, where a mask in between is two that wait for each other. Bits are those of a 64-bit integer.
/// </remarks>
internal interface ILane<TSelf>
    where TSelf : struct, ILane<TSelf>
{
    /// <summary>Whether there is one lane only, for which a branch saves what vectors compute for all and then do not take: the bits are the same.</summary>
    static abstract bool IsSingle { get; }

    static abstract implicit operator TSelf(double value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>a · b + c, with all digits of the product.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>a · b + c, where it does not matter if the product is rounded.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Abs(TSelf a);

    static abstract TSelf Sqrt(TSelf a);

    static abstract TSelf Floor(TSelf a);

    /// <summary>The lesser of two numbers; <paramref name="b"/> where either is NaN.</summary>
    static abstract TSelf Least(TSelf a, TSelf b);

    /// <summary>The greater of two numbers; <paramref name="b"/> where either is NaN.</summary>
    static abstract TSelf Greatest(TSelf a, TSelf b);

    /// <summary>One number where a is less than b, another where not, or where either is NaN.</summary>
    static abstract TSelf IfLess(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>One number where a is at most b, another where not, or where either is NaN.</summary>
    static abstract TSelf IfAtMost(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>One number where a and b are equal, another where not, or where either is NaN.</summary>
    static abstract TSelf IfEqual(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>Whether a is less than b in all lanes.</summary>
    static abstract bool AllLess(TSelf a, TSelf b);

    static abstract TSelf FromBits(long bits);

    static abstract TSelf AddBits(TSelf a, TSelf b);

    static abstract TSelf SubtractBits(TSelf a, TSelf b);

    static abstract TSelf ShiftLeft(TSelf a, int count);

    static abstract TSelf ShiftRight(TSelf a, int count);

    /// <summary>a · 2ⁿ, rounded once, for a between ½ and 2 and an integer n between −1100 and 1100.</summary>
    static abstract TSelf Scale(TSelf a, TSelf n);

    /// <summary>A scalar function of each lane, for what is rare and not worth a form of its own.</summary>
    static abstract TSelf Map<TFunction>(TSelf a)
        where TFunction : IScalarFunction;
}
