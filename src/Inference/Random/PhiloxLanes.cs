using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProbModels;

/// <summary>Eight blocks of <see cref="Philox"/> at a time, one in each lane.</summary>
internal static class PhiloxLanes
{
    /// <summary>The count of blocks that are computed together; each gives two numbers of 64 bits.</summary>
    public const int Blocks = 8;

    private const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57;
    private const uint KeyStepA = 0x9E3779B9, KeyStepB = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>What a <see cref="Philox"/> with the same seed and stream draws from eight successive blocks.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="stream">The upper half of the counter.</param>
    /// <param name="block">The lower half of the counter, of the first block.</param>
    /// <returns>The first and the second number of each block.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<ulong> First, Vector512<ulong> Second) Draw(ulong seed, ulong stream, ulong block)
    {
        var lower = Vector512.Create(0xFFFF_FFFFul);
        var counter = Vector512.Create(block) + Vector512.Create(0ul, 1, 2, 3, 4, 5, 6, 7);
        var (c0, c1) = (counter & lower, counter >> 32);
        var (c2, c3) = (Vector512.Create(stream & 0xFFFF_FFFF), Vector512.Create(stream >> 32));
        var (keyA, keyB) = ((uint)seed, (uint)(seed >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            var a = Product(c0, MultiplierA);
            var b = Product(c2, MultiplierB);
            (c0, c1) = (b >> 32 ^ c1 ^ Vector512.Create((ulong)keyA), b & lower);
            (c2, c3) = (a >> 32 ^ c3 ^ Vector512.Create((ulong)keyB), a & lower);
            keyA += KeyStepA;
            keyB += KeyStepB;
        }
        return (c0 | c1 << 32, c2 | c3 << 32);
    }

    /// <summary>Multiplies numbers of 32 bits that stand in lanes of 64. Processors have an instruction for it that is faster than the general one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> x, uint multiplier)
    {
        var y = Vector512.Create((ulong)multiplier);
        if (Avx512F.IsSupported) return Avx512F.Multiply(x.AsUInt32(), y.AsUInt32());
        if (Avx2.IsSupported)
            return Vector512.Create(
                Avx2.Multiply(x.GetLower().AsUInt32(), y.GetLower().AsUInt32()),
                Avx2.Multiply(x.GetUpper().AsUInt32(), y.GetUpper().AsUInt32()));
        return x * y;
    }
}
