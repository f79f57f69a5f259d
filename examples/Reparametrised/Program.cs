// The straight line again, by angle and distance from the origin; beside what is sampled the answer by quadrature.

using System.Globalization;
using ProbModels;
using ProbModels.Examples;
using ReparametrisedExample;
using StraightLineExample;

var data = CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "straight_line.csv"));
double[] x = data["x"], e = data["e"], y = data["y"];

return new SamplingCommand("Samples the posterior of a straight line whose prior favours no direction.").Run(args, request =>
{
    var fit = new LineByAngleModel(x, e).Given(y).Sample(request.Options, request.Cancellation);
    var exact = ExactMoments.Of(ClosedForm.Of(x, e, y));

    request.Report(fit, [new("m", 2), new("c", 3.5)]);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"By quadrature: m = {exact.M:F4} ± {exact.SdM:F4}, c = {exact.C:F4} ± {exact.SdC:F4}."));
});
