namespace ProbModels.Benchmarks;

/// <summary>Evaluates each model once: enough for the runtime to compile its kernels, at which one may then look.</summary>
internal static class OneEvaluation
{
    public static int Run()
    {
        foreach (var (model, bind) in Contests.Standard)
        {
            var contest = bind();
            double value = contest.Generated.LogDensity(contest.Position(seed: 0, range: 0.5), new double[contest.Generated.Dimension]);
            if (!double.IsFinite(value))
            {
                Console.Error.WriteLine($"{model}: the log density is {value}");
                return 1;
            }
        }

        return 0;
    }
}
