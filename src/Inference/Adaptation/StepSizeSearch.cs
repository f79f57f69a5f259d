namespace ProbModels;

/// <summary>Finds a step size of the right order before adaptation starts.</summary>
internal static class StepSizeSearch
{
    private const double TargetAcceptance = 0.8;
    private const double Largest = 1e7;

    /// <summary>Doubles or halves the step until a single leapfrog crosses an acceptance of 0.8; a new momentum for each try.</summary>
    /// <remarks>Hoffman and Gelman (2014), algorithm 4, with the threshold that Stan uses.</remarks>
    /// <param name="hamiltonian">The motion.</param>
    /// <param name="start">The point to step from, evaluated; its momentum is changed.</param>
    /// <param name="scratch">A point to step to.</param>
    /// <param name="stepSize">The first to try.</param>
    /// <param name="rng">The chain's stream.</param>
    /// <exception cref="SamplingException">No step is small enough, or none too large.</exception>
    public static double Run(Hamiltonian hamiltonian, PhasePoint start, PhasePoint scratch, double stepSize, ChainRandom rng)
    {
        if (start.Position.Span.IsEmpty) return stepSize;
        bool grows = Accepts(hamiltonian, start, scratch, stepSize, rng);
        while (true)
        {
            stepSize = grows ? 2 * stepSize : 0.5 * stepSize;
            if (stepSize > Largest)
                throw new SamplingException(
                    "The log density hardly changes along a step of length 10,000,000: the posterior seems to be improper. "
                    + "Check that every latent enters the density of a site with a proper distribution.");
            if (stepSize == 0)
                throw new SamplingException(
                    "No step is small enough to keep the log density near its value at the start: it is discontinuous there, or its gradient is wrong.");
            if (Accepts(hamiltonian, start, scratch, stepSize, rng) != grows) return stepSize;
        }
    }

    private static bool Accepts(Hamiltonian hamiltonian, PhasePoint start, PhasePoint scratch, double stepSize, ChainRandom rng)
    {
        hamiltonian.RefreshMomentum(start, rng);
        hamiltonian.Leapfrog(start, stepSize, scratch);
        // False for a NaN, which a shorter step may avoid.
        return start.Energy - scratch.Energy > LogTarget;
    }

    private static readonly double LogTarget = ScalarFunctions.Log(TargetAcceptance);
}
