using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Counter-based random numbers: Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").</summary>
/// <remarks>
/// A mutable value: pass it by <c>ref</c>; a copy repeats the same numbers. Only integer arithmetic and correctly rounded operations
/// are used, so the same seed gives the same bits on every machine.
/// </remarks>
public partial struct Philox
{
    private const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57;
    private const uint KeyStepA = 0x9E3779B9, KeyStepB = 0xBB67AE85;
    private const int Rounds = 10;

    private readonly ulong _seed;
    private readonly ulong _stream;
    private ulong _block;
    private ulong _pending;
    private double _spareNormal;
    private bool _hasPending;
    private bool _hasSpareNormal;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">The key of the generator.</param>
    /// <param name="stream">
    /// The upper half of the counter: two streams of one seed share no counter, and so no block of numbers, within 2⁶⁵ numbers each.
    /// </param>
    public Philox(ulong seed, ulong stream) => (_seed, _stream) = (seed, stream);

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        if (_hasPending)
        {
            _hasPending = false;
            return _pending;
        }

        (ulong first, _pending) = Block(_block++, _stream, _seed);
        _hasPending = true;
        return first;
    }

    /// <summary>32 random bits; they use up 64.</summary>
    public uint NextUInt32() => (uint)(NextUInt64() >> 32);

    /// <summary>A number in the open interval (0, 1): one of the multiples of 2⁻⁵³, all equally likely.</summary>
    public double NextOpen()
    {
        const double Step = 1.0 / (1L << 53);
        ulong multiple;
        do
            multiple = NextUInt64() >> 11;
        while (multiple == 0);
        return multiple * Step;
    }

    /// <summary>The block cipher itself: a 128-bit counter to 128 random bits.</summary>
    /// <param name="low">Counter words 0 and 1, word 0 in the lower half.</param>
    /// <param name="high">Counter words 2 and 3.</param>
    /// <param name="key">Key words 0 and 1.</param>
    /// <returns>Output words 0 and 1, then 2 and 3.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (ulong Low, ulong High) Block(ulong low, ulong high, ulong key)
    {
        var (c0, c1, c2, c3) = ((uint)low, (uint)(low >> 32), (uint)high, (uint)(high >> 32));
        var (keyA, keyB) = ((uint)key, (uint)(key >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            ulong a = (ulong)MultiplierA * c0;
            ulong b = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ keyA, (uint)b, (uint)(a >> 32) ^ c3 ^ keyB, (uint)a);
            keyA += KeyStepA;
            keyB += KeyStepB;
        }

        return (c0 | (ulong)c1 << 32, c2 | (ulong)c3 << 32);
    }
}
