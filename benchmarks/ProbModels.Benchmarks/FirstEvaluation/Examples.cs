namespace ProbModels.Benchmarks;

/// <summary>The examples' posteriors, by name, with data that the models make up: of the examples' sizes where these are small.</summary>
internal static class Examples
{
    private const int Rows = 2_000, Groups = 50, Days = 1_000;

    private static readonly double[] X = [.. Enumerable.Range(0, 32).Select(i => 0.3 * i)], Error = [.. Enumerable.Repeat(0.5, 32)];

    public static IReadOnlyDictionary<string, Func<Posterior>> Posteriors { get; } = new Dictionary<string, Func<Posterior>>
    {
        ["StraightLine"] = () =>
        {
            var model = new StraightLineExample.StraightLineModel(X, Error);
            return model.Given(model.Simulate(seed: 1).Y);
        },
        ["Reparametrised"] = () =>
        {
            var model = new ReparametrisedExample.LineByAngleModel(X, Error);
            return model.Given(model.Simulate(seed: 1).Y);
        },
        ["ErrorsInX"] = () =>
        {
            var model = new ErrorsInXExample.LineWithErrorsInXModel(X, Error, Error);
            return model.Given(model.Simulate(seed: 1).Y);
        },
        ["ErrorsInX, integrated"] = () =>
        {
            var model = new ErrorsInXExample.IntegratedLineModel(X, Error, Error);
            return model.Given(model.Simulate(seed: 1).Y);
        },
        ["EightSchools"] = () => new EightSchoolsExample.EightSchoolsModel([15, 10, 16, 11, 9, 11, 10, 18]).Given([28, 8, -3, 7, -1, 1, 18, 12]),
        ["VaryingIntercepts"] = () =>
        {
            var model = new VaryingInterceptsExample.VaryingInterceptsModel([.. Enumerable.Range(1, 85).Select(length => X[..(1 + length % 30)])]);
            return model.Given(model.Simulate(seed: 1).Y);
        },
        ["Mixture"] = () =>
        {
            var model = new MixtureExample.TwoPopulationsModel(1_000);
            return model.Given(model.Simulate(seed: 1).Y);
        },
        ["LogisticRegression"] = () =>
        {
            var model = new LogisticRegressionExample.LogisticRegressionModel(Covariates.StandardNormal(Rows, 20));
            return model.Given(model.Simulate(seed: 1).Y);
        },
        ["PoissonMixed"] = () =>
        {
            var model = new PoissonMixedExample.PoissonMixedModel(Groups, GroupOf, Covariates.StandardNormal(Rows, 3));
            return model.Given(model.Simulate(seed: 1, new() { Alpha = 0, Beta = [0, 0, 0], Sigma = 1 }).Y);
        },
        ["PoissonMixed, by level"] = () =>
        {
            var model = new PoissonMixedExample.PoissonMixedByLevelModel(Groups, GroupOf, Covariates.StandardNormal(Rows, 3));
            return model.Given(model.Simulate(seed: 1, new() { Alpha = 0, Beta = [0, 0, 0], Sigma = 1 }).Y);
        },
        ["StochasticVolatility"] = () =>
        {
            var model = new StochasticVolatilityExample.StochasticVolatilityNonCentredModel(Days);
            return model.Given(model.Simulate(seed: 1, new() { Mu = -1, Phi = 0.95, Sigma = 0.25 }).Y);
        },
        ["StochasticVolatility, centred"] = () =>
        {
            var model = new StochasticVolatilityExample.StochasticVolatilityModel(Days);
            return model.Given(model.Simulate(seed: 1, new() { Mu = -1, Phi = 0.95, Sigma = 0.25 }).Y);
        },
        ["StarClusters"] = () => new StarClustersExample.Survey(seed: 1).WithCensored(),
    };

    private static int[] GroupOf => [.. Enumerable.Range(0, Rows).Select(row => row % Groups)];
}
