using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A stretch of a plate in one loop.</summary>
/// <param name="text">The model's names.</param>
/// <param name="loop">The plate.</param>
/// <param name="scopes">The kernel's definitions.</param>
/// <param name="arrays">Where arrays are written.</param>
/// <param name="outer">How the caller writes a value from outside the plate.</param>
internal sealed class PlateLoop(ModelText text, Loop loop, Scopes scopes, PlateArrays arrays, Func<Value, string> outer) : PlateRange
{
    private VectorLoop? _inside;

    public override IReadOnlyList<Loop> Loops => [loop];

    public override IReadOnlyList<(Value Value, string Name)> Parameters => Inside.Parameters;

    private VectorLoop Inside => _inside ??= new(text, loop, scopes, Names, arrays, outer);

    public override void Write(CodeWriter writer, string name)
    {
        writer.Line("[MethodImpl(Hot)]");
        using (writer.Braces($"private static void {name}({Signature(text)})"))
        {
            foreach (var (_, result) in Sums) writer.Line($"Partials {result}Partials = default;");
            foreach (var (_, result) in Rules) writer.Line($"{result} = true;");
            Inside.Write(
                writer,
                [.. Sums.Select(sum => (sum.Yield, Accumulator.Of(sum.Yield, sum.Result)))],
                [.. Rules.Select(rule => (rule.Rule, Accumulator.OfRule(rule.Result)))],
                accumulator => writer.Line(accumulator.Kind == Accumulated.Rule
                    ? $"{accumulator.Name} &= L.All({VectorLoop.Final(accumulator)});"
                    : $"{accumulator.Name}Partials.Put({VectorLoop.Final(accumulator)}, part);"));
            WriteTotals(writer);
        }
    }
}
