namespace ProbModels;

/// <summary>One number in plain arithmetic, for compilers that know no fused multiply-add, such as those for graphics processors.</summary>
/// <remarks>
/// <c>a * b + c</c> is rounded twice. Where that matters, the product is taken in two parts, and the sum is within 1 ulp of the fused one: the bits differ from
/// those of the other lane types by a few ulp.
/// </remarks>
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

    public static PlainLane FusedMultiplyAdd(PlainLane a, PlainLane b, PlainLane c)
    {
        // The sum of product and c, and what it loses (Knuth 1969), which the product's own rest joins.
        double product = a._value * b._value, sum = product + c._value, back = sum - product;
        double lost = product - (sum - back) + (c._value - back) + LostBy(product, a._value, b._value);
        return new(lost == 0 || !double.IsFinite(lost) ? sum : sum + lost);
    }

    public static PlainLane MultiplyAdd(PlainLane a, PlainLane b, PlainLane c) => new(a._value * b._value + c._value);

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

    /// <summary>a · b − product, exactly, from the products of halves of the factors (Dekker 1971).</summary>
    private static double LostBy(double product, double a, double b)
    {
        double upperA = Upper(a), lowerA = a - upperA, upperB = Upper(b), lowerB = b - upperB;
        return upperA * upperB - product + upperA * lowerB + lowerA * upperB + lowerA * lowerB;
    }

    /// <summary>A number without the lower half of its digits.</summary>
    private static double Upper(double x) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) & -1L << 27);

    private static long Bits(PlainLane a) => BitConverter.DoubleToInt64Bits(a._value);
}
