using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>Independent standard normal coordinates: a posterior that costs next to nothing, so that the sampler's own cost shows.</summary>
internal sealed class StandardNormal(int dimension) : Posterior
{
    public override string ModelName => "StandardNormal";

    public override int Dimension => dimension;

    public override IReadOnlyList<Site> Sites { get; } = SiteTable.Build(("x", SiteKind.Latent, dimension));

    public override IReadOnlyList<string> Rules => [];

    public override double LogDensity(ReadOnlySpan<double> position, Workspace workspace) => LogDensity(position, new double[dimension], workspace);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace)
    {
        ref double x = ref MemoryMarshal.GetReference(position);
        ref double slope = ref MemoryMarshal.GetReference(gradient);
        var lanes = Vector512<double>.Zero;
        int i = 0;
        for (; i <= position.Length - 8; i += 8)
        {
            var eight = Vector512.LoadUnsafe(ref x, (nuint)i);
            (-eight).StoreUnsafe(ref slope, (nuint)i);
            lanes += eight * eight;
        }

        double squares = Lanes.Sum(lanes);
        for (; i < position.Length; i++)
        {
            double one = position[i];
            gradient[i] = -one;
            squares += one * one;
        }

        return -0.5 * squares;
    }

    public override void Constrain(ReadOnlySpan<double> position, Span<double> record, Workspace workspace) => position.CopyTo(record);

    public override void Unconstrain(ReadOnlySpan<double> record, Span<double> position) => record.CopyTo(position);
}
