using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.Unsafe;
using V = System.Runtime.Intrinsics.Vector128<double>;
using X = System.Runtime.Intrinsics.Vector128;

namespace ProbModels;

/// <summary>Two numbers.</summary>
internal readonly struct Lane128(V value) : ILane<Lane128>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly V _value = value;

    public static bool IsSingle => false;

    [MethodImpl(Inline)]
    public static implicit operator Lane128(V value) => BitCast<V, Lane128>(value);

    [MethodImpl(Inline)]
    public static implicit operator V(Lane128 value) => value._value;

    [MethodImpl(Inline)]
    public static implicit operator Lane128(double value) => BitCast<V, Lane128>(X.Create(value));

    [MethodImpl(Inline)]
    public static Lane128 operator +(Lane128 a, Lane128 b) => BitCast<V, Lane128>(a._value + b._value);

    [MethodImpl(Inline)]
    public static Lane128 operator -(Lane128 a, Lane128 b) => BitCast<V, Lane128>(a._value - b._value);

    [MethodImpl(Inline)]
    public static Lane128 operator *(Lane128 a, Lane128 b) => BitCast<V, Lane128>(a._value * b._value);

    [MethodImpl(Inline)]
    public static Lane128 operator /(Lane128 a, Lane128 b) => BitCast<V, Lane128>(a._value / b._value);

    [MethodImpl(Inline)]
    public static Lane128 operator &(Lane128 a, Lane128 b) => BitCast<V, Lane128>(a._value & b._value);

    [MethodImpl(Inline)]
    public static Lane128 operator |(Lane128 a, Lane128 b) => BitCast<V, Lane128>(a._value | b._value);

    [MethodImpl(Inline)]
    public static Lane128 operator ^(Lane128 a, Lane128 b) => BitCast<V, Lane128>(a._value ^ b._value);

    [MethodImpl(Inline)]
    public static Lane128 operator -(Lane128 a) => BitCast<V, Lane128>(-a._value);

    [MethodImpl(Inline)]
    public static Lane128 FusedMultiplyAdd(Lane128 a, Lane128 b, Lane128 c) => BitCast<V, Lane128>(X.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static Lane128 MultiplyAdd(Lane128 a, Lane128 b, Lane128 c) => FusedMultiplyAdd(a, b, c);

    [MethodImpl(Inline)]
    public static Lane128 Abs(Lane128 a) => BitCast<V, Lane128>(X.Abs(a._value));

    [MethodImpl(Inline)]
    public static Lane128 Sqrt(Lane128 a) => BitCast<V, Lane128>(X.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static Lane128 Floor(Lane128 a) => BitCast<V, Lane128>(X.Floor(a._value));

    [MethodImpl(Inline)]
    public static Lane128 Least(Lane128 a, Lane128 b) => BitCast<V, Lane128>(X.MinNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static Lane128 Greatest(Lane128 a, Lane128 b) => BitCast<V, Lane128>(X.MaxNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static Lane128 IfLess(Lane128 a, Lane128 b, Lane128 then, Lane128 otherwise) =>
        BitCast<V, Lane128>(X.ConditionalSelect(X.LessThan(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lane128 IfAtMost(Lane128 a, Lane128 b, Lane128 then, Lane128 otherwise) =>
        BitCast<V, Lane128>(X.ConditionalSelect(X.LessThanOrEqual(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lane128 IfEqual(Lane128 a, Lane128 b, Lane128 then, Lane128 otherwise) =>
        BitCast<V, Lane128>(X.ConditionalSelect(X.Equals(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static bool AllLess(Lane128 a, Lane128 b) => X.LessThanAll(a._value, b._value);

    [MethodImpl(Inline)]
    public static Lane128 FromBits(long bits) => BitCast<V, Lane128>(X.Create(bits).AsDouble());

    [MethodImpl(Inline)]
    public static Lane128 AddBits(Lane128 a, Lane128 b) => BitCast<V, Lane128>((a._value.AsInt64() + b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Lane128 SubtractBits(Lane128 a, Lane128 b) => BitCast<V, Lane128>((a._value.AsInt64() - b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Lane128 ShiftLeft(Lane128 a, int count) => BitCast<V, Lane128>((a._value.AsInt64() << count).AsDouble());

    [MethodImpl(Inline)]
    public static Lane128 ShiftRight(Lane128 a, int count) => BitCast<V, Lane128>((a._value.AsInt64() >>> count).AsDouble());

    [MethodImpl(Inline)]
    public static Lane128 Scale(Lane128 a, Lane128 n) => Avx512F.VL.IsSupported ? BitCast<V, Lane128>(Avx512F.VL.Scale(a._value, n._value)) : Scaling.InTwoSteps(a, n);

    public static Lane128 Map<TFunction>(Lane128 a)
        where TFunction : IScalarFunction
        => LaneByLane.Map<V, TFunction>(a._value);
}
