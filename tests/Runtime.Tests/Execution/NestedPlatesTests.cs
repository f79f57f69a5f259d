namespace ProbModels.Tests;

public class NestedPlatesTests
{
    private static readonly NestedModel Model = new(2, 3, [2, 0, 4]);

    [Fact]
    public void A_replay_finds_each_element_at_its_place_in_the_position_and_the_data()
    {
        double[] position = [0.5, 1, -2, 3, 0.25, 4, -1];
        double[] y = [1.5, 3, 3, 4.5, 4, 5.25];
        var replay = Replay.Run(Model, [null, null, null, y], new int[]?[4], position, backwards: false);

        double[] totals = [1 - 2 + 3, 0.25 + 4 - 1];
        Assert.Equal([.. position, .. totals], replay.Record);

        // Groups 0, 1 and 2 belong to the rows 0, 1 and 0.
        double[] means = [totals[0], totals[0] + 1, totals[0], totals[0] + 1, totals[0] + 2, totals[0] + 3];
        Assert.Equal(y.Zip(means, (value, mean) => LogNormal(value, mean, 0.5)).Sum(), replay.Contributions[2].LogDensity, 1e-12);
        Assert.Equal(position.Skip(1).Sum(theta => LogNormal(theta, position[0], 2)), replay.Contributions[1].LogDensity, 1e-12);
    }

    [Fact]
    public void A_replay_may_go_backwards_through_nested_plates()
    {
        double[] position = [0.5, 1, -2, 3, 0.25, 4, -1];
        double[] y = [1.5, 3, 3, 4.5, 4, 5.25];
        var forwards = Replay.Run(Model, [null, null, null, y], new int[]?[4], position, backwards: false);
        var backwards = Replay.Run(Model, [null, null, null, y], new int[]?[4], position, backwards: true);

        // A sum of seven numbers in another order.
        Assert.Equal(forwards.LogDensity, backwards.LogDensity, 1e-12);
        Assert.Equal(forwards.Record, backwards.Record, (a, b) => Math.Abs(a - b) <= 1e-14);
    }

    [Fact]
    public void A_broken_rule_names_the_element_by_its_indices()
    {
        var replay = Replay.Run(Model, [null, null, null, [1, 2, 3, 4, double.PositiveInfinity, 6]], new int[]?[4], new double[7], backwards: false);
        Assert.StartsWith("y[2][2]: ", replay.Contributions[2].FirstProblem);
    }

    private static double LogNormal(double x, double mean, double sd) =>
        -0.5 * Math.Log(2 * Math.PI) - Math.Log(sd) - (x - mean) * (x - mean) / (2 * sd * sd);
}
