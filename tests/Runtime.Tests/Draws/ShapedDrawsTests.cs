namespace ProbModels.Tests;

public class ShapedDrawsTests
{
    private static readonly Site Matrix = new("theta", SiteKind.Latent, [2, 3], 1);
    private static readonly Site Groups = new("y", SiteKind.Observable, SiteShape.OfGroups(2, 0, 4), 1);

    [Fact]
    public void A_matrix_of_draws_is_read_by_draw_and_by_element()
    {
        var store = Numbered();
        var theta = new MatrixDraws(store, Matrix);
        Assert.Equal((2, 5, 2, 3), (theta.Chains, theta.Draws, theta.Rows, theta.Columns));
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 5; draw++)
                for (int row = 0; row < 2; row++)
                    for (int column = 0; column < 3; column++)
                    {
                        double expected = store[chain, draw][1 + row * 3 + column];
                        Assert.Equal(expected, theta[chain, draw][row, column]);
                        Assert.Equal(expected, theta[chain, draw][row][column]);
                        Assert.Equal(expected, theta[row][column][chain, draw]);
                        Assert.Equal(theta[row][column].Mean(), theta.Mean()[row, column]);
                        Assert.Equal(theta[row][column].StandardDeviation(), theta.StandardDeviation()[row, column]);
                    }
    }

    [Fact]
    public void Groups_of_draws_are_read_by_draw_and_by_element()
    {
        var store = Numbered();
        var y = new RaggedDraws(store, Groups);
        Assert.Equal((2, 5, 3), (y.Chains, y.Draws, y.Groups));
        Assert.Equal([2, 0, 4], Enumerable.Range(0, 3).Select(group => y[group].Length));
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 5; draw++)
            {
                var groups = y[chain, draw];
                Assert.Equal(3, groups.Count);
                Assert.Equal(0, groups[1].Length);
                Assert.Equal(store[chain, draw][1..3], groups[0]);
                Assert.Equal(store[chain, draw][3..7], groups[2]);
                Assert.Equal(store[chain, draw][5], y[2][2][chain, draw]);
            }

        Assert.Equal([2, 0, 4], y.Mean().Select(group => group.Length));
        Assert.Equal(y[2].Mean(), y.Mean()[2]);
        Assert.Equal(y[2].StandardDeviation(), y.StandardDeviation()[2]);
    }

    [Fact]
    public void A_view_refuses_a_site_of_another_shape_and_an_index_outside()
    {
        var store = Numbered();
        Assert.Equal("y[3][2,0,4] is no matrix (Parameter 'site')", Assert.Throws<ArgumentException>(() => new MatrixDraws(store, Groups)).Message);
        Assert.Equal("theta[2,3] has no groups of unequal lengths (Parameter 'site')", Assert.Throws<ArgumentException>(() => new RaggedDraws(store, Matrix)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MatrixDraws(store, Matrix)[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RaggedDraws(store, Groups)[-1]);
    }

    [Fact]
    public void A_flat_record_becomes_the_arrays_of_the_model()
    {
        double[] flat = [3, 1, 4, 1, 5, 9];
        Assert.Equal(new long[,] { { 3, 1, 4 }, { 1, 5, 9 } }, Simulated.Matrix(Simulated.ToInt64(flat), [2, 3]));
        Assert.Equal(new double[,] { { 3, 1 }, { 4, 1 }, { 5, 9 } }, Simulated.Matrix(flat, [3, 2]));
        Assert.Equal([[3, 1], [], [4, 1, 5, 9]], Simulated.Groups(Simulated.ToInt32(flat), SiteShape.OfGroups(2, 0, 4)));
        Assert.Equal([[3.0, 1, 4], [1.0, 5, 9]], Simulated.Groups(flat, [2, 3]));
    }

    /// <summary>Seven numbers in each record, all different.</summary>
    private static DrawStore Numbered()
    {
        var store = new DrawStore(2, 5, 7);
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 5; draw++)
                for (int i = 0; i < 7; i++)
                    store[chain, draw][i] = Math.Sqrt(chain * 100 + draw * 10 + i);
        return store;
    }
}
