using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads where arrays come from: inputs, <c>new</c>, and expressions on whole arrays.</summary>
internal sealed class ArrayReader(Reading reading)
{
    private readonly HashSet<string> _blanks = [];

    private Builder Builder => reading.Builder;

    /// <summary>What an input of a C# type is to the model; null where its type is none of an input.</summary>
    /// <param name="symbol">What the IR calls it.</param>
    public Content? Input(ITypeSymbol type, string symbol, string name)
    {
        if (TypeReader.ElementOf(type) is not { } element) return null;
        Value Leaf(IrType of, string part) => Builder.Leaf(Operations.Input, of, symbol + part, part.Length == 0 ? name : name + part.Substring(1));
        Storage Held(string part) => new(name, element, new(Sequence<Value>.Empty, null, Builder.Integer(0)), 0) { IsInput = true, BlankName = symbol + part };
        if (type is not IArrayTypeSymbol { Rank: var rank } array) return new ScalarContent(Leaf(element, ""));

        bool isJagged = array.ElementType is IArrayTypeSymbol;
        bool isTable = rank == 2;
        var elements = Leaf(element.ArrayOf, isJagged || isTable ? ".Elements" : "");
        var storage = Held(isJagged || isTable ? ".Elements" : "");
        if (isJagged) storage.Offsets = Leaf(IrType.Integer.ArrayOf, ".Offsets");
        reading.Store(storage, StorageState.Empty with { Form = elements });
        var sizes = isJagged ? Sequence.Of(Leaf(IrType.Integer, ".Groups"))
            : isTable ? Sequence.Of(Leaf(IrType.Integer, ".Rows"), Leaf(IrType.Integer, ".Columns"))
            : Sequence.Of(Builder.Add(Operations.Length, elements));
        return new StoredArray(storage, element, sizes, null, isJagged);
    }

    /// <summary>Reads <c>new double[n]</c>, with one or two dimensions or of arrays, with or without elements.</summary>
    public Content Create(IOperation creation, string name) => creation switch
    {
        IArrayCreationOperation { Initializer: { } initializer } array when TypeReader.Read(array.Type) is { } type => Fill(name, type.Element, initializer.ElementValues),
        ICollectionExpressionOperation collection when TypeReader.Read(collection.Type) is { IsArray: true } type => Fill(name, type.Element, collection.Elements),
        IArrayCreationOperation { Initializer: null } array when TypeReader.ElementOf(array.Type) is { } element => Make(name, element, array),
        _ => throw reading.Unsupported(creation, "make an array of double, int, long or bool, with one or two dimensions or of such arrays"),
    };

    /// <summary>An array without elements.</summary>
    public StoredArray Make(string name, IrType element, Sequence<Value> sizes, bool isTrusted = false)
    {
        string blank = name;
        for (int i = 2; !_blanks.Add(blank); i++) blank = $"{name}#{i}";
        var (axes, start) = reading.Nest.Arrays(sizes);
        var storage = new Storage(name, element, axes, reading.Nest.Depth) { Sizes = sizes, BlankName = blank, IsTrusted = isTrusted };
        reading.Loops.Join(storage);
        return new(storage, element, sizes, start);
    }

    /// <summary>Reads one of an array's arrays: <c>x[g] = new double[n[g]]</c>, where it is made.</summary>
    public StoredArray MakeRow(StoredArray rows, Value group, IArrayCreationOperation creation)
    {
        var loop = reading.Nest.Innermost;
        if (creation.DimensionSizes.Length != 1 || loop is not { Outer: null } || loop.Index != group)
            throw reading.Refused(Descriptors.OtherElement, creation, creation.Syntax.ToString(), loop?.Variable?.Name ?? "g");
        var size = ReadSize(creation.DimensionSizes[0], rows.Storage.Name);
        var axes = reading.Nest.Grouped(new(rows.Sizes, null, rows.Sizes[0]) { Number = group }, size, loop);
        (rows.Storage.Axes, rows.Storage.Offsets) = (axes, axes.Offsets);
        var row = RowOf(rows, group);
        reading.Rules.LearnSame(row.Sizes[0], size);
        return row;
    }

    /// <summary>One of an array's arrays.</summary>
    public StoredArray RowOf(StoredArray rows, Value group)
    {
        if (rows.Storage.Offsets is not { } offsets) throw new UnsupportedException(null);
        var start = Builder.Add(Operations.Load, offsets, group);
        var next = Builder.Add(Operations.IndexAdd, group, Builder.Integer(1));

        // Under a condition there may be no groups at all.
        if (reading.Guards.Condition is not null && !reading.Proofs.IsLess(reading.Proofs.LinearOf(group), reading.Proofs.LinearOf(rows.Sizes[0]))) next = Builder.Add(Operations.IndexMin, next, rows.Sizes[0]);
        var end = Builder.Add(Operations.Load, offsets, next);
        return new(rows.Storage, rows.Element, Sequence.Of(Builder.Add(Operations.IndexSubtract, end, start)), start, Row: group);
    }

    /// <summary>The length of a one-dimensional array, or how many arrays or elements a table has.</summary>
    public Value LengthOf(IOperation array) => reading.Expressions.Read(array) switch
    {
        ArrayContent content => content.Sizes.Aggregate((a, b) => Builder.Add(Operations.IndexMultiply, a, b)),
        _ => throw reading.Unsupported(array, "it is not an array"),
    };

    /// <summary>The size of one dimension.</summary>
    public Value LengthOf(IOperation array, IOperation dimension) =>
        reading.Expressions.Read(array) is ArrayContent content && dimension.ConstantValue is { HasValue: true, Value: int d } && d >= 0 && d < content.Sizes.Count
            ? content.Sizes[d]
            : throw reading.Unsupported(dimension, "it is not the number of a dimension");

    /// <summary>An array as another type: the same array.</summary>
    public Content Convert(Content content, IOperation conversion) => Convert(content, conversion.Type, conversion);

    private Content Convert(Content content, ITypeSymbol? type, IOperation conversion) => (content, type) switch
    {
        (ArrayContent, IArrayTypeSymbol) => content,
        (ArrayContent, _) when type?.FullName() == Names.Numbers => content,
        (TupleContent tuple, INamedTypeSymbol { IsTupleType: true, TupleElements: var elements }) when elements.Length == tuple.Items.Count =>
            new TupleContent(tuple.Items.Zip(elements, (item, element) => Convert(item, element.Type, conversion)).ToSequence()),
        (ScalarContent { Value: var value }, _) when TypeReader.Read(type) == value.Type => content,
        (ScalarContent { Value: var value }, _) when value.Type == IrType.Integer && TypeReader.Read(type) == IrType.Real => new ScalarContent(reading.Operators.ToReal(value, conversion)),
        _ => throw reading.Unsupported(conversion, $"there is no conversion to {type?.ToDisplayString()}"),
    };

    /// <summary>Applies an operation to numbers; element by element, where there are arrays among them.</summary>
    public Content ForEach(IOperation use, Content[] operands, Func<Value[], Value> apply)
    {
        if (operands.All(operand => operand is ScalarContent)) return new ScalarContent(apply([.. operands.Select(operand => ((ScalarContent)operand).Value)]));
        var arrays = operands.OfType<ArrayContent>().ToList();
        if (operands.Any(operand => operand is TupleContent) || arrays.Any(IsNoVector)) throw reading.Unsupported(use, "it is applied to numbers and one-dimensional arrays");
        foreach (var array in arrays) reading.Elements.RequireWhole(array, use);
        var length = arrays[0].Sizes[0];
        foreach (var other in arrays.Skip(1)) reading.Rules.RequireLength(other, length, use, reading.Quote(use).Text);
        return new FormulaArray(IrType.Real, length, index => apply([.. operands.Select(operand => operand is ScalarContent scalar ? scalar.Value : ElementOf((ArrayContent)operand, index))]));
    }

    /// <summary>The element at an index that is known to lie in the array.</summary>
    public Value ElementOf(ArrayContent array, Value index) => array switch
    {
        FormulaArray formula => formula.At(index),
        StoredArray stored => reading.Elements.Load(stored, index),
        _ => throw new InvalidOperationException($"{array} has no elements"),
    };

    /// <summary>All elements of an array as an array of the IR, row after row. What a formula gives is put into one.</summary>
    public Value Whole(ArrayContent array, IOperation use)
    {
        reading.Elements.RequireWhole(array, use);
        if (array is StoredArray stored)
        {
            reading.Elements.Flush(stored.Storage);
            var form = reading.StateOf(stored.Storage).Form ?? throw new UnsupportedException(null);
            if (stored.Storage.IsInput && stored.Start is null) return form;
            return Builder.Add(Operations.Slice, form, stored.Start ?? Builder.Integer(0), stored.Sizes.Aggregate((a, b) => Builder.Add(Operations.IndexMultiply, a, b)));
        }

        var made = Make(array.Name ?? "array", array.Element, array.Sizes, isTrusted: true);
        reading.Loops.Run(new LoopHead(LoopKind.Plate, array.Sizes[0], reading.Quote(use), Quotation.OneLine(use)) { Name = "k" }, [made.Storage], index => reading.Elements.Assign(made, [index], ElementOf(array, index), null));
        return Whole(made, use);
    }

    public static bool IsNoVector(ArrayContent array) => array.Sizes.Count != 1 || array is StoredArray { IsJagged: true };

    /// <summary>A size that a user gives: it follows from inputs and is not negative.</summary>
    public Value ReadSize(IOperation size, string name, string subject = "the length of ")
    {
        var value = reading.Expressions.ReadInteger(size);
        if (reading.Knowledge.Of(value) != Known.Inputs) throw reading.Refused(Descriptors.SizeNotFromInputs, size, size.Syntax.ToString());
        reading.Rules.RequireSize(value, subject + name, size);
        return value;
    }

    private StoredArray Make(string name, IrType element, IArrayCreationOperation creation)
    {
        var sizes = creation.DimensionSizes.Select(size => ReadSize(size, name)).ToSequence();
        if (((IArrayTypeSymbol)creation.Type!).ElementType is not IArrayTypeSymbol) return Make(name, element, sizes);
        if (reading.Nest.Depth > 0) throw reading.Unsupported(creation, "make arrays of arrays outside loops");
        string blank = name;
        for (int i = 2; !_blanks.Add(blank); i++) blank = $"{name}#{i}";
        return new(new(name, element, new(sizes, null, sizes[0]), 0) { Sizes = sizes, BlankName = blank }, element, sizes, null, IsJagged: true);
    }

    private StoredArray Fill(string name, IrType element, IEnumerable<IOperation> elements)
    {
        var values = elements.Select(item => reading.Expressions.ReadScalar(item)).ToList();
        var array = Make(name, element, Sequence.Of(Builder.Integer(values.Count)));
        for (int i = 0; i < values.Count; i++) reading.Elements.Assign(array, [Builder.Integer(i)], values[i], null);
        return array;
    }
}
