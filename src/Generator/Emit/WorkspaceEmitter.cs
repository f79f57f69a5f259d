using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the class of the arrays that evaluations write.</summary>
internal static class WorkspaceEmitter
{
    public static string Write(ModelText text, WorkspacePlan plan)
    {
        var writer = text.Open([$"{text.Model.Name}: what an evaluation writes; one for each thread."], "global::ProbModels");
        writer.Summary($"Scratch memory for evaluations of {text.Model.Name}.");
        using (writer.Braces($"internal sealed class {text.WorkspaceClass} : Workspace"))
        {
            bool hasPlates = text.Program.Evaluations.SelectMany(kernel => kernel.Body).OfType<Loop>().Any(Passes.LoopShape.IsFlat);
            bool hasOwn = plan.Columns.Any(column => column.IsOfThread);
            foreach (var column in plan.Columns) writer.Line($"internal readonly {column.Type} {column.Name};");
            if (hasPlates) writer.Lines("", "/// <summary>Long plates, in chunks that threads may share.</summary>", $"internal readonly Chunks<{text.DataClass}, {text.WorkspaceClass}> chunks;");
            if (plan.Columns.Count > 0 || hasPlates) writer.Line();
            writer.Line($"internal {text.WorkspaceClass}({text.DataClass} data, int rules)");
            using (writer.Braces("    : base(rules)"))
            {
                foreach (var column in plan.Columns) writer.Line($"{column.Name} = new({column.Size});");
                if (hasPlates) writer.Line($"chunks = new(data, this, static {(hasOwn ? "(data, workspace) => new(data, workspace)" : "(_, workspace) => workspace")});");
            }

            if (hasPlates && hasOwn) WriteBeside(writer, text, plan);
        }

        return writer.ToString();
    }

    private static void WriteBeside(CodeWriter writer, ModelText text, WorkspacePlan plan)
    {
        writer.Line();
        writer.Summary("For a thread that helps: what plates hand to each other is the other workspace's, what they need for a tile is its own.");
        writer.Line($"private {text.WorkspaceClass}({text.DataClass} data, {text.WorkspaceClass} other)");
        using (writer.Braces("    : base(0)"))
        {
            foreach (var column in plan.Columns) writer.Line($"{column.Name} = {(column.IsOfThread ? $"new({column.Size})" : $"other.{column.Name}")};");
            writer.Line("chunks = other.chunks;");
        }
    }
}
