namespace ProbModels;

/// <summary>The inverse mass matrix M⁻¹: the scale on which trajectories see the posterior.</summary>
/// <remarks>A component of the <see cref="Hamiltonian"/>: samplers know no more of it than what is written here.</remarks>
internal abstract class Metric
{
    /// <summary>Draws a momentum from N(0, M).</summary>
    public abstract void DrawMomentum(PhasePoint point, ChainRandom rng);

    /// <summary>Computes the velocity M⁻¹p of a point.</summary>
    /// <returns>The kinetic energy ½ pᵀM⁻¹p.</returns>
    public abstract double Kinetic(PhasePoint point);

    /// <summary>The first part of a leapfrog step: p' = p + ½ step ∇, q' = q + step M⁻¹p'.</summary>
    public abstract void KickAndDrift(PhasePoint from, double step, PhasePoint to);

    /// <summary>The last part of a leapfrog step: p += duration ∇, and the velocity.</summary>
    /// <returns>The kinetic energy ½ pᵀM⁻¹p.</returns>
    public abstract double Kick(PhasePoint point, double duration);
}
