using ProbModels;
using StraightLineExample;

var x = new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
var e = new double[] { 1, 2, 1, 2, 1, 2, 1, 2, 1, 2 };
var model = new StraightLineModel(x, e);
var fit = model.Given(model.Simulate(1, new() { M = 2, C = 3 }).Y).Sample(new() { Seed = 1 });
Console.WriteLine(fit.Summary());
Console.WriteLine(model.Given().Sample(new() { Seed = 1 }).Summary());

var stars = new StarClustersModel(3, [0, 1, 2, 0, 1, 2, 0, 1, 2, 2, 1, 2], [.. Enumerable.Range(0, 12).Select(i => 3.5 + 0.05 * i)]);
var mock = stars.Simulate(seed: 2, new() { Slope = -8, Offset = 2, Spread = 0.5 });
Console.WriteLine(string.Join(" ", mock.Counts));
foreach (var posterior in new[] { stars.Given(mock.Parallax, mock.Counts), stars.Given(counts: mock.Counts), stars.Given() })
{
    var rng = new Random(1);
    for (int k = 0; k < 3; k++)
    {
        var q = new double[posterior.Dimension];
        for (int j = 0; j < q.Length; j++) q[j] = rng.NextDouble() * 4 - 2;
        var g = new double[q.Length];
        var r = posterior.Replay(q);
        Console.WriteLine($"{r.LogDensity} {r.SumOfMagnitudes}");
        foreach (var width in new[] { LaneWidth.Bits128, LaneWidth.Bits256, LaneWidth.Bits512 })
        {
            var p = posterior.With(width);
            double worst = 0;
            double v = p.LogDensity(q, g);
            for (int j = 0; j < q.Length; j++)
            {
                double[] a = [.. q], b = [.. q];
                a[j] += 1e-5;
                b[j] -= 1e-5;
                worst = Math.Max(worst, Math.Abs((p.LogDensity(a) - p.LogDensity(b)) / 2e-5 - g[j]) / Math.Max(1, Math.Abs(g[j])));
            }
            var record = p.Constrain(q);
            Console.WriteLine($"{p.LogDensity(q)} {v} {v - r.LogDensity} worst {worst} {record.Zip(r.Record, (a, b) => Math.Abs(a - b)).Max()} {p.Unconstrain(record).Zip(q, (a, b) => Math.Abs(a - b)).Max()}");
        }
    }
}
