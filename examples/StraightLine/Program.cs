using ProbModels;
using StraightLineExample;

var x = new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
var e = new double[] { 1, 2, 1, 2, 1, 2, 1, 2, 1, 2 };
var model = new StraightLineModel(x, e);
var mock = model.Simulate(1, new() { M = 2, C = 3 });
Console.WriteLine(string.Join(" ", mock.Y));
var posterior = model.Given(mock.Y);
double[] q = [0.3, -0.2];
foreach (var width in new[] { LaneWidth.Bits128, LaneWidth.Bits256, LaneWidth.Bits512 })
{
    var p = posterior.With(width);
    var g = new double[2];
    Console.WriteLine($"{p.LogDensity(q)} {p.LogDensity(q, g)} {string.Join(" ", g)}");
    for (int k = 0; k < 2; k++)
    {
        double[] a = [.. q], b = [.. q];
        a[k] += 1e-5; b[k] -= 1e-5;
        Console.WriteLine((p.LogDensity(a) - p.LogDensity(b)) / 2e-5);
    }
}
Console.WriteLine(posterior.Replay(q).LogDensity);
Console.WriteLine(string.Join(" ", posterior.Constrain(q)) + " -> " + string.Join(" ", posterior.Unconstrain(posterior.Constrain(q))));
