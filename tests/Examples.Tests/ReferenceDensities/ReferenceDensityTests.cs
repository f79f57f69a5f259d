using ProbModels.Tests;

namespace ProbModels.Examples.Tests.ReferenceDensities;

public class ReferenceDensityTests
{
    public static TheoryData<string> Names => ["line", "line_angle", "line_xerr", "eight_schools", "gauss", "logistic", "glmm_pois", "hr", "sv"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Log_densities_differ_between_points_as_the_reference_says(string name)
    {
        var model = ReferenceCase.Read(name);
        var points = model.Points.ToArray();
        Assert.Equal(8, points.Length);
        foreach (var point in points.Skip(1))
        {
            double expected = point.LogDensity - points[0].LogDensity;
            double actual = model.Posterior.LogDensity(point.Position) - model.Posterior.LogDensity(points[0].Position);

            // 1e-10 of the terms that were summed: the reference is good to 1e-12, and a wrong or missing term is far above that.
            Assert.Equal(expected, actual, 1e-10 * (model.SumOfMagnitudes(point.Position) + model.SumOfMagnitudes(points[0].Position)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_those_of_the_reference(string name)
    {
        var model = ReferenceCase.Read(name);
        var gradient = new double[model.Posterior.Dimension];
        foreach (var point in model.Points)
        {
            model.Posterior.LogDensity(point.Position, gradient);

            // 1e-9 of the largest component: the smaller ones are differences of terms as large as that.
            double tolerance = 1e-9 * point.Gradient.Max(Math.Abs);
            for (int i = 0; i < gradient.Length; i++)
                Assert.Equal(point.Gradient[i], gradient[i], tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiled_posteriors_agree_with_their_model_methods(string name)
    {
        var posterior = ReferenceCase.Read(name).Posterior;
        int count = posterior.Dimension < 50 ? 30 : 3; // each position costs 24 evaluations for each dimension
        Assert.Equal(count, PosteriorChecks.Of(posterior).AtRandomPositions(count));
    }
}
