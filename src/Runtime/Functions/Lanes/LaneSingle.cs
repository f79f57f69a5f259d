using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.Unsafe;
using V = System.Runtime.Intrinsics.Vector128<double>;
using X = System.Runtime.Intrinsics.Vector128;

namespace ProbModels;

/// <summary>One number, in both halves of a vector: what takes a few instructions on bits is cheaper there than between two kinds of registers.</summary>
internal readonly struct LaneSingle(V value) : ILane<LaneSingle>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly V _value = value;

    public static bool IsSingle => true;

    [MethodImpl(Inline)]
    public static implicit operator double(LaneSingle value) => value._value.ToScalar();

    [MethodImpl(Inline)]
    public static implicit operator LaneSingle(double value) => BitCast<V, LaneSingle>(X.Create(value));

    [MethodImpl(Inline)]
    public static LaneSingle operator +(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(a._value + b._value);

    [MethodImpl(Inline)]
    public static LaneSingle operator -(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(a._value - b._value);

    [MethodImpl(Inline)]
    public static LaneSingle operator *(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(a._value * b._value);

    [MethodImpl(Inline)]
    public static LaneSingle operator /(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(a._value / b._value);

    [MethodImpl(Inline)]
    public static LaneSingle operator &(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(a._value & b._value);

    [MethodImpl(Inline)]
    public static LaneSingle operator |(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(a._value | b._value);

    [MethodImpl(Inline)]
    public static LaneSingle operator ^(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(a._value ^ b._value);

    [MethodImpl(Inline)]
    public static LaneSingle operator -(LaneSingle a) => BitCast<V, LaneSingle>(-a._value);

    [MethodImpl(Inline)]
    public static LaneSingle FusedMultiplyAdd(LaneSingle a, LaneSingle b, LaneSingle c) => BitCast<V, LaneSingle>(X.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static LaneSingle MultiplyAdd(LaneSingle a, LaneSingle b, LaneSingle c) => FusedMultiplyAdd(a, b, c);

    [MethodImpl(Inline)]
    public static LaneSingle Abs(LaneSingle a) => BitCast<V, LaneSingle>(X.Abs(a._value));

    [MethodImpl(Inline)]
    public static LaneSingle Sqrt(LaneSingle a) => BitCast<V, LaneSingle>(X.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static LaneSingle Floor(LaneSingle a) => BitCast<V, LaneSingle>(X.Floor(a._value));

    [MethodImpl(Inline)]
    public static LaneSingle Least(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(X.MinNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static LaneSingle Greatest(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>(X.MaxNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static LaneSingle IfLess(LaneSingle a, LaneSingle b, LaneSingle then, LaneSingle otherwise) =>
        BitCast<V, LaneSingle>(X.ConditionalSelect(X.LessThan(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static LaneSingle IfAtMost(LaneSingle a, LaneSingle b, LaneSingle then, LaneSingle otherwise) =>
        BitCast<V, LaneSingle>(X.ConditionalSelect(X.LessThanOrEqual(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static LaneSingle IfEqual(LaneSingle a, LaneSingle b, LaneSingle then, LaneSingle otherwise) =>
        BitCast<V, LaneSingle>(X.ConditionalSelect(X.Equals(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static bool AllLess(LaneSingle a, LaneSingle b) => X.LessThanAll(a._value, b._value);

    [MethodImpl(Inline)]
    public static LaneSingle FromBits(long bits) => BitCast<V, LaneSingle>(X.Create(bits).AsDouble());

    [MethodImpl(Inline)]
    public static LaneSingle AddBits(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>((a._value.AsInt64() + b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static LaneSingle SubtractBits(LaneSingle a, LaneSingle b) => BitCast<V, LaneSingle>((a._value.AsInt64() - b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static LaneSingle ShiftLeft(LaneSingle a, int count) => BitCast<V, LaneSingle>((a._value.AsInt64() << count).AsDouble());

    [MethodImpl(Inline)]
    public static LaneSingle ShiftRight(LaneSingle a, int count) => BitCast<V, LaneSingle>((a._value.AsInt64() >>> count).AsDouble());

    [MethodImpl(Inline)]
    public static LaneSingle Scale(LaneSingle a, LaneSingle n) => Avx512F.VL.IsSupported ? BitCast<V, LaneSingle>(Avx512F.VL.Scale(a._value, n._value)) : Scaling.InTwoSteps(a, n);

    public static LaneSingle Map<TFunction>(LaneSingle a)
        where TFunction : IScalarFunction
        => TFunction.Of(a);
}
