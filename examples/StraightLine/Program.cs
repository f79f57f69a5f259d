using ProbModels;
using StraightLineExample;

var x = new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
var e = new double[] { 1, 2, 1, 2, 1, 2, 1, 2, 1, 2 };
var model = new StraightLineModel(x, e);
var fit = model.Given(model.Simulate(1, new() { M = 2, C = 3 }).Y).Sample(new() { Seed = 1 });
Console.WriteLine(fit.Summary());
Console.WriteLine(fit.Draws.M.Mean());
