using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.Unsafe;
using V = System.Runtime.Intrinsics.Vector256<double>;
using X = System.Runtime.Intrinsics.Vector256;

namespace ProbModels;

/// <summary>Four numbers.</summary>
internal readonly struct Lane256(V value) : ILane<Lane256>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly V _value = value;

    public static bool IsSingle => false;

    [MethodImpl(Inline)]
    public static implicit operator Lane256(V value) => BitCast<V, Lane256>(value);

    [MethodImpl(Inline)]
    public static implicit operator V(Lane256 value) => value._value;

    [MethodImpl(Inline)]
    public static implicit operator Lane256(double value) => BitCast<V, Lane256>(X.Create(value));

    [MethodImpl(Inline)]
    public static Lane256 operator +(Lane256 a, Lane256 b) => BitCast<V, Lane256>(a._value + b._value);

    [MethodImpl(Inline)]
    public static Lane256 operator -(Lane256 a, Lane256 b) => BitCast<V, Lane256>(a._value - b._value);

    [MethodImpl(Inline)]
    public static Lane256 operator *(Lane256 a, Lane256 b) => BitCast<V, Lane256>(a._value * b._value);

    [MethodImpl(Inline)]
    public static Lane256 operator /(Lane256 a, Lane256 b) => BitCast<V, Lane256>(a._value / b._value);

    [MethodImpl(Inline)]
    public static Lane256 operator &(Lane256 a, Lane256 b) => BitCast<V, Lane256>(a._value & b._value);

    [MethodImpl(Inline)]
    public static Lane256 operator |(Lane256 a, Lane256 b) => BitCast<V, Lane256>(a._value | b._value);

    [MethodImpl(Inline)]
    public static Lane256 operator ^(Lane256 a, Lane256 b) => BitCast<V, Lane256>(a._value ^ b._value);

    [MethodImpl(Inline)]
    public static Lane256 operator -(Lane256 a) => BitCast<V, Lane256>(-a._value);

    [MethodImpl(Inline)]
    public static Lane256 FusedMultiplyAdd(Lane256 a, Lane256 b, Lane256 c) => BitCast<V, Lane256>(X.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static Lane256 MultiplyAdd(Lane256 a, Lane256 b, Lane256 c) => FusedMultiplyAdd(a, b, c);

    [MethodImpl(Inline)]
    public static Lane256 Abs(Lane256 a) => BitCast<V, Lane256>(X.Abs(a._value));

    [MethodImpl(Inline)]
    public static Lane256 Sqrt(Lane256 a) => BitCast<V, Lane256>(X.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static Lane256 Floor(Lane256 a) => BitCast<V, Lane256>(X.Floor(a._value));

    [MethodImpl(Inline)]
    public static Lane256 Least(Lane256 a, Lane256 b) => BitCast<V, Lane256>(X.MinNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static Lane256 Greatest(Lane256 a, Lane256 b) => BitCast<V, Lane256>(X.MaxNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static Lane256 IfLess(Lane256 a, Lane256 b, Lane256 then, Lane256 otherwise) =>
        BitCast<V, Lane256>(X.ConditionalSelect(X.LessThan(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lane256 IfAtMost(Lane256 a, Lane256 b, Lane256 then, Lane256 otherwise) =>
        BitCast<V, Lane256>(X.ConditionalSelect(X.LessThanOrEqual(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lane256 IfEqual(Lane256 a, Lane256 b, Lane256 then, Lane256 otherwise) =>
        BitCast<V, Lane256>(X.ConditionalSelect(X.Equals(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static bool AllLess(Lane256 a, Lane256 b) => X.LessThanAll(a._value, b._value);

    [MethodImpl(Inline)]
    public static Lane256 FromBits(long bits) => BitCast<V, Lane256>(X.Create(bits).AsDouble());

    [MethodImpl(Inline)]
    public static Lane256 AddBits(Lane256 a, Lane256 b) => BitCast<V, Lane256>((a._value.AsInt64() + b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Lane256 SubtractBits(Lane256 a, Lane256 b) => BitCast<V, Lane256>((a._value.AsInt64() - b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Lane256 ShiftLeft(Lane256 a, int count) => BitCast<V, Lane256>((a._value.AsInt64() << count).AsDouble());

    [MethodImpl(Inline)]
    public static Lane256 ShiftRight(Lane256 a, int count) => BitCast<V, Lane256>((a._value.AsInt64() >>> count).AsDouble());

    [MethodImpl(Inline)]
    public static Lane256 Scale(Lane256 a, Lane256 n) => Avx512F.VL.IsSupported ? BitCast<V, Lane256>(Avx512F.VL.Scale(a._value, n._value)) : Scaling.InTwoSteps(a, n);

    public static Lane256 Map<TFunction>(Lane256 a)
        where TFunction : IScalarFunction
        => LaneByLane.Map<V, TFunction>(a._value);
}
