using System.Text.RegularExpressions;

namespace ProbModels.Benchmarks.Tests;

/// <summary>What the runtime's compiler made of a method.</summary>
/// <param name="Name">The method, with its class.</param>
/// <param name="Tier">How hard the compiler tried, as in <c>FullOpts</c>.</param>
/// <param name="Blocks">Its instructions: a block is entered at its start and left at its end.</param>
internal sealed partial record MachineMethod(string Name, string Tier, IReadOnlyList<MachineBlock> Blocks)
{
    /// <summary>Reads what the runtime writes where <c>DOTNET_JitDisasm</c> names methods.</summary>
    public static IEnumerable<MachineMethod> Read(IEnumerable<string> listing)
    {
        string? name = null, tier = null;
        var lines = new List<string>();
        foreach (string line in listing)
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                if (name is not null) yield return new(name, tier!, Divide(lines));
                (name, tier) = (heading.Groups["name"].Value, heading.Groups["tier"].Value);
                lines.Clear();
            }
            else if (line.Length > 0 && line[0] != ';')
            {
                lines.Add(line);
            }
        }

        if (name is not null) yield return new(name, tier!, Divide(lines));
    }

    /// <summary>The loops: for each block to which a later one goes back, all blocks on the way from it to there.</summary>
    /// <remarks>
    /// An edge goes back where its target dominates its source. Blocks that the compiler has put elsewhere, because it thinks them rare, belong to
    /// a loop only where they lead back into it: what stands between a jump and its target says nothing.
    /// </remarks>
    public IReadOnlyList<MachineLoop> Loops()
    {
        var comeFrom = Blocks.Select(_ => new List<int>()).ToArray();
        foreach (var block in Blocks)
            foreach (int next in block.Next) comeFrom[next].Add(block.Number);
        var dominators = Dominators(comeFrom);
        var loops = new Dictionary<int, HashSet<int>>();
        foreach (var block in Blocks.Where(block => dominators[block.Number] is not null))
        {
            foreach (int head in block.Next.Where(dominators[block.Number]!.Contains))
            {
                if (!loops.TryGetValue(head, out var inside)) loops.Add(head, inside = [head]);
                var open = new Stack<int>([block.Number]);
                while (open.TryPop(out int at))
                {
                    if (!inside.Add(at)) continue;
                    foreach (int before in comeFrom[at].Where(before => dominators[before] is not null)) open.Push(before);
                }
            }
        }

        return [.. loops.Select(loop => new MachineLoop(
            [.. loop.Value.Order().SelectMany(number => Blocks[number].Instructions)],
            IsInnermost: !loops.Any(other => other.Key != loop.Key && loop.Value.Contains(other.Key))))];
    }

    /// <summary>For each block, those through which every way to it leads; null where none leads to it.</summary>
    private HashSet<int>?[] Dominators(List<int>[] comeFrom)
    {
        var dominators = new HashSet<int>?[Blocks.Count];
        dominators[0] = [0];
        for (bool hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            for (int at = 1; at < Blocks.Count; at++)
            {
                var known = comeFrom[at].Select(before => dominators[before]).OfType<HashSet<int>>().ToList();
                if (known.Count == 0) continue;
                var now = known.Skip(1).Aggregate(new HashSet<int>(known[0]), (common, other) =>
                {
                    common.IntersectWith(other);
                    return common;
                });
                now.Add(at);
                if (dominators[at] is { } before && before.SetEquals(now)) continue;
                dominators[at] = now;
                hasChanged = true;
            }
        }

        return dominators;
    }

    private static IReadOnlyList<MachineBlock> Divide(List<string> lines)
    {
        var instructions = new List<List<string>> { new() };
        var labels = new Dictionary<string, int>();
        foreach (string line in lines)
        {
            if (Label().Match(line) is { Success: true } label)
            {
                if (instructions[^1].Count > 0) instructions.Add([]);
                labels.Add(label.Groups["name"].Value, instructions.Count - 1);
            }
            else if (line.StartsWith("       ", StringComparison.Ordinal) && line.Trim() is { Length: > 0 } instruction && instruction[0] != ';')
            {
                instructions[^1].Add(instruction);
                if (instruction[0] == 'j' || instruction.StartsWith("ret", StringComparison.Ordinal)) instructions.Add([]);
            }
        }

        IEnumerable<int> Next(int number)
        {
            string last = instructions[number].LastOrDefault("");
            if (Jump().Match(last) is { Success: true } jump) yield return labels[jump.Groups["to"].Value];
            bool endsHere = last.StartsWith("jmp", StringComparison.Ordinal) || last.StartsWith("ret", StringComparison.Ordinal) || last.StartsWith("int3", StringComparison.Ordinal);
            if (!endsHere && number + 1 < instructions.Count) yield return number + 1;
        }

        return [.. instructions.Select((inside, number) => new MachineBlock(number, inside, [.. Next(number)]))];
    }

    [GeneratedRegex(@"^; Assembly listing for method (?<name>.*) \((?<tier>[^()]*)\)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<name>G_M\w+_IG\d+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^j\w+ +(SHORT )?(?<to>G_M\w+_IG\d+)")]
    private static partial Regex Jump();
}

/// <summary>Instructions that are executed one after the other.</summary>
/// <param name="Next">The blocks that may follow.</param>
internal sealed record MachineBlock(int Number, IReadOnlyList<string> Instructions, IReadOnlyList<int> Next);
