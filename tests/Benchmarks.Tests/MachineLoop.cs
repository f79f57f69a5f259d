using System.Text.RegularExpressions;

namespace ProbModels.Benchmarks.Tests;

/// <summary>A loop in machine code.</summary>
/// <param name="IsInnermost">Whether no loop is inside.</param>
internal sealed partial record MachineLoop(IReadOnlyList<string> Instructions, bool IsInnermost)
{
    public IEnumerable<string> Calls => Instructions.Where(instruction => instruction.StartsWith("call", StringComparison.Ordinal));

    /// <summary>Whether it computes with vectors of numbers.</summary>
    public bool IsOfVectors => Instructions.Any(instruction => Arithmetic().IsMatch(instruction));

    /// <summary>What goes between vector registers and the stack.</summary>
    public IEnumerable<string> Spills => Instructions.Where(instruction => Spill().IsMatch(instruction));

    [GeneratedRegex(@"^v(add|sub|mul|div|fn?m(add|sub)\w*)pd +[yz]mm")]
    private static partial Regex Arithmetic();

    [GeneratedRegex(@"^v\w+ .*\[(rsp|rbp)")]
    private static partial Regex Spill();
}
