using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>The random numbers of one chain's transitions: uniform ones for choices, normal ones for momenta, each from a stream of its own.</summary>
/// <remarks>They are made in batches, several times faster than one by one; a batch is small enough to waste little in few dimensions.</remarks>
internal sealed class ChainRandom(ulong seed, ulong choices, ulong momenta)
{
    private const int BatchSize = 64;

    private readonly double[] _uniforms = new double[BatchSize];
    private readonly double[] _normals = new double[BatchSize];
    private ulong _uniformBlock, _normalBlock;
    private int _uniformsUsed = BatchSize, _normalsUsed = BatchSize;

    /// <summary>A number in the open interval (0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUniform()
    {
        if (_uniformsUsed == BatchSize) RefillUniforms();
        return _uniforms[_uniformsUsed++];
    }

    /// <summary>Fills a vector with standard normal numbers.</summary>
    public void FillNormal(Span<double> target)
    {
        while (!target.IsEmpty)
        {
            if (_normalsUsed == BatchSize) RefillNormals();
            int count = Math.Min(target.Length, BatchSize - _normalsUsed);
            _normals.AsSpan(_normalsUsed, count).CopyTo(target);
            _normalsUsed += count;
            target = target[count..];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void RefillUniforms()
    {
        for (int i = 0; i < BatchSize; i += 2 * PhiloxLanes.Blocks)
        {
            var (first, second) = PhiloxLanes.Draw(seed, choices, _uniformBlock);
            NormalLanes.Open(first).CopyTo(_uniforms, i);
            NormalLanes.Open(second).CopyTo(_uniforms, i + PhiloxLanes.Blocks);
            _uniformBlock += PhiloxLanes.Blocks;
        }
        _uniformsUsed = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void RefillNormals()
    {
        for (int i = 0; i < BatchSize; i += 2 * PhiloxLanes.Blocks)
        {
            var (first, second) = PhiloxLanes.Draw(seed, momenta, _normalBlock);
            var (cosines, sines) = NormalLanes.Transform(first, second);
            cosines.CopyTo(_normals, i);
            sines.CopyTo(_normals, i + PhiloxLanes.Blocks);
            _normalBlock += PhiloxLanes.Blocks;
        }
        _normalsUsed = 0;
    }
}
