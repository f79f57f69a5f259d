namespace ProbModels.Benchmarks;

/// <summary>How the examples' models are given data, by name. The models make the data up: of the examples' sizes where these are small.</summary>
internal static class Examples
{
    private const int Rows = 2_000, Groups = 50, Days = 1_000;

    private static readonly double[] X = [.. Enumerable.Range(0, 32).Select(i => 0.3 * i)], Error = [.. Enumerable.Repeat(0.5, 32)];

    public static IReadOnlyDictionary<string, Func<Func<Posterior>>> Bindings { get; } = new Dictionary<string, Func<Func<Posterior>>>
    {
        ["StraightLine"] = () =>
        {
            var model = new StraightLineExample.StraightLineModel(X, Error);
            var y = model.Simulate(seed: 1).Y;
            return () => model.Given(y);
        },
        ["Reparametrised"] = () =>
        {
            var model = new ReparametrisedExample.LineByAngleModel(X, Error);
            var y = model.Simulate(seed: 1).Y;
            return () => model.Given(y);
        },
        ["ErrorsInX"] = () =>
        {
            var model = new ErrorsInXExample.LineWithErrorsInXModel(X, Error, Error);
            var y = model.Simulate(seed: 1).Y;
            return () => model.Given(y);
        },
        ["ErrorsInX, integrated"] = () =>
        {
            var model = new ErrorsInXExample.IntegratedLineModel(X, Error, Error);
            var y = model.Simulate(seed: 1).Y;
            return () => model.Given(y);
        },
        ["EightSchools"] = () =>
        {
            var model = new EightSchoolsExample.EightSchoolsModel([15, 10, 16, 11, 9, 11, 10, 18]);
            return () => model.Given([28, 8, -3, 7, -1, 1, 18, 12]);
        },
        ["VaryingIntercepts"] = () =>
        {
            var model = new VaryingInterceptsExample.VaryingInterceptsModel([.. Enumerable.Range(1, 85).Select(length => X[..(1 + length % 30)])]);
            var y = model.Simulate(seed: 1).Y;
            return () => model.Given(y);
        },
        ["Mixture"] = () =>
        {
            var model = new MixtureExample.TwoPopulationsModel(1_000);
            var y = model.Simulate(seed: 1).Y;
            return () => model.Given(y);
        },
        ["LogisticRegression"] = () =>
        {
            var model = new LogisticRegressionExample.LogisticRegressionModel(Covariates.StandardNormal(Rows, 20));
            var y = model.Simulate(seed: 1).Y;
            return () => model.Given(y);
        },
        ["PoissonMixed"] = () =>
        {
            var model = new PoissonMixedExample.PoissonMixedModel(Groups, GroupOf, Covariates.StandardNormal(Rows, 3));
            var y = model.Simulate(seed: 1, new() { Alpha = 0, Beta = [0, 0, 0], Sigma = 1 }).Y;
            return () => model.Given(y);
        },
        ["PoissonMixed, by level"] = () =>
        {
            var model = new PoissonMixedExample.PoissonMixedByLevelModel(Groups, GroupOf, Covariates.StandardNormal(Rows, 3));
            var y = model.Simulate(seed: 1, new() { Alpha = 0, Beta = [0, 0, 0], Sigma = 1 }).Y;
            return () => model.Given(y);
        },
        ["StochasticVolatility"] = () =>
        {
            var model = new StochasticVolatilityExample.StochasticVolatilityNonCentredModel(Days);
            var y = model.Simulate(seed: 1, new() { Mu = -1, Phi = 0.95, Sigma = 0.25 }).Y;
            return () => model.Given(y);
        },
        ["StochasticVolatility, centred"] = () =>
        {
            var model = new StochasticVolatilityExample.StochasticVolatilityModel(Days);
            var y = model.Simulate(seed: 1, new() { Mu = -1, Phi = 0.95, Sigma = 0.25 }).Y;
            return () => model.Given(y);
        },
        ["StarClusters"] = () =>
        {
            var survey = new StarClustersExample.Survey(seed: 1);
            return survey.WithCensored;
        },
    };

    private static int[] GroupOf => [.. Enumerable.Range(0, Rows).Select(row => row % Groups)];
}
