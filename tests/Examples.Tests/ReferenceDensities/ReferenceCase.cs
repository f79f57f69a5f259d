using EightSchoolsExample;
using ErrorsInXExample;
using LogisticRegressionExample;
using PoissonMixedExample;
using ReparametrisedExample;
using StarClustersExample;
using StochasticVolatilityExample;
using StraightLineExample;

namespace ProbModels.Examples.Tests.ReferenceDensities;

/// <summary>Our posterior beside a reference for the same model and data.</summary>
internal sealed class ReferenceCase
{
    private readonly ReferenceFile _file;
    private readonly Func<double[], ReplayResult> _replay;
    private readonly int[] _order;

    private ReferenceCase(ReferenceFile file, Posterior posterior, Func<double[], ReplayResult> replay, int[] order)
        => (_file, Posterior, _replay, _order) = (file, posterior, replay, order);

    public Posterior Posterior { get; }

    /// <summary>The points of the reference, with their coordinates in our order.</summary>
    public IEnumerable<ReferencePoint> Points => _file.Points.Select(point => new ReferencePoint(Reorder(point.Position), point.LogDensity, Reorder(point.Gradient)));

    public static ReferenceCase Read(string name)
    {
        var file = ReferenceFile.Read(name);
        int[] sameOrder = [.. Enumerable.Range(0, file.Points[0].Position.Length)];
        return name switch
        {
            "line" => Of(file, new StraightLineModel(file["x"], file["e"]).Given(file["y"]), sameOrder),
            "line_angle" => Of(file, new LineByAngleModel(file["x"], file["e"]).Given(file["y"]), sameOrder),
            "line_xerr" => Of(file, new LineWithErrorsInXModel(file["X"], file["E_X"], file["E_Y"]).Given(file["Y"]), sameOrder),
            // The reference has the schools before mu and tau.
            "eight_schools" => Of(file, new EightSchoolsModel(file["sigma"]).Given(file["y"]), [8, 9, 0, 1, 2, 3, 4, 5, 6, 7]),
            "gauss" => Of(file, new LinearRegressionModel(file.Matrix("X")).Given(file["y"]), sameOrder),
            "logistic" => Of(file, new LogisticRegressionModel(file.Matrix("X")).Given(file.Integers("y")), sameOrder),
            "glmm_pois" => Of(file, new PoissonMixedModel(file.Integer("G"), file.Indices("group"), file.Matrix("X")).Given(file.Counts("y")), sameOrder),
            // No parallax is as small as -1, so none is censored, as in the reference.
            "hr" => Of(file, new StarClustersModel(file.Integer("K"), -1, file.Indices("cluster"), file["logtemp"]).Given(file["parallax"], file.Counts("counts")), sameOrder),
            "sv" => Of(file, new StochasticVolatilityModel(file.Integer("T")).Given(file["y"]), sameOrder),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such model."),
        };
    }

    /// <summary>The sum of the absolute values of all terms of the log density: the scale of its rounding error.</summary>
    public double SumOfMagnitudes(double[] position) => _replay(position).SumOfMagnitudes;

    private static ReferenceCase Of<TDraws, TPredictive>(ReferenceFile file, CompiledPosterior<TDraws, TPredictive> posterior, int[] order)
        where TDraws : IDraws
        => new(file, posterior, position => posterior.Replay(position), order);

    private double[] Reorder(double[] values) => Array.ConvertAll(_order, place => values[place]);
}
