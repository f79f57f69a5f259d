using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>Eight schools by hand: one vector holds all schools.</summary>
internal sealed class HandWrittenSchools : Yardstick
{
    private const double MuVariance = 25, TauScale = 5;

    private readonly Vector512<double> _y, _w;
    private readonly double _constant;

    public HandWrittenSchools(double[] effects, double[] errors)
    {
        if (effects.Length != Vector512<double>.Count) throw new ArgumentException($"{effects.Length} schools; there must be eight", nameof(effects));
        _y = Vector512.Create(effects);
        _w = Vector512<double>.One / Vector512.Create(errors);
        _constant = -Math.Log(5) - Math.Log(Math.PI / 2 * TauScale) - errors.Sum(Math.Log) - 17 * HalfLogTwoPi;
    }

    /// <summary>The position is (mu, log tau, eight raw effects).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        double mu = position[0], logTau = position[1];
        var scale = VectorMath.Exp(Vector512.Create(logTau));
        double tau = scale.ToScalar();
        double odds = tau * tau * (1 / (TauScale * TauScale));

        var raw = Vector512.Create(position.Slice(2));
        var z = (_y - Vector512.FusedMultiplyAdd(scale, raw, Vector512.Create(mu))) * _w;
        var byTheta = z * _w;
        Vector512.FusedMultiplyAdd(scale, byTheta, -raw).CopyTo(gradient.Slice(2));
        double squares = Lanes.Sum(Vector512.FusedMultiplyAdd(z, z, raw * raw));
        double byMu = Lanes.Sum(byTheta);
        double byTau = Lanes.Sum(byTheta * raw);

        gradient[0] = byMu - mu * (1 / MuVariance);
        gradient[1] = 1 + tau * byTau - 2 * odds / (1 + odds);
        return _constant + logTau - VectorMath.Log(Vector512.Create(1 + odds)).ToScalar() - 0.5 * (squares + mu * mu * (1 / MuVariance));
    }
}
