namespace ProbModels.Generator.Ir;

/// <summary>Puts the bodies of functions in the place of their calls.</summary>
internal class CallInliner(Sequence<Function> functions) : Rewriter
{
    private readonly Dictionary<string, Function> _functions = functions.ToDictionary(function => function.Name);

    /// <summary>A function without calls.</summary>
    public static Function Run(Function function, Sequence<Function> helpers)
    {
        var inliner = new CallInliner(helpers);
        var parameters = function.Parameters.Select(parameter => inliner.Builder.Fresh(parameter.Type)).ToArray();
        var result = inliner.Inline(function, parameters);
        return new(function.Name, parameters.ToSequence(), inliner.Builder.Finish(), result);
    }

    protected override void Rewrite(Statement statement)
    {
        if (statement is Call call) Bind(call.Result, Inline(_functions[call.Function], Map(call.Arguments)));
        else base.Rewrite(statement);
    }
}
