namespace ProbModels;

/// <summary>Brings values to and from a simulation, for generated code.</summary>
public static class Simulated
{
    /// <summary>A scalar site's fixed value; null where it is drawn.</summary>
    public static double[]? Fixed(double? value) => value is { } number ? [number] : null;

    /// <summary>Counts. Records hold them exactly.</summary>
    public static long[] ToInt64(ReadOnlySpan<double> record)
    {
        var counts = new long[record.Length];
        for (int i = 0; i < counts.Length; i++) counts[i] = (long)record[i];
        return counts;
    }

    /// <summary>Categories and indices. Records hold them exactly.</summary>
    public static int[] ToInt32(ReadOnlySpan<double> record)
    {
        var categories = new int[record.Length];
        for (int i = 0; i < categories.Length; i++) categories[i] = (int)record[i];
        return categories;
    }
}
