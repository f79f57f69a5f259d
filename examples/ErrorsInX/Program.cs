// A straight line through 32 points with errors in x and in y, in two forms: with the true places as latents, and with these integrated out.

using System.Globalization;
using ErrorsInXExample;
using ProbModels;
using ProbModels.Examples;

// Made from the data of StraightLine: ex = √(n₁² + n₂²) / 4 with standard normal n, and x off the true place by ex times another.
var data = CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "errors_in_x.csv"));
double[] x = data["x"], ex = data["ex"], y = data["y"], ey = data["ey"];

return new SamplingCommand("Samples the posterior of a straight line through points with errors in x and y.").Run(args, request =>
{
    var latent = new LineWithErrorsInXModel(x, ex, ey).Given(y).Sample(request.Options, request.Cancellation);
    var integrated = new IntegratedLineModel(x, ex, ey).Given(y).Sample(request.Options, request.Cancellation);

    request.Report(latent, [new("m", 2), new("c", 3.5)]);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                 latent places         integrated out
        m     {Moments(latent.Draws.M)}      {Moments(integrated.Draws.M)}
        c     {Moments(latent.Draws.C)}      {Moments(integrated.Draws.C)}
        """));
});

static string Moments(ScalarDraws site) => string.Create(CultureInfo.InvariantCulture, $"{site.Mean():F4} ± {site.StandardDeviation():F4}");
