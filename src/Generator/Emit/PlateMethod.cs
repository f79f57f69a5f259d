using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A plate as a method of its own, which computes all elements at once where they are few, and chunk by chunk where they are many.</summary>
/// <param name="text">The model's names.</param>
/// <param name="range">The method that computes a stretch of elements.</param>
/// <param name="name">The method's name.</param>
/// <param name="rangeName">The name of the method that computes a stretch.</param>
/// <param name="arrays">Where arrays are written.</param>
/// <param name="outer">How the caller writes a value from outside the plate.</param>
internal sealed class PlateMethod(ModelText text, PlateRange range, string name, string rangeName, PlateArrays arrays, Func<Value, string> outer)
{
    public void Write(CodeWriter writer)
    {
        WriteSummary(writer);
        string[] parameters =
        [
            $"{text.DataClass} data", $"{text.WorkspaceClass} workspace",
            .. range.Parameters.Select(PlateRange.Declared),
            .. range.Sums.Select(sum => $"out double {sum.Result}"),
            .. range.Rules.Select(rule => $"out bool {rule.Result}"),
        ];
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Braces($"private static void {name}({string.Join(", ", parameters)})"))
        {
            writer.Line($"int count = {outer(range.Loops[0].Extent)};");
            using (writer.Braces("if (count <= Chunks.Length)")) WriteWhole(writer);
            using (writer.Braces("else")) WriteChunks(writer);
            foreach (var loop in range.Loops) VectorLoop.WritePlaces(writer, loop, arrays, outer);
        }

        writer.Line();
        writer.Summary($"Elements of {name}.");
        range.Write(writer, rangeName);
    }

    private void WriteWhole(CodeWriter writer)
    {
        string[] arguments =
        [
            "data", "workspace", "0", "count",
            .. range.Parameters.Select(parameter => parameter.Name),
            .. range.Sums.Select(sum => $"out {sum.Result}"),
            .. range.Rules.Select(rule => $"out {rule.Result}"),
            .. range.Rows.Select(rows => $"{arrays.Targets[rows.Yield]}.Elements"),
        ];
        writer.Line($"{rangeName}({string.Join(", ", arguments)});");
    }

    private void WriteChunks(CodeWriter writer)
    {
        string[] columns = [.. range.Rows.Select(rows => $"{outer(rows.Yield.Matrix!.Value)}.Columns")];
        string Before(int matrix) => matrix == 0 ? "0" : string.Join(" + ", columns.Take(matrix));
        string[] inside =
        [
            "data", "workspace", "chunk.From", "chunk.To",
            .. range.Parameters.Select((parameter, i) => $"chunk.Number({i}){(IsCondition(parameter.Value) ? " != 0" : "")}"),
            .. range.Sums.Select((_, i) => $"out chunk.Sum({i})"),
            .. range.Rules.Select((_, i) => $"out chunk.Flag({i})"),
            .. columns.Select((count, i) => $"chunk.Rows({Before(i)}, {count})"),
        ];
        string[] arguments =
        [
            "count",
            $"[{string.Join(", ", range.Parameters.Select(parameter => IsCondition(parameter.Value) ? $"{parameter.Name} ? 1 : 0" : parameter.Name))}]",
            $"static (data, workspace, chunk) => {rangeName}({string.Join(", ", inside)})",
            .. Count("sums", range.Sums.Count),
            .. Count("flags", range.Rules.Count),
            .. columns.Length == 0 ? Array.Empty<string>() : [$"columns: {string.Join(" + ", columns)}"],
        ];
        writer.Line("var chunks = workspace.chunks;");
        writer.Line($"chunks.Run({string.Join(", ", arguments)});");
        foreach (var ((yield, result), i) in range.Sums.Select((sum, i) => (sum, i))) writer.Line($"{result} = chunks.{(yield.Kind == YieldKind.Max ? "Greatest" : "Sum")}({i});");
        foreach (var ((_, result), i) in range.Rules.Select((rule, i) => (rule, i))) writer.Line($"{result} = chunks.Flag({i});");
        foreach (var ((yield, _), i) in range.Rows.Select((rows, i) => (rows, i))) writer.Line($"chunks.Rows({Before(i)}, {arrays.Targets[yield]}.Elements);");
    }

    private static IEnumerable<string> Count(string name, int count) => count == 0 ? [] : [$"{name}: {count}"];

    private static bool IsCondition(Value value) => value.Type == IrType.Boolean;

    /// <summary>Writes what the plate computes, with the sites of the user's plate at the same line.</summary>
    private void WriteSummary(CodeWriter writer)
    {
        var loop = range.Loops[0];
        var plate = text.Model.Body.OfType<Loop>().FirstOrDefault(candidate => candidate.Source == loop.Source);
        if (plate is null)
        {
            writer.Summary($"{loop.Source.Text}.");
            return;
        }

        writer.Summary($"{loop.Source.Text}, line {loop.Source.Line}.");
        var sites = plate.Body.Select(statement => statement is Sample sample ? sample.Site : statement is Record record ? record.Site : null).Where(site => site is not null);
        foreach (string? site in sites) writer.Line($"// {Header.Equation(text, site!, loop)}");
    }
}
