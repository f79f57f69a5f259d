namespace ProbModels.Benchmarks;

/// <summary>Effects of coaching on test scores in eight schools, with their standard errors: Rubin (1981), table 1.</summary>
internal static class Schools
{
    public static double[] Effects => [28, 8, -3, 7, -1, 1, 18, 12];

    public static double[] Errors => [15, 10, 16, 11, 9, 11, 10, 18];

    /// <summary>The generated posterior.</summary>
    public static EightSchoolsPosterior Posterior() => new EightSchoolsModel(Errors).Given(Effects);
}
