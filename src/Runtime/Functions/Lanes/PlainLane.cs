namespace ProbModels;

/// <summary>One number in plain arithmetic, for processors whose compiler knows no fused multiply-add: <c>a · b + c</c> is rounded twice.</summary>
/// <remarks>Graphics processors above all. The bits differ from those of the other lane types; the stated errors hold but for a few ulp.</remarks>
internal readonly struct PlainLane(double value) : ILane<PlainLane>
{
    private readonly double _value = value;

    public static bool IsSingle => true;

    public static implicit operator double(PlainLane value) => value._value;

    public static implicit operator PlainLane(double value) => new(value);

    public static PlainLane operator +(PlainLane a, PlainLane b) => new(a._value + b._value);

    public static PlainLane operator -(PlainLane a, PlainLane b) => new(a._value - b._value);

    public static PlainLane operator *(PlainLane a, PlainLane b) => new(a._value * b._value);

    public static PlainLane operator /(PlainLane a, PlainLane b) => new(a._value / b._value);

    public static PlainLane operator &(PlainLane a, PlainLane b) => FromBits(Bits(a) & Bits(b));

    public static PlainLane operator |(PlainLane a, PlainLane b) => FromBits(Bits(a) | Bits(b));

    public static PlainLane operator ^(PlainLane a, PlainLane b) => FromBits(Bits(a) ^ Bits(b));

    public static PlainLane operator -(PlainLane a) => new(-a._value);

    public static PlainLane FusedMultiplyAdd(PlainLane a, PlainLane b, PlainLane c) => new(a._value * b._value + c._value);

    public static PlainLane Abs(PlainLane a) => new(Math.Abs(a._value));

    public static PlainLane Sqrt(PlainLane a) => new(Math.Sqrt(a._value));

    public static PlainLane Floor(PlainLane a) => new(Math.Floor(a._value));

    public static PlainLane Least(PlainLane a, PlainLane b) => IfLess(a, b, a, b);

    public static PlainLane Greatest(PlainLane a, PlainLane b) => IfLess(b, a, a, b);

    public static PlainLane IfLess(PlainLane a, PlainLane b, PlainLane then, PlainLane otherwise) => a._value < b._value ? then : otherwise;

    public static PlainLane IfAtMost(PlainLane a, PlainLane b, PlainLane then, PlainLane otherwise) => a._value <= b._value ? then : otherwise;

    public static PlainLane IfEqual(PlainLane a, PlainLane b, PlainLane then, PlainLane otherwise) => a._value == b._value ? then : otherwise;

    public static bool AllLess(PlainLane a, PlainLane b) => a._value < b._value;

    public static PlainLane FromBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    public static PlainLane AddBits(PlainLane a, PlainLane b) => FromBits(Bits(a) + Bits(b));

    public static PlainLane SubtractBits(PlainLane a, PlainLane b) => FromBits(Bits(a) - Bits(b));

    public static PlainLane ShiftLeft(PlainLane a, int count) => FromBits(Bits(a) << count);

    public static PlainLane ShiftRight(PlainLane a, int count) => FromBits(Bits(a) >>> count);

    public static PlainLane Scale(PlainLane a, PlainLane n) => Scaling.InTwoSteps(a, n);

    public static PlainLane Map<TFunction>(PlainLane a)
        where TFunction : IScalarFunction
        => TFunction.Of(a);

    private static long Bits(PlainLane a) => BitConverter.DoubleToInt64Bits(a._value);
}
