namespace ProbModels;

/// <summary>A stretch of a plate's elements, with the place for what they add up to.</summary>
/// <param name="plate">The plate.</param>
/// <param name="number">Which chunk of it.</param>
public readonly struct Chunk(Chunks plate, int number)
{
    /// <summary>The number of the first element.</summary>
    public int From => plate.StartOf(number);

    /// <summary>The number of the element after the last.</summary>
    public int To => plate.StartOf(number + 1);

    /// <summary>A number from outside the plate.</summary>
    public double Number(int i) => plate.Number(i);

    /// <summary>Receives a sum over the chunk's elements, or the greatest of them.</summary>
    public ref double Sum(int i) => ref plate.SumOf(number, i);

    /// <summary>Receives whether a rule holds for all of the chunk's elements.</summary>
    public ref bool Flag(int i) => ref plate.FlagOf(number, i);

    /// <summary>Receives the sum of the chunk's rows of a matrix.</summary>
    /// <param name="first">How many columns the plate's other matrices have, as far as they come before.</param>
    /// <param name="columns">How many columns this one has.</param>
    public Span<double> Rows(int first, int columns) => plate.RowsOf(number).Slice(first, columns);
}
