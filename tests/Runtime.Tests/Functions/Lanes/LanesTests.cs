namespace ProbModels.Tests;

public class LanesTests
{
    [Fact]
    public void Every_width_has_the_same_text_but_for_its_name()
    {
        string expected = Operations("Lane512");
        Assert.Equal(expected, Operations("Lane256").Replace("256", "512").Replace("Avx512F.VL", "Avx512F"));
        Assert.Equal(expected, Operations("Lane128").Replace("128", "512").Replace("Avx512F.VL", "Avx512F"));
    }

    [Fact]
    public void A_single_number_has_the_operations_of_the_vector_that_it_lies_in()
    {
        const string FirstOperation = "operator +", LastOperation = "Map<TFunction>";
        string single = Operations("LaneSingle"), pair = Operations("Lane128").Replace("Lane128", "LaneSingle");
        Assert.Equal(pair[pair.IndexOf(FirstOperation)..pair.IndexOf(LastOperation)], single[single.IndexOf(FirstOperation)..single.IndexOf(LastOperation)]);
    }

    /// <summary>The text from the declaration on: above it are the aliases, and a summary that says how many numbers there are.</summary>
    private static string Operations(string name)
    {
        using var stream = typeof(LanesTests).Assembly.GetManifestResourceStream($"{name}.cs")!;
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd();
        return text[text.IndexOf("internal readonly struct")..];
    }
}
