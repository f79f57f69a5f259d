namespace ProbModels;

/// <summary>E-BFMI: the energy Bayesian fraction of missing information of one chain.</summary>
internal static class EnergyFraction
{
    /// <summary>Σ (E_i − E_{i−1})² / Σ (E_i − Ē)²: Betancourt (2016), "Diagnosing suboptimal cotangent disintegrations in Hamiltonian Monte Carlo".</summary>
    /// <returns>About 1 where each new momentum reaches all energies; below 0.3 the tails are explored too slowly. NaN for constant energies or fewer than two.</returns>
    public static double Of(ReadOnlySpan<double> energies)
    {
        double mean = Moments.Mean(energies), steps = 0, spread = 0;
        for (int i = 0; i < energies.Length; i++)
        {
            if (i > 0) steps += Square(energies[i] - energies[i - 1]);
            spread += Square(energies[i] - mean);
        }
        return energies.Length < 2 || spread == 0 ? double.NaN : steps / spread;
    }

    private static double Square(double x) => x * x;
}
