namespace ProbModels.Tests;

public class MissingElementsTests
{
    [Fact]
    public void Elements_are_named_as_the_shape_names_them()
    {
        Assert.Equal("y: 3 of 32 missing, rows 4, 9, 17", new MissingElements("y", 32, [4, 9, 17]).ToString());
        Assert.Equal("y: 1 of 8 missing, row 4", new MissingElements("y", 8, [4]).ToString());
        Assert.Equal("y: 2 of 6 missing, elements [0,2], [1,0]", new MissingElements("y", [2, 3], [2, 3]).ToString());
        Assert.Equal("y: 1 of 5 missing, element [2][1]", new MissingElements("y", SiteShape.OfGroups(2, 0, 3), [3]).ToString());
        Assert.Equal("y: all 8 missing", new MissingElements("y", 8, [.. Enumerable.Range(0, 8)]).ToString());
        Assert.Equal("flag: missing", new MissingElements("flag", SiteShape.Scalar, [0]).ToString());
    }

    [Fact]
    public void Of_many_elements_the_first_are_named() =>
        Assert.Equal("y: 20 of 100 missing, rows 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22 and 8 more", new MissingElements("y", 100, [.. Enumerable.Range(0, 20).Select(i => 2 * i)]).ToString());
}
