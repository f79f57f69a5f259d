// A straight line through 32 points with known errors: sampled, and beside it the answer in closed form.

using System.CommandLine;
using ProbModels;
using ProbModels.Examples;
using StraightLineExample;

var dataFile = new Option<FileInfo>("--data")
{
    Description = "A file of comma-separated values with columns x, e (standard deviations) and y.",
    DefaultValueFactory = _ => new(Path.Combine(AppContext.BaseDirectory, "straight_line.csv")),
};
var command = new SamplingCommand("Samples the posterior of a straight line through points with known errors in y.") { dataFile };

return command.Run(args, request =>
{
    var data = CsvTable.Read(request.Value(dataFile).FullName);
    double[] x = data["x"], e = data["e"], y = data["y"];

    var fit = new StraightLineModel(x, e).Given(y).Sample(request.Options, request.Cancellation);

    request.Report(fit);
    Console.WriteLine(new Comparison(fit.Draws, ClosedForm.Of(x, e, y)));
});
