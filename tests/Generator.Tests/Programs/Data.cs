namespace ProbModels.Generator.Tests.Programs;

/// <summary>Numbers for a program's inputs and observables: each decided by the program's seed, a name and an index, whatever the sizes are.</summary>
internal sealed class Data(ulong seed, IReadOnlyDictionary<string, int> sizes)
{
    /// <summary>The value of an input or of an observable that is given: a number or an array.</summary>
    public object Of(Variable variable) => variable.Over.IsEmpty ? Element(variable, 0) : variable.Kind.Type switch
    {
        "int" => Elements<int>(variable),
        "long" => Elements<long>(variable),
        "bool" => Elements<bool>(variable),
        _ => Elements<double>(variable),
    };

    /// <summary>The value of an observable of which, in every third program, elements are missing. Counts and categories are whole: others may read them, and they cannot be inferred.</summary>
    public object WithGaps(Variable observable)
    {
        object whole = Of(observable);
        bool IsMissing(int index) => Share(observable.Name + " is missing", index) < 0.3;
        if (seed % 3 != 0) return whole;
        return whole switch
        {
            double number => IsMissing(0) ? double.NaN : number,
            double[] numbers => numbers.Select((number, i) => IsMissing(i) ? (double?)null : number).ToArray(),
            double[,] table => Gappy(table, IsMissing),
            _ => whole,
        };
    }

    private static double?[,] Gappy(double[,] table, Func<int, bool> isMissing)
    {
        var gappy = new double?[table.GetLength(0), table.GetLength(1)];
        for (int i = 0; i < table.Length; i++)
        {
            var (row, column) = (i / table.GetLength(1), i % table.GetLength(1));
            gappy[row, column] = isMissing(i) ? null : table[row, column];
        }

        return gappy;
    }

    /// <summary>The value of the input that is an extent.</summary>
    public object Of(Extent extent) => extent.IsMeasured
        ? Of(new Variable(extent.Name, Kind.Tame, [extent]))
        : sizes[extent.Name];

    private Array Elements<T>(Variable variable)
    {
        int rows = sizes[variable.Over[0].Name];
        if (variable.Over.Length == 1) return Enumerable.Range(0, rows).Select(i => (T)Element(variable, i)).ToArray();
        var table = new T[rows, sizes[variable.Over[1].Name]];
        for (int i = 0; i < table.Length; i++) table[i / table.GetLength(1), i % table.GetLength(1)] = (T)Element(variable, i);
        return table;
    }

    private object Element(Variable variable, int index)
    {
        double share = Share(variable.Name, index);
        return variable.Kind.Name switch
        {
            "tame" => 4 * share - 2,
            "unit" => 0.02 + 0.96 * share,
            "positive" => 0.05 + 4 * share,
            "moderate" => 0.5 + 1.5 * share,
            "integer" => (int)(9 * share),
            "index" => (int)(sizes[variable.Kind.Into!.Name] * share),
            "count" => (long)Math.Exp(5 * share) - 1,
            "condition" => share < 0.5,
            "binary" => (int)(2 * share),
            _ => (object)(6 * share - 3),
        };
    }

    /// <summary>A number from 0 to 1, without 1: the hash of a name and an index (FNV-1a, then the finalizer of SplitMix64).</summary>
    private double Share(string name, int index)
    {
        ulong hash = name.Aggregate(0xCBF29CE484222325 ^ seed, (hash, letter) => (hash ^ letter) * 0x100000001B3) + (ulong)index * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return ((hash ^ (hash >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
