namespace ProbModels;

/// <summary>A matrix that was bound to a model: as it was given, and row after row.</summary>
/// <param name="original">A copy of what was given; nobody else holds it.</param>
public sealed class InputMatrix<T>(T[,] original)
{
    /// <summary>The matrix as the model method takes it.</summary>
    public T[,] Original => original;

    /// <summary>All elements, row after row.</summary>
    public T[] Elements { get; } = [.. original.Cast<T>()];

    /// <summary>The number of rows.</summary>
    public int Rows => original.GetLength(0);

    /// <summary>The number of columns.</summary>
    public int Columns => original.GetLength(1);
}
