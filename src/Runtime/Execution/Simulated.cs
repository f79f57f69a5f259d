namespace ProbModels;

/// <summary>Brings values to and from a simulation, for generated code.</summary>
public static class Simulated
{
    /// <summary>A scalar site's fixed value; null where it is drawn.</summary>
    public static FixedValue? Fixed(double? value) => value is { } number ? new(SiteShape.Scalar, [number]) : null;

    /// <summary>A vector's fixed values; null where they are drawn.</summary>
    public static FixedValue? Fixed(double[]? values) => values is null ? null : new(values.Length, values);

    /// <summary>A matrix's fixed values; null where they are drawn.</summary>
    public static FixedValue? Fixed(double[,]? values) =>
        values is null ? null : new([values.GetLength(0), values.GetLength(1)], [.. values.Cast<double>()]);

    /// <summary>The fixed values of groups of unequal lengths; null where they are drawn.</summary>
    public static FixedValue? Fixed(double[][]? values) =>
        values is null ? null : new(SiteShape.OfGroups([.. values.Select(group => group.Length)]), [.. values.SelectMany(group => group)]);

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

    /// <summary>Elements that lie row after row as a matrix.</summary>
    /// <param name="elements">As many as the shape has.</param>
    /// <param name="shape">A rectangular shape of two axes.</param>
    public static T[,] Matrix<T>(T[] elements, SiteShape shape)
    {
        var matrix = new T[shape[0], shape[1]];
        for (int row = 0, next = 0; row < shape[0]; row++)
            for (int column = 0; column < shape[1]; column++)
                matrix[row, column] = elements[next++];
        return matrix;
    }

    /// <summary>Elements that lie group after group as an array for each group.</summary>
    /// <param name="elements">As many as the shape has.</param>
    /// <param name="shape">A ragged shape, or a rectangular one of two axes, whose rows then are the groups.</param>
    public static T[][] Groups<T>(T[] elements, SiteShape shape)
    {
        var groups = new T[shape[0]][];
        for (int group = 0; group < groups.Length; group++)
            groups[group] = shape.IsRagged
                ? elements[shape.GroupStarts[group]..shape.GroupStarts[group + 1]]
                : elements[(group * shape[1])..((group + 1) * shape[1])];
        return groups;
    }
}
