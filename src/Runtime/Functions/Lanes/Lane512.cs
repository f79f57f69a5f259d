using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using V = System.Runtime.Intrinsics.Vector512<double>;
using X = System.Runtime.Intrinsics.Vector512;

namespace ProbModels;

/// <summary>Eight numbers.</summary>
internal readonly struct Lane512(V value) : ILane<Lane512>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly V _value = value;

    public static bool IsSingle => false;

    [MethodImpl(Inline)]
    public static implicit operator Lane512(V value) => new(value);

    [MethodImpl(Inline)]
    public static implicit operator V(Lane512 value) => value._value;

    [MethodImpl(Inline)]
    public static implicit operator Lane512(double value) => new(X.Create(value));

    [MethodImpl(Inline)]
    public static Lane512 operator +(Lane512 a, Lane512 b) => new(a._value + b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator -(Lane512 a, Lane512 b) => new(a._value - b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator *(Lane512 a, Lane512 b) => new(a._value * b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator /(Lane512 a, Lane512 b) => new(a._value / b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator &(Lane512 a, Lane512 b) => new(a._value & b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator |(Lane512 a, Lane512 b) => new(a._value | b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator ^(Lane512 a, Lane512 b) => new(a._value ^ b._value);

    [MethodImpl(Inline)]
    public static Lane512 operator -(Lane512 a) => new(-a._value);

    [MethodImpl(Inline)]
    public static Lane512 FusedMultiplyAdd(Lane512 a, Lane512 b, Lane512 c) => new(X.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static Lane512 Abs(Lane512 a) => new(X.Abs(a._value));

    [MethodImpl(Inline)]
    public static Lane512 Sqrt(Lane512 a) => new(X.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static Lane512 Floor(Lane512 a) => new(X.Floor(a._value));

    [MethodImpl(Inline)]
    public static Lane512 Least(Lane512 a, Lane512 b) => new(X.MinNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static Lane512 Greatest(Lane512 a, Lane512 b) => new(X.MaxNative(a._value, b._value));

    [MethodImpl(Inline)]
    public static Lane512 IfLess(Lane512 a, Lane512 b, Lane512 then, Lane512 otherwise) =>
        new(X.ConditionalSelect(X.LessThan(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lane512 IfAtMost(Lane512 a, Lane512 b, Lane512 then, Lane512 otherwise) =>
        new(X.ConditionalSelect(X.LessThanOrEqual(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lane512 IfEqual(Lane512 a, Lane512 b, Lane512 then, Lane512 otherwise) =>
        new(X.ConditionalSelect(X.Equals(a._value, b._value), then._value, otherwise._value));

    [MethodImpl(Inline)]
    public static bool AllLess(Lane512 a, Lane512 b) => X.LessThanAll(a._value, b._value);

    [MethodImpl(Inline)]
    public static Lane512 FromBits(long bits) => new(X.Create(bits).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 AddBits(Lane512 a, Lane512 b) => new((a._value.AsInt64() + b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 SubtractBits(Lane512 a, Lane512 b) => new((a._value.AsInt64() - b._value.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 ShiftLeft(Lane512 a, int count) => new((a._value.AsInt64() << count).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 ShiftRight(Lane512 a, int count) => new((a._value.AsInt64() >>> count).AsDouble());

    [MethodImpl(Inline)]
    public static Lane512 Scale(Lane512 a, Lane512 n) => Avx512F.IsSupported ? new(Avx512F.Scale(a._value, n._value)) : Scaling.InTwoSteps(a, n);
}
