namespace ProbModels;

/// <summary>A point of phase space with what was computed there.</summary>
internal sealed class PhasePoint(VectorArena arena, int index)
{
    /// <summary>How many vectors a point has.</summary>
    public const int Vectors = 4;

    /// <summary>Its place in the <see cref="PhasePointPool"/>.</summary>
    public int Index => index;

    /// <summary>The unconstrained position q.</summary>
    public readonly LaneVector Position = arena.Take();

    /// <summary>The momentum p, in forward time whichever way the trajectory was integrated.</summary>
    public readonly LaneVector Momentum = arena.Take();

    /// <summary>The velocity M⁻¹p.</summary>
    public readonly LaneVector Velocity = arena.Take();

    /// <summary>The gradient of the log density at the position.</summary>
    public readonly LaneVector Gradient = arena.Take();

    /// <summary>The log density at the position.</summary>
    public double LogDensity;

    /// <summary>The Hamiltonian: minus the log density plus the kinetic energy.</summary>
    public double Energy;

    /// <summary>In how many roles the point is still needed; see <see cref="PhasePointPool"/>.</summary>
    public int Holders;
}
