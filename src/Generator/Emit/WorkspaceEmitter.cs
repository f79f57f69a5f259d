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
            foreach (var (name, type, _) in plan.Columns) writer.Line($"internal readonly {type} {name};");
            if (plan.Columns.Count > 0) writer.Line();
            writer.Line($"internal {text.WorkspaceClass}({text.DataClass} data, int rules)");
            using (writer.Braces("    : base(rules)"))
                foreach (var (name, _, size) in plan.Columns) writer.Line($"{name} = new({size});");
        }

        return writer.ToString();
    }
}
