namespace ProbModels;

/// <summary>Replaces draws by normal scores of their ranks, after which heavy tails and odd scales no longer matter.</summary>
/// <remarks>Vehtari, Gelman, Simpson, Carpenter, Bürkner (2021), "Rank-normalization, folding, and localization", Bayesian Analysis 16(2), eq. (14).</remarks>
/// <param name="size">The number S of draws that are ranked together.</param>
internal sealed class RankNormalisation(int size)
{
    // Average ranks are multiples of one half. A score is computed when it is first asked for; threads that meet here write the same number.
    private readonly double[] _scores = new double[2 * size + 1];

    /// <summary>The scores of draws as they are.</summary>
    public static ChainMatrix Run(ChainMatrix draws) => new RankNormalisation(draws.Values.Length).Run(SortedDraws.Of(draws.Values), draws.Chains);

    /// <summary>Φ⁻¹((r − 3/8) / (S + 1/4)) for the rank r, ties averaged, of each of S draws. One NaN makes all NaN.</summary>
    /// <param name="sorted">The draws, sorted.</param>
    /// <param name="chains">The number of chains.</param>
    public ChainMatrix Run(SortedDraws sorted, int chains)
    {
        var (values, places) = (sorted.Values, sorted.Places);
        var scores = new double[size];
        if (size > 0 && double.IsNaN(values[^1])) Array.Fill(scores, double.NaN);
        else
            for (int first = 0, next; first < size; first = next)
            {
                next = first + 1;
                while (next < size && values[next] == values[first])
                    next++;
                double score = Score(twiceRank: first + 1 + next);
                for (int i = first; i < next; i++)
                    scores[places[i]] = score;
            }
        return new(scores, chains);
    }

    private double Score(int twiceRank)
    {
        // Zero, the score of the middle rank alone, doubles as "not yet computed".
        double score = _scores[twiceRank];
        return score != 0 ? score : _scores[twiceRank] = SpecialFunctions.NormalQuantile((0.5 * twiceRank - 0.375) / (size + 0.25));
    }
}
