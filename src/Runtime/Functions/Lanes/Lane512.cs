using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.Unsafe;
using V = System.Runtime.Intrinsics.Vector512<double>;
using X = System.Runtime.Intrinsics.Vector512;

namespace ProbModels;

/// <summary>Eight numbers.</summary>
/// <remarks>A vector becomes a lane type by a cast, not by its constructor: that would be one more call to inline for each operation, of which the compiler has enough.</remarks>
internal readonly struct Lane512(V value) : ILane<Lane512>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly V _value = value;

    public static bool IsSingle => false;

    [MethodImpl(Inline)]
    public static implicit operator Lane512(V value) => BitCast<V, Lane512>(value);

    [MethodImpl(Inline)]
    public static implicit operator V(Lane512 value) => value._value;

    [MethodImpl(Inline)]
    public static implicit operator Lane512(double value) => BitCast<V, Lane512>(X.Create(value));

    [MethodImpl(Inline)]
    public static Lane512 operator +(Lane512 a, Lane512 b) => BitCast<V, Lane512>(a._value + b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator -(Lane512 a, Lane512 b) => BitCast<V, Lane512>(a._value - b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator *(Lane512 a, Lane512 b) => BitCast<V, Lane512>(a._value * b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator /(Lane512 a, Lane512 b) => BitCast<V, Lane512>(a._value / b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator &(Lane512 a, Lane512 b) => BitCast<V, Lane512>(a._value & b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator |(Lane512 a, Lane512 b) => BitCast<V, Lane512>(a._value | b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator ^(Lane512 a, Lane512 b) => BitCast<V, Lane512>(a._value ^ b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator -(Lane512 a) => BitCast<V, Lane512>(-a._value);

    [MethodImpl(Inline)]
    public static Lane512 FusedMultiplyAdd(Lane512 a, Lane512 b, Lane512 c) => BitCast<V, Lane512>(X.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static Lane512 MultiplyAdd(Lane512 a, Lane512 b, Lane512 c) => FusedMultiplyAdd(a, b, c);

    [MethodImpl(Inline)]
    public static Lane512 Abs(Lane512 a) => BitCast<V, Lane512>(X.Abs(a._value));

    [MethodImpl(Inline)]
    public static Lane512 Sqrt(Lane512 a) => BitCast<V, Lane512>(X.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static Lane512 Floor(Lane512 a) => BitCast<V, Lane512>(X.Floor(a._value));

    [MethodImpl(Inline)]
    public static Lane512 Least(Lane512 a, Lane512 b) => BitCast<V, Lane512>(X.MinNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static Lane512 Greatest(Lane512 a, Lane512 b) => BitCast<V, Lane512>(X.MaxNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static Lane512 IfLess(Lane512 a, Lane512 b, Lane512 then, Lane512 otherwise) =>
        BitCast<V, Lane512>(X.ConditionalSelect(X.LessThan(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lane512 IfAtMost(Lane512 a, Lane512 b, Lane512 then, Lane512 otherwise) =>
        BitCast<V, Lane512>(X.ConditionalSelect(X.LessThanOrEqual(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lane512 IfEqual(Lane512 a, Lane512 b, Lane512 then, Lane512 otherwise) =>
        BitCast<V, Lane512>(X.ConditionalSelect(X.Equals(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static bool AllLess(Lane512 a, Lane512 b) => X.LessThanAll(a._value, b._value);

    [MethodImpl(Inline)]
    public static Lane512 FromBits(long bits) => BitCast<V, Lane512>(X.Create(bits).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 AddBits(Lane512 a, Lane512 b) => BitCast<V, Lane512>((a._value.AsInt64() + b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 SubtractBits(Lane512 a, Lane512 b) => BitCast<V, Lane512>((a._value.AsInt64() - b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 ShiftLeft(Lane512 a, int count) => BitCast<V, Lane512>((a._value.AsInt64() << count).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 ShiftRight(Lane512 a, int count) => BitCast<V, Lane512>((a._value.AsInt64() >>> count).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 Scale(Lane512 a, Lane512 n) => Avx512F.IsSupported ? BitCast<V, Lane512>(Avx512F.Scale(a._value, n._value)) : Scaling.InTwoSteps(a, n);

    public static Lane512 Map<TFunction>(Lane512 a)
        where TFunction : IScalarFunction
        => LaneByLane.Map<V, TFunction>(a._value);
}
