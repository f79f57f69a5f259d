using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads calls: functions of numbers, words of the language, and methods of this project.</summary>
internal sealed class CallReader(Reading reading)
{
    private static readonly double Log10OfE = 1 / Math.Log(10);

    private Builder Builder => reading.Builder;

    public Content Read(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (MemberOf(call) is { } member) return ReadMember(call, member);
        if (method.IsWord("Sample") || method.IsWord("Derived")) return reading.Sites.ReadInside(call);
        if (method.IsWord("Factor") || method.IsWord("Plate")) throw reading.Refused(Descriptors.SiteOutOfPlace, call, method.Name);
        if (call is { Instance.Type: IArrayTypeSymbol, TargetMethod.Name: "GetLength" }) return new ScalarContent(reading.Arrays.LengthOf(call.Instance, call.Arguments[0].Value));
        if (method.ContainingType?.FullName() is Names.Language or Names.Arrays && reading.Reductions.Read(call) is { } reduced) return reduced;
        if (method.ContainingType?.FullName() is Names.Math or Names.SpecialFunctions or Names.Language && ReadFunction(call) is { } result) return result;
        if (method.Has(Names.FactoryAttribute)) throw reading.Refused(Descriptors.NotADistribution, call, call.Syntax.ToString(), "it is no number; write it as the argument of Sample");
        return reading.Helpers.Read(call) ?? throw reading.Refused(Descriptors.UnsupportedCall, call, method.Name);
    }

    /// <summary>What is asked of a parameter that is a distribution: <c>inner.LogDensity</c>, or <c>inner.Contains</c> for its support; null for other calls.</summary>
    private static string? MemberOf(IInvocationOperation call) => call.Instance switch
    {
        IParameterReferenceOperation { Parameter: { Type: ITypeParameterSymbol } parameter } when call.TargetMethod.Name is "LogDensity" or "LogCdf" or "LogSurvival" => $"{parameter.Name}.{call.TargetMethod.Name}",
        IPropertyReferenceOperation { Property.Name: "Support", Instance: IParameterReferenceOperation { Parameter: { Type: ITypeParameterSymbol } parameter } } when call.TargetMethod.Name == "Contains" => $"{parameter.Name}.Contains",
        _ => null,
    };

    /// <summary>A call that is resolved once it is known which distribution the parameter is.</summary>
    private ScalarContent ReadMember(IInvocationOperation call, string member)
    {
        var argument = reading.Expressions.ReadScalar(call.Arguments[0].Value);
        var result = Builder.Fresh(member.EndsWith(".Contains", StringComparison.Ordinal) ? IrType.Boolean : IrType.Real);
        reading.Knowledge.Learn(result, Known.Latents);
        Builder.Append(new Call(result, member, Sequence.Of(argument)));
        return new(result);
    }

    /// <summary>The arguments in the order of the parameters.</summary>
    public static IEnumerable<IOperation> ArgumentsOf(IInvocationOperation call) => call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value);

    /// <summary>A function of numbers; null where there is none of that name.</summary>
    private Content? ReadFunction(IInvocationOperation call)
    {
        var operands = ArgumentsOf(call).Select(reading.Expressions.Read).ToArray();
        bool isOfIntegers = operands.All(operand => operand is ScalarContent { Value.Type: var type } && type == IrType.Integer);
        string name = call.TargetMethod.Name;
        if (isOfIntegers) return OfIntegers(name, [.. operands.Select(operand => ((ScalarContent)operand).Value)]) is { } number ? new ScalarContent(number) : null;
        if (name == "Log10") return reading.Arrays.ForEach(call, operands, x => Builder.Add(Operations.Multiply, Builder.Number(Log10OfE), Builder.Add(Operations.Log, x)));
        if (name == "Sign" && operands is [ScalarContent { Value: var signed }]) return new ScalarContent(SignOf(signed, call));
        if (Operations.OfMethod(name, operands.Length) is not { } op) return null;
        return reading.Arrays.ForEach(call, operands, x =>
        {
            if (op == Operations.Floor || op == Operations.Ceiling || op == Operations.Round || op == Operations.Truncate) reading.Branches.WarnOfJump(x[0], call);
            return Builder.Add(op, x);
        });
    }

    private Value SignOf(Value number, IInvocationOperation call)
    {
        if (reading.Knowledge.Of(number) == Known.Latents) throw reading.Unsupported(call, "of a latent there is no int; choose between numbers by ?:");
        var zero = Builder.Number(0);
        var negative = Builder.Add(Operations.Select, Builder.Add(Operations.Less, number, zero), Builder.Integer(-1), Builder.Integer(0));
        return Builder.Add(Operations.Select, Builder.Add(Operations.Greater, number, zero), Builder.Integer(1), negative);
    }

    private Value? OfIntegers(string name, Value[] x) => (name, x.Length) switch
    {
        ("Min", 2) => Builder.Add(Operations.IndexMin, x),
        ("Max", 2) => Builder.Add(Operations.IndexMax, x),
        ("Abs", 1) => Builder.Add(Operations.IndexMax, x[0], Builder.Add(Operations.IndexSubtract, Builder.Integer(0), x[0])),
        _ => null,
    };
}
