namespace ProbModels.Tests;

/// <summary>
/// NUTS as textbooks write it: by recursion, with all points and momentum sums kept, nothing reused. It takes random numbers in the order in
/// which the iterative form does, so that both must make the same draws.
/// </summary>
internal sealed class RecursiveNuts(Hamiltonian hamiltonian, int dimension, int maxDepth)
{
    private double _startEnergy;
    private int _leapfrogs;

    /// <summary>A stretch of trajectory in forward time, its momentum sum and its weight.</summary>
    private sealed record Tree(PhasePoint Left, PhasePoint Right, double[] Sum, double Weight, PhasePoint Proposal);

    public (PhasePoint Draw, int Leapfrogs, int Depth) Run(PhasePoint start, double stepSize, ChainRandom rng)
    {
        hamiltonian.RefreshMomentum(start, rng);
        (_startEnergy, _leapfrogs) = (start.Energy, 0);
        var tree = Leaf(start);
        int depth = 0, direction = 1;
        bool extends = true;
        while (extends && depth < maxDepth)
        {
            if (rng.NextUniform() < 0.5) direction = -direction;
            var end = direction > 0 ? tree.Right : tree.Left;
            if (Build(end, depth, direction * stepSize, rng) is not { } added) break;
            depth++;
            var proposal = rng.NextUniform() * tree.Weight < added.Weight ? added.Proposal : tree.Proposal;
            (tree, extends) = Join(tree, added, direction > 0, proposal);
        }
        return (tree.Proposal, _leapfrogs, depth);
    }

    private Tree? Build(PhasePoint end, int depth, double step, ChainRandom rng)
    {
        if (depth == 0)
        {
            var point = NewPoint();
            hamiltonian.Leapfrog(end, step, point);
            _leapfrogs++;
            return point.Energy - _startEnergy <= 1000 ? Leaf(point) : null;
        }

        bool forward = step > 0;
        if (Build(end, depth - 1, step, rng) is not { } nearer) return null;
        if (Build(forward ? nearer.Right : nearer.Left, depth - 1, step, rng) is not { } farther) return null;
        var proposal = rng.NextUniform() * (nearer.Weight + farther.Weight) < farther.Weight ? farther.Proposal : nearer.Proposal;
        var (tree, extends) = Join(nearer, farther, forward, proposal);
        return extends ? tree : null;
    }

    private static (Tree Tree, bool Extends) Join(Tree nearer, Tree farther, bool forward, PhasePoint proposal)
    {
        var (left, right) = forward ? (nearer, farther) : (farther, nearer);
        var sum = Add(left.Sum, right.Sum);
        bool extends = MoveApart(left.Left, right.Right, sum)
            && MoveApart(left.Left, right.Left, Add(left.Sum, right.Left.Momentum.Span))
            && MoveApart(left.Right, right.Right, Add(right.Sum, left.Right.Momentum.Span));
        return (new(left.Left, right.Right, sum, nearer.Weight + farther.Weight, proposal), extends);
    }

    private static bool MoveApart(PhasePoint left, PhasePoint right, double[] sum)
        => Dot(left.Velocity.Span, sum) > 0 && Dot(right.Velocity.Span, sum) > 0;

    private Tree Leaf(PhasePoint point)
        => new(point, point, point.Momentum.Span.ToArray(), Math.Exp(_startEnergy - point.Energy), point);

    private PhasePoint NewPoint() => new(new VectorArena(dimension, PhasePoint.Vectors), index: 0);

    private static double[] Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = new double[x.Length];
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] + y[i];
        return sum;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
