using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A program that reads a model's inputs and its observations as the user gave them.</summary>
/// <param name="owner">Where the inputs are: as in <c>model.</c>.</param>
internal abstract class DataProgram(CodeWriter writer, ModelText text, Kernel kernel, string owner, NameScope names)
    : ScalarProgram(writer, kernel, names)
{
    protected ModelText Model => text;

    protected override string Leaf(Define leaf)
    {
        string symbol = leaf.Immediate.Symbol!;
        if (leaf.Op == Operations.Given) return symbol + "IsGiven";
        if (leaf.Op == Operations.Slot) return symbol + "Slots";
        if (leaf.Op == Operations.Imputed) return text.Imputed[symbol];
        if (leaf.Op == Operations.Input) return ModelText.Input(symbol, owner);
        if (leaf.Result.Type.IsArray) return text.LocalOf(symbol);
        return (leaf.Result.Type == IrType.Integer ? "(long)" : "") + $"{text.LocalOf(symbol)}[0]";
    }

    protected override bool IsLongLeaf(Define leaf) => text.IsLong(leaf);
}
