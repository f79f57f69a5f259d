using EightSchoolsExample;
using ErrorsInXExample;
using LogisticRegressionExample;
using MixtureExample;
using PoissonMixedExample;
using ReparametrisedExample;
using StarClustersExample;
using StochasticVolatilityExample;
using StraightLineExample;
using VaryingInterceptsExample;

namespace ProbModels.Gpu.Tests;

/// <summary>The posteriors that the tests evaluate, the examples' models and others, given what they make up themselves.</summary>
internal static class Cases
{
    /// <summary>Every model of the examples has a row here: a test finds those that have none.</summary>
    private static readonly Dictionary<string, Func<Posterior>> All = new()
    {
        ["StraightLine"] = () => Given(new StraightLineModel(Numbers(20, -2, 2), Numbers(20, 0.5, 1)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["LineByAngle"] = () => Given(new LineByAngleModel(Numbers(20, -2, 2), Numbers(20, 0.5, 1)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["LineWithErrorsInX"] = () => Given(new LineWithErrorsInXModel(Numbers(9, -2, 2), Numbers(9, 0.5, 1), Numbers(9, 0.5, 1)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["IntegratedLine"] = () => Given(new IntegratedLineModel(Numbers(9, -2, 2), Numbers(9, 0.5, 1), Numbers(9, 0.5, 1)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["EightSchools"] = () => Given(new EightSchoolsModel(Numbers(8, 5, 20)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["LogisticRegression"] = () => Given(new LogisticRegressionModel(Table(21, 3)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["PoissonMixed"] = () => Given(new PoissonMixedModel(3, Indices(21, 3), Table(21, 2)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["PoissonMixedByLevel"] = () => Given(new PoissonMixedByLevelModel(3, Indices(21, 3), Table(21, 2)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["StarClusters"] = () => Given(new StarClustersModel(4, 0.01, Indices(30, 4), Numbers(30, 3.5, 4.5)), (model, made) => model.Given(made.Parallax, made.Counts), model => model.Simulate(1, new() { Slope = -5, Offset = 4, Spread = 1 })),
        ["StochasticVolatility"] = () => Given(new StochasticVolatilityModel(30), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["StochasticVolatilityNonCentred"] = () => Given(new StochasticVolatilityNonCentredModel(30), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["VaryingIntercepts"] = () => Given(new VaryingInterceptsModel([Numbers(3, -1, 1), [], Numbers(5, -1, 1), Numbers(1, 0, 1)]), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["TwoPopulations"] = () => Given(new TwoPopulationsModel(25), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["StraightLineWithGaps"] = () => Given(new StraightLineModel(Numbers(20, -2, 2), Numbers(20, 0.5, 1)), (model, made) => model.Given(WithGaps(made.Y)), model => model.Simulate(1)),
        ["Tides"] = () => Given(new TidesModel(12, 0.25), (model, made) => model.Given(made.Height, made.Flow), model => model.Simulate(1)),
        ["TidesWithGaps"] = () => Given(new TidesModel(12, 0.25), (model, made) => model.Given(WithGaps(made.Height), WithGaps(made.Flow)), model => model.Simulate(1)),
        ["Populations"] = () => Given(new PopulationsModel(Numbers(10, -2, 2), [-1, 0.5, 2]), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["Correlated"] = () => Given(new CorrelatedModel(3, Indices(14, 3), Numbers(14, -1, 1)), (model, made) => model.Given(made.Y), model => model.Simulate(1)),
        ["Long"] = () => Given(new LongModel(10, [.. Indices(10, 7).Select(i => i + 1L)]), (model, made) => model.Given(made.Counts, made.Waits, made.Shares, made.Hits), model => model.Simulate(1, new() { Shape = 1.5, Size = 2, Angle = 0.5, Freedom = 4, Offset = 0.25 })),
    };

    public static TheoryData<string> Names => new(All.Keys);

    public static Posterior Of(string name) => All[name]();

    private static Posterior Given<TModel, TMade>(TModel model, Func<TModel, TMade, Posterior> given, Func<TModel, TMade> simulate) => given(model, simulate(model));

    /// <summary>Evenly spread numbers that look irregular: multiples of the golden ratio, modulo 1.</summary>
    private static double[] Numbers(int count, double low, double high) =>
        [.. Enumerable.Range(1, count).Select(i => low + (high - low) * (i * 0.6180339887498949 % 1))];

    private static double[,] Table(int rows, int columns)
    {
        var numbers = Numbers(rows * columns, -1, 1);
        var table = new double[rows, columns];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++) table[row, column] = numbers[row * columns + column];
        return table;
    }

    private static int[] Indices(int count, int bound) => [.. Enumerable.Range(0, count).Select(i => i * 7 % bound)];

    private static double?[] WithGaps(double[] numbers) => [.. numbers.Select((number, i) => i % 5 == 3 ? (double?)null : number)];
}
