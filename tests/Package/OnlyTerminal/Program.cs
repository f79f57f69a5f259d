// The package with the terminal's display alone: ProbModels comes with it, the generator included.
using ProbModels;
using static ProbModels.Distributions;
using static ProbModels.Language;

var fit = new CoinModel(10).Given([1, 1, 0, 1, 1, 0, 1, 1, 1, 0]).Sample(new() { Seed = 1, Progress = new TerminalProgress() });
Console.WriteLine(fit.Summary());

public static class Coins
{
    [Model]
    public static int[] Coin(int tosses)
    {
        double logit = Sample(Normal(0, 2));
        var heads = new int[tosses];
        foreach (int i in Plate(tosses))
            heads[i] = Sample(BernoulliLogit(logit));
        return heads;
    }
}
