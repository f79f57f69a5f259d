namespace ProbModels;

/// <summary>The draws of one number: chains x draws.</summary>
public sealed class ScalarDraws(DrawStore store, int offset)
{
    /// <summary>The number of chains.</summary>
    public int Chains => store.Chains;

    /// <summary>The number of draws of each chain.</summary>
    public int Draws => store.Draws;

    /// <summary>The value of one draw.</summary>
    public double this[int chain, int draw] => store[chain, draw][offset];

    /// <summary>The mean over all draws of all chains.</summary>
    public double Mean()
    {
        double sum = 0;
        for (int chain = 0; chain < Chains; chain++)
            for (int draw = 0; draw < Draws; draw++)
                sum += this[chain, draw];
        return sum / ((double)Chains * Draws);
    }

    /// <summary>The standard deviation over all draws of all chains (divisor n − 1).</summary>
    public double StandardDeviation()
    {
        double mean = Mean(), sum = 0;
        for (int chain = 0; chain < Chains; chain++)
            for (int draw = 0; draw < Draws; draw++)
            {
                double deviation = this[chain, draw] - mean;
                sum += deviation * deviation;
            }
        return Math.Sqrt(sum / ((double)Chains * Draws - 1));
    }

    /// <summary>The draws of one chain, in order.</summary>
    public double[] Chain(int chain)
    {
        var values = new double[Draws];
        for (int draw = 0; draw < Draws; draw++)
            values[draw] = this[chain, draw];
        return values;
    }

    /// <summary>All draws, chain after chain.</summary>
    public double[] ToArray()
    {
        var values = new double[Chains * Draws];
        for (int chain = 0; chain < Chains; chain++)
            Chain(chain).CopyTo(values, chain * Draws);
        return values;
    }
}
