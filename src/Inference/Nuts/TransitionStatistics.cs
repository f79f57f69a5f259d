namespace ProbModels;

/// <summary>What is known of one transition, beside the draw itself.</summary>
/// <param name="StepSize">The step size of its leapfrogs.</param>
/// <param name="Acceptance">The mean over its trajectory of min(1, e^(H₀ − H)): what warm-up brings to the target.</param>
/// <param name="Energy">The Hamiltonian at the draw.</param>
/// <param name="Leapfrogs">The number of leapfrogs, and so of gradients.</param>
/// <param name="Depth">The number of completed doublings.</param>
/// <param name="Divergent">Whether the trajectory ended where the energy was off by more than 1000, or not a number.</param>
public readonly record struct TransitionStatistics(double StepSize, double Acceptance, double Energy, int Leapfrogs, byte Depth, bool Divergent);
