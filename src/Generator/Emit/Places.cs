using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes sizes, conditions and the numbers of elements, which data alone decide, as C# of inputs and loops' indices.</summary>
internal sealed class Places
{
    private readonly Scopes _scopes;
    private readonly Dictionary<Value, string> _texts = [];

    public Places(Model model) => _scopes = new(model.Body);

    /// <summary>States how a loop's index, or an array that was computed before, is written.</summary>
    public void Set(Value value, string text) => _texts[value] = text;

    /// <param name="owner">Where the inputs are: as in <c>model.</c>; empty inside the model class.</param>
    public string Show(Value value, string owner)
    {
        if (_texts.TryGetValue(value, out string? text)) return text;
        var define = _scopes.DefinitionOf(value) ?? throw new InvalidOperationException("a size comes from inputs");
        if (define.Op == Operations.Integer) return define.Immediate.ToString();
        if (define.Op == Operations.Boolean) return define.Immediate.Number != 0 ? "true" : "false";
        if (define.Op == Operations.Input) return Input(define, owner);
        if (define.Op == Operations.Constant) return define.Immediate + "d";
        object[] arguments = [.. define.Arguments.Select(argument => Show(argument, owner))];
        return define.Op == Operations.Length ? $"{arguments[0]}.Length"
            : define.Op == Operations.Load ? AsInt(define.Result, $"{arguments[0]}[{arguments[1]}]")
            : "(" + string.Format((define.Op.InScalars ?? throw new InvalidOperationException($"{define.Op} is no part of a size")).Format, arguments) + ")";
    }

    private static string Input(Define define, string owner)
    {
        string field = ModelText.Input(define.Immediate.Symbol!, owner);
        return define.Result.Type.IsArray ? field : AsInt(define.Result, field);
    }

    /// <summary>A long that serves as a size must fit.</summary>
    private static string AsInt(Value value, string text) => value.Type == IrType.Integer ? $"checked((int){text})" : text;
}
