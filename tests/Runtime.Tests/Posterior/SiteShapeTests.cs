namespace ProbModels.Tests;

public class SiteShapeTests
{
    [Fact]
    public void A_scalar_has_one_element_without_indices()
    {
        SiteShape shape = [];
        Assert.Equal((1, 0, false), (shape.Length, shape.Count, shape.IsRagged));
        Assert.Equal(("", ""), (shape.Subscript(0), shape.ToString()));
    }

    [Fact]
    public void Elements_of_a_rectangle_are_named_row_by_row()
    {
        SiteShape shape = [2, 3];
        Assert.Equal(["[0,0]", "[0,1]", "[0,2]", "[1,0]", "[1,1]", "[1,2]"], Names(shape));
        Assert.Equal("[2,3]", shape.ToString());
        Assert.Equal(["[0,0,0]", "[0,0,1]", "[0,1,0]", "[0,1,1]"], Names([1, 2, 2]));
    }

    [Fact]
    public void Elements_of_groups_are_named_by_group_and_place()
    {
        // Empty groups first, in the middle and last: no element may be named after one.
        var shape = SiteShape.OfGroups(0, 2, 0, 0, 1, 3, 0);
        Assert.Equal(["[1][0]", "[1][1]", "[4][0]", "[5][0]", "[5][1]", "[5][2]"], Names(shape));
        Assert.Equal("[7][0,2,0,0,1,3,0]", shape.ToString());
        Assert.Equal("[9][1,1,1,1,1,1,1,1,…]", SiteShape.OfGroups(1, 1, 1, 1, 1, 1, 1, 1, 1).ToString());
        Assert.Equal([0, 2, 0, 0, 1, 3, 0], Enumerable.Range(0, shape[0]).Select(shape.LengthOfGroup));
    }

    [Fact]
    public void Shapes_are_equal_where_their_elements_stand_alike()
    {
        Assert.Equal<SiteShape>([2, 3], [2, 3]);
        Assert.Equal(SiteShape.OfGroups(2, 1), SiteShape.OfGroups(2, 1));
        SiteShape[] different = [[], [6], [2, 3], [3, 2], SiteShape.OfGroups(3, 3), SiteShape.OfGroups(2, 4), SiteShape.OfGroups()];
        for (int i = 0; i < different.Length; i++)
            for (int j = 0; j < different.Length; j++)
                Assert.Equal(i == j, different[i].Equals(different[j]));
    }

    [Fact]
    public void A_shape_has_no_negative_size_and_no_more_elements_than_an_array()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SiteShape.Of([2, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SiteShape.OfGroups(2, -1));
        Assert.Throws<OverflowException>(() => SiteShape.Of([1 << 16, 1 << 16]));
        Assert.Throws<OverflowException>(() => SiteShape.OfGroups(int.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SiteShape.Of([2, 3]).Subscript(6));
    }

    [Fact]
    public void A_table_lays_sites_of_any_shape_one_after_the_other()
    {
        var sites = SiteTable.Build(("mu", SiteKind.Latent, null), ("theta", SiteKind.Latent, 4), ("slope", SiteKind.Derived, [2, 3]), ("y", SiteKind.Observable, SiteShape.OfGroups(2, 0, 1)));
        Assert.Equal([0, 1, 5, 11], sites.Select(site => site.Offset));
        Assert.Equal([1, 4, 6, 3], sites.Select(site => site.Length));
        Assert.Equal(["mu", "theta[3]", "slope[1,0]", "y[2][0]"], new[] { 0, 3, 3, 2 }.Select((element, i) => sites[i].ElementName(element)));
    }

    private static IEnumerable<string> Names(SiteShape shape) => Enumerable.Range(0, shape.Length).Select(shape.Subscript);
}
