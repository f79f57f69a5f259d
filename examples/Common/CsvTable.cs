using System.Globalization;

namespace ProbModels.Examples;

/// <summary>Numbers in named columns, from a file of comma-separated values: a header line, then as many numbers in each line.</summary>
public sealed class CsvTable
{
    private readonly string _file;
    private readonly string[] _names;
    private readonly List<double[]> _rows;

    private CsvTable(string file, string[] names, List<double[]> rows) => (_file, _names, _rows) = (file, names, rows);

    /// <summary>One column, from the first row to the last.</summary>
    /// <exception cref="InputException">The file has no such column.</exception>
    public double[] this[string name]
    {
        get
        {
            int column = Array.IndexOf(_names, name);
            if (column < 0) throw new InputException($"{_file} has no column '{name}'; it has {string.Join(", ", _names)}.");
            return [.. _rows.Select(row => row[column])];
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or a line of it; the message says which, and why.</exception>
    public static CsvTable Read(string file)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be read: {failure.Message}");
        }

        if (lines.Length == 0) throw new InputException($"{file}: the file is empty; its first line must name the columns.");
        string[] names = Cells(lines[0]);
        if (names.Length != names.Distinct().Count()) throw new InputException($"{file}:1: two columns have the same name: {lines[0]}");

        var rows = new List<double[]>();
        for (int line = 1; line < lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(lines[line])) continue;
            string[] cells = Cells(lines[line]);
            if (cells.Length != names.Length)
                throw new InputException($"{file}:{line + 1}: {cells.Length} values where the header names {names.Length} columns.");
            rows.Add([.. cells.Select((cell, column) => Number(cell, $"{file}:{line + 1}: {names[column]}"))]);
        }
        return new(file, names, rows);
    }

    private static string[] Cells(string line) => line.Split(',', StringSplitOptions.TrimEntries);

    private static double Number(string cell, string place)
        => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new InputException($"{place} is '{cell}'; it must be a number, such as 3.5 or -1e-3.");
}
