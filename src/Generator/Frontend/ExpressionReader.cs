using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads expressions: numbers, variables, conversions and choices here, the rest by the readers of its kind.</summary>
internal sealed class ExpressionReader(Reading reading)
{
    private Builder Builder => reading.Builder;

    /// <summary>Reads a number or a condition.</summary>
    public Value ReadScalar(IOperation operation) =>
        Read(operation) is ScalarContent scalar ? scalar.Value : throw reading.Unsupported(operation, "a number is needed here, not an array");

    public Value ReadInteger(IOperation operation) =>
        ReadScalar(operation) is { Type: var type } value && type == IrType.Integer ? value : throw reading.Unsupported(operation, "an int is needed here");

    public Content Read(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: { } constant } && ReadConstant(constant) is { } literal) return new ScalarContent(literal);
        return operation switch
        {
            IParenthesizedOperation parenthesized => Read(parenthesized.Operand),
            IConversionOperation conversion => ReadConversion(conversion),
            ILocalReferenceOperation local => ReadVariable(local.Local, local),
            IParameterReferenceOperation parameter => ReadVariable(parameter.Parameter, parameter),
            IUnaryOperation unary => reading.Operators.Read(unary),
            IBinaryOperation binary => reading.Operators.Read(binary),
            IConditionalOperation { WhenFalse: not null } choice => ReadChoice(choice),
            ISwitchExpressionOperation choice => ReadSwitch(choice),
            ITupleOperation tuple => new TupleContent(tuple.Elements.Select(Read).ToSequence()),
            IArrayElementReferenceOperation element => reading.Elements.Read(element),
            IArrayCreationOperation array => reading.Arrays.Create(array, "array"),
            ICollectionExpressionOperation array => reading.Arrays.Create(array, "array"),
            IPropertyReferenceOperation property => ReadProperty(property),
            IFieldReferenceOperation field => ReadField(field),
            IInvocationOperation invocation => reading.Calls.Read(invocation),
            _ => throw reading.Unsupported(operation, "use numbers, arithmetic, functions of Math and elements of arrays"),
        };
    }

    public Value? ReadConstant(object constant) => constant switch
    {
        double number => Builder.Number(number),
        int number => Builder.Integer(number),
        long number when number is >= int.MinValue and <= int.MaxValue => Builder.Integer((int)number),
        bool truth => Builder.Boolean(truth),
        _ => null,
    };

    /// <summary>The content of a variable of the model.</summary>
    public Content ReadVariable(ISymbol variable, IOperation operation)
    {
        if (!reading.State.Variables.TryGetValue(variable, out var content)) throw reading.Unsupported(operation, "it is not a variable of the model");
        return content ?? throw new UnsupportedException(null);
    }

    private Content ReadConversion(IConversionOperation conversion)
    {
        var content = Read(conversion.Operand);
        if (content is not ScalarContent { Value: var value } scalar) return reading.Arrays.Convert(content, conversion);
        var target = conversion.Type?.FullName() == Names.Numbers ? IrType.Real : TypeReader.Read(conversion.Type);
        if (target == IrType.Integer && value.Type == IrType.Integer) return new ScalarContent(ResizeInteger(value, conversion));
        if (target == value.Type) return scalar;
        if (target == IrType.Real && value.Type == IrType.Integer) return new ScalarContent(reading.Operators.ToReal(value, conversion));
        if (target == IrType.Integer && value.Type == IrType.Real && !conversion.IsChecked && conversion.Type?.SpecialType == SpecialType.System_Int32)
        {
            if (reading.Knowledge.Of(value) == Known.Latents) throw reading.Unsupported(conversion, "of a latent there is no int; use Floor, Round or Truncate");
            return new ScalarContent(Builder.Add(Operations.ToInteger, value));
        }

        throw reading.Unsupported(conversion, $"there is no conversion from {value.Type} to {conversion.Type?.ToDisplayString()}");
    }

    /// <summary>Between int and long; what is an index stays one.</summary>
    private Value ResizeInteger(Value value, IConversionOperation conversion)
    {
        bool isLong = conversion.Operand.Type?.SpecialType == SpecialType.System_Int64, becomesLong = conversion.Type?.SpecialType == SpecialType.System_Int64;
        if (isLong == becomesLong) return value;
        if (becomesLong) return Builder.Add(Operations.Widen, value);
        if (conversion.IsChecked) throw reading.Unsupported(conversion, "a checked conversion may fail; pass an int as the input");
        return Builder.Add(Operations.Narrow, value);
    }

    private Content ReadProperty(IPropertyReferenceOperation property)
    {
        bool isLength = property.Property.Name == "Length" && property.Instance?.Type is IArrayTypeSymbol;
        if (!isLength) throw reading.Unsupported(property, "use numbers, arithmetic, functions of Math and elements of arrays");
        return new ScalarContent(reading.Arrays.LengthOf(property.Instance!));
    }

    private Content ReadField(IFieldReferenceOperation field)
    {
        if (field is { Instance: not null, Field.ContainingType.IsTupleType: true } && Read(field.Instance) is TupleContent tuple)
            return tuple.Items[TupleIndex(field.Field)];
        if (field.Field is not { IsStatic: true, IsReadOnly: true }) throw reading.Unsupported(field, "only fields that are const or static readonly are known to keep their value; pass it as an input");
        if (reading.Library.FixedFieldOf(field.Field) is not { } fixedField) throw reading.Unsupported(field, "generated code must be able to read the field: make it internal or public");
        if (fixedField.Constant is { } constant && ReadConstant(constant) is { } literal) return new ScalarContent(literal);
        if (fixedField.Symbol.Length == 0) throw reading.Unsupported(field, "generated code must be able to read the field: make it internal or public");
        if (field.Field.Type is IArrayTypeSymbol { Rank: > 1 } or IArrayTypeSymbol { ElementType: IArrayTypeSymbol }) throw reading.Unsupported(field, "a static field holds a number or a one-dimensional array; pass it as an input");
        return reading.Arrays.Input(field.Field.Type, fixedField.Symbol, field.Field.Name) ?? throw reading.Unsupported(field, "its type is not one of an input");
    }

    private static int TupleIndex(IFieldSymbol item)
    {
        var names = item.ContainingType.TupleElements;
        return Enumerable.Range(0, names.Length).First(i => names[i].Name == item.Name || names[i].CorrespondingTupleField?.Name == item.Name || $"Item{i + 1}" == item.Name);
    }

    private Content ReadChoice(IConditionalOperation choice) =>
        reading.Branches.Choose(choice.Condition, choice, () => Read(choice.WhenTrue), () => Read(choice.WhenFalse!));

    /// <summary>A switch on numbers is a chain of choices.</summary>
    private Content ReadSwitch(ISwitchExpressionOperation choice)
    {
        var subject = ReadScalar(choice.Value);
        return ReadArms(0);

        Content ReadArms(int first)
        {
            var arm = choice.Arms[first];
            if (arm.Guard is not null) throw reading.Unsupported(choice, "an arm is a number or _, without when");
            if (first + 1 == choice.Arms.Length || arm.Pattern is IDiscardPatternOperation) return Read(arm.Value);
            if (arm.Pattern is not IConstantPatternOperation { Value: var constant }) throw reading.Unsupported(choice, "an arm is a number or _, without when");
            var condition = reading.Operators.AreEqual(subject, ReadScalar(constant), arm.Pattern);
            return reading.Branches.Choose(condition, choice, choice.Value, () => Read(arm.Value), () => ReadArms(first + 1));
        }
    }
}
