using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes a kernel as scalar code that one thread of a graphics processor runs for one chain.</summary>
/// <remarks>Arrays are parts of flat ones. Those of a chain lie interleaved with those of all others: element i at i · chains + chain, so that neighbouring threads read neighbouring numbers.</remarks>
internal sealed class GpuProgram : ScalarProgram
{
    private readonly ModelText _text;
    private readonly GpuLayout _layout;
    private readonly Dictionary<string, Storage> _storages = [];
    private readonly List<Scratch> _scratch = [];
    private string _logDensity = "";

    public GpuProgram(CodeWriter writer, ModelText text, Kernel kernel, GpuLayout layout)
        : base(writer, kernel, new NameScope([.. layout.Reserved]), output => !text.IsImputed(output.Symbol)) => (_text, _layout) = (text, layout);

    /// <summary>The scratch arrays that live at the same time, wherever one is made.</summary>
    public List<IReadOnlyList<Scratch>> Stacks { get; } = [];

    /// <summary>The numbers that the kernel hands out, as they are written at its end.</summary>
    public Dictionary<string, string> Numbers { get; } = [];

    /// <summary>Writes the statements and where the gradient goes, then the result.</summary>
    public void WriteBody()
    {
        Write();
        Writer.Line($"return {_logDensity};");
    }

    protected override string Leaf(Define leaf)
    {
        string symbol = leaf.Immediate.Symbol!;
        if (leaf.Op == Operations.Position) return PositionOf(symbol);
        if (!leaf.Result.Type.IsArray) return _layout.Number(symbol);
        string at = _layout.At(symbol);
        _storages[at] = new(leaf.Result.Type.Scalar == Scalar.Real || IsHeldAsNumbers(leaf) ? "reals" : "integers", at, () => _layout.Size(symbol), IsOfChain: false);
        return at;
    }

    protected override bool IsHeldAsNumbers(Define leaf) => leaf.Op == Operations.Bound && _text.Counts.Contains(leaf.Immediate.Symbol!);

    protected override bool IsLongLeaf(Define leaf) => IsHeldAsNumbers(leaf);

    protected override string ElementOf(string array, string index)
    {
        var storage = _storages[array];
        if (storage.Order is { } order) index = ElementOf(order, index);
        string place = storage.At == "0" ? index : index == "0" ? storage.At : $"{storage.At} + {index}";
        return !storage.IsOfChain ? $"{storage.View}[{place}]"
            : place == "0" ? $"{storage.View}[chain]"
            : place == "1" ? $"{storage.View}[chains + chain]"
            : IsName(place) ? $"{storage.View}[{place} * chains + chain]"
            : $"{storage.View}[({place}) * chains + chain]";
    }

    protected override string NewArray(string wish, IrType type, Value length, bool isCleared)
    {
        if (type != IrType.Real.ArrayOf) throw new NotOnDevicesException($"the array '{wish}' follows from latents and holds no real numbers; compute its elements where they are read");
        return Allocate(wish, length, Expressions.Text(length), isCleared);
    }

    protected override void Write(Define define)
    {
        if (define.Op == Operations.Position && !define.Result.Type.IsArray)
        {
            Expressions.Put(define, PlaceOf(define.Immediate.Symbol!, "position"), 4, isAlwaysLocal: true);
        }
        else if (define.Op == Operations.Length)
        {
            Expressions.Set(define.Result, _storages[Expressions.Text(define.Arguments[0])].Length());
        }
        else if (define.Op == Operations.Load)
        {
            string element = ElementOf(Expressions.Text(define.Arguments[0]), Expressions.Text(define.Arguments[1], 1));
            if (define.Result.Type == IrType.Boolean) Expressions.Put(define, $"({element} != 0)", 4);
            else if (define.Result.Type == IrType.Integer && Scopes.DefinitionOf(define.Arguments[0]) is { } leaf && IsHeldAsNumbers(leaf)) Expressions.Put(define, $"(long){element}", 3);
            else Expressions.Put(define, element, 4);
        }
        else if (define.Op == Operations.RowProduct)
        {
            WriteRowProduct(define);
        }
        else if (define.Op == Operations.Arrange || define.Op == Operations.Restore)
        {
            // Nothing is copied: whoever reads the array asks the order which row it is.
            string array = Expressions.Text(define.Arguments[0]), name = Names.Unique(array + "InOrder");
            _storages[name] = _storages[array] with { Order = Expressions.Text(define.Arguments[1]) };
            Expressions.Set(define.Result, name);
        }
        else
        {
            base.Write(define);
            if (define.Op == Operations.Zeros && _storages[Expressions.Text(define.Result)] is { View: "gradient" }) Clear(Expressions.Text(define.Result), Expressions.Text(define.Arguments[0]));
        }
    }

    protected override void Write(Loop loop)
    {
        base.Write(loop);

        // What the loop made for itself makes room.
        while (_scratch.Count > 0 && _scratch[_scratch.Count - 1].Depth > Loops.Count) _scratch.RemoveAt(_scratch.Count - 1);
    }

    protected override void Write(Yield yield, string target, string index)
    {
        if (yield.Kind != YieldKind.Rows)
        {
            base.Write(yield, target, index);
            return;
        }

        string weight = Expressions.Text(yield.Element), column = Names.Unique("j");
        if (!IsName(weight))
        {
            string name = Names.Unique("weight");
            Writer.Line($"double {name} = {weight};");
            weight = name;
        }

        using (Writer.Braces($"for (int {column} = 0; {column} < {Expressions.Text(yield.Size!.Value)}; {column}++)"))
            Writer.Line($"{ElementOf(target, column)} += {weight} * {ElementOfRow(yield.Matrix!.Value, index, column)};");
    }

    protected override void WriteOutput(Output output, string text)
    {
        if (output.Kind == OutputKind.LogDensity) _logDensity = text;
        else if (output.Kind == OutputKind.Gradient) Writer.Line($"{PlaceOf(output.Symbol, "gradient")} = {text};");
        else Numbers[output.Symbol] = text;
    }

    protected override string OpenOutput(Output output, string length)
    {
        string name = Names.Unique(Naming.Identifier(output.Symbol) + "Gradient");
        _storages[name] = new("gradient", _layout.OfData(_text.OffsetOf(output.Symbol, "data")), () => length, IsOfChain: true);
        return name;
    }

    protected override void CopyOutput(Output output, string array, bool isBound)
    {
        string index = Names.Unique("i"), target = Names.Unique(Naming.Identifier(output.Symbol) + "Gradient");
        string count = _layout.OfData(_text.CoordinateCountOf(output.Symbol, "data"));
        _storages[target] = new("gradient", _layout.OfData(_text.OffsetOf(output.Symbol, "data")), () => count, IsOfChain: true);
        string place = index;
        if (_storages[array].Order is { } order)
        {
            // In the order of a plate's rows: each goes back to its own.
            place = ElementOf(order, index);
            _storages[array] = _storages[array] with { Order = null };
        }

        Writer.Line($"for (int {index} = 0; {index} < {count}; {index}++) {ElementOf(target, place)} = {ElementOf(array, index)};");
    }

    protected override void WriteRequire(Require require, string condition, string subject, string? limit) =>
        Writer.Line($"if (!({condition})) return double.NegativeInfinity; // {require.Rule.Subject} at site {require.Rule.Site} must be {require.Rule.Requirement}");

    private static bool IsName(string written) => written.All(char.IsLetterOrDigit);

    private string PlaceOf(string latent, string view)
    {
        string key = Names.Unique(latent + "Place");
        _storages[key] = new(view, _layout.OfData(_text.OffsetOf(latent, "data")), () => "1", IsOfChain: true);
        return ElementOf(key, "0");
    }

    /// <summary>A latent's part of the position; for missing elements a copy, with a place for all that are given besides.</summary>
    private string PositionOf(string latent)
    {
        string at = _layout.OfData(_text.OffsetOf(latent, "data")), name = Names.Unique(Naming.Identifier(latent) + "Position");
        string length = _layout.Number(Naming.Identifier(latent) + "Length");
        _storages[name] = new("position", at, () => length, IsOfChain: true);
        if (!_text.IsImputed(latent)) return name;
        string copy = Allocate(latent, null, length, isCleared: true), index = Names.Unique("i");
        Writer.Line($"for (int {index} = 0; {index} < {_layout.OfData(_text.CoordinateCountOf(latent, "data"))}; {index}++) {ElementOf(copy, index)} = {ElementOf(name, index)};");
        return copy;
    }

    private string Allocate(string wish, Value? length, string lengthText, bool isCleared)
    {
        string name = Names.Unique(wish + "At"), at = _scratch.Count == 0 ? "0" : $"{_scratch[_scratch.Count - 1].Name} + {_scratch[_scratch.Count - 1].Text}";
        Writer.Line($"int {name} = {at};");
        _scratch.Add(new(name, length, lengthText, Loops.Count));
        Stacks.RemoveAll(stack => stack.SequenceEqual(_scratch.Take(stack.Count)));
        Stacks.Add([.. _scratch]);
        _storages[name] = new("scratch", name, () => lengthText, IsOfChain: true);
        if (isCleared) Clear(name, lengthText);
        return name;
    }

    private void Clear(string array, string length)
    {
        string index = Names.Unique("i");
        Writer.Line($"for (int {index} = 0; {index} < {length}; {index}++) {ElementOf(array, index)} = 0;");
    }

    private void WriteRowProduct(Define define)
    {
        string name = Names.Unique(define.Name ?? Naming.Describe(define.Result, Scopes.DefinitionOf) ?? "rowProduct"), column = Names.Unique("j");
        string matrix = Expressions.Text(define.Arguments[0]);
        Writer.Line($"double {name} = 0;");
        Writer.Line($"for (int {column} = 0; {column} < {_storages[matrix].Length()}; {column}++) {name} += {ElementOfRow(define.Arguments[0], Expressions.Text(define.Arguments[1], 3), column)} * {ElementOf(Expressions.Text(define.Arguments[2]), column)};");
        Expressions.Set(define.Result, name);
    }

    /// <summary>An element of a matrix, whose rows lie one after the other.</summary>
    private string ElementOfRow(Value matrix, string row, string column)
    {
        string array = Expressions.Text(matrix);
        return ElementOf(array, $"{row} * {_storages[array].Length()} + {column}");
    }

    /// <summary>A part of a flat array.</summary>
    /// <param name="View">The flat array.</param>
    /// <param name="At">Where the part begins.</param>
    /// <param name="Length">How its length, or the number of a matrix' columns, is written.</param>
    /// <param name="IsOfChain">Whether each chain has one.</param>
    private sealed record Storage(string View, string At, Func<string> Length, bool IsOfChain)
    {
        /// <summary>The order of rows in which it is read, or in which it is until it is handed out; null where it is as the user sees it.</summary>
        public string? Order { get; init; }
    }

    /// <summary>An array that lives for one evaluation, or for one iteration of a loop.</summary>
    /// <param name="Name">The local that holds where it begins.</param>
    /// <param name="Length">Its length; null where that is a number of the data.</param>
    /// <param name="Text">Its length as the kernel writes it.</param>
    /// <param name="Depth">How many loops stand around it.</param>
    public sealed record Scratch(string Name, Value? Length, string Text, int Depth);
}

/// <summary>A graphics processor cannot run a model.</summary>
/// <param name="reason">Why.</param>
internal sealed class NotOnDevicesException(string reason) : Exception(reason);
