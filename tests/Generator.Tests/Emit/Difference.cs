using System.Text;

namespace ProbModels.Generator.Tests;

/// <summary>The lines in which two texts differ, with what stands around them.</summary>
internal static class Difference
{
    private const int Around = 2;

    public static string Of(string name, string before, string after)
    {
        var lines = Compare(before.Split('\n'), after.Split('\n'));
        var text = new StringBuilder($"--- {name}\n");
        int last = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            bool isNear = Enumerable.Range(i - Around, 2 * Around + 1).Any(j => j >= 0 && j < lines.Count && lines[j].Mark != ' ');
            if (!isNear) continue;
            if (last >= 0 && last != i - 1) text.Append("  ...\n");
            text.Append(lines[i].Mark).Append(' ').Append(lines[i].Line).Append('\n');
            last = i;
        }

        return text.ToString();
    }

    /// <summary>By the longest common subsequence of lines.</summary>
    private static List<(char Mark, string Line)> Compare(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
            for (int j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var lines = new List<(char, string)>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add((' ', after[j]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', before[i++]));
            }
            else
            {
                lines.Add(('+', after[j++]));
            }
        }

        return lines;
    }
}
