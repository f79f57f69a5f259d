using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads methods of this project in the place of their calls.</summary>
internal sealed class HelperReader(Reading reading)
{
    private readonly Stack<(IMethodSymbol? Method, IInvocationOperation? Call, string Prefix, int Depth)> _open = new();

    private Receiving _receiving;

    /// <summary>Whether the model itself is read, not a method that it calls.</summary>
    public bool IsModel => _open.Count == 0;

    /// <summary>How many loops are open around the call.</summary>
    public int Depth => IsModel ? 0 : _open.Peek().Depth;

    /// <summary>Whether the method that is being read gives nothing.</summary>
    public bool IsVoid => !IsModel && _open.Peek().Method is { ReturnsVoid: true };

    /// <summary>What the names of sites begin with: the variables that receive the results of the calls.</summary>
    public string Prefix => IsModel ? "" : _open.Peek().Prefix;

    /// <summary>The call in the model.</summary>
    public IOperation? OutermostCall => IsModel ? null : _open.Last().Call;

    /// <summary>The name of what is being declared or assigned; null where nothing is.</summary>
    public string? Receiver => _receiving.Name;

    /// <summary>The variable that gets just what the call gives that is being read; null where none does.</summary>
    public ISymbol? Variable => _receiving.Variable;

    /// <summary>Reads the value of a variable.</summary>
    /// <param name="variable">The variable, where the value is a call of a helper and nothing more.</param>
    public T Receive<T>(string? receiver, Func<T> read, ISymbol? variable = null) => Receive(new Receiving(receiver, variable, false), read);

    /// <summary>Reads what a helper returns where that is what another helper returns: the same variable receives it.</summary>
    public T HandOn<T>(Func<T> read) => Receive(_receiving with { IsHandedOn = true }, read);

    public bool IsCall(IOperation value) => value is IInvocationOperation { TargetMethod: var method } && reading.Library.BodyOf(method) is not null;

    /// <summary>Reads the body of a method whose parameters have their contents; gives what it returns.</summary>
    public Content? ReadMethod(IOperation body)
    {
        _open.Push((null, null, "", 0));
        try
        {
            return reading.Statements.ReadAll(Statements(body));
        }
        finally
        {
            _open.Pop();
        }
    }

    /// <summary>What a call gives; null where the method's source is not in this compilation.</summary>
    public Content? Read(IInvocationOperation call)
    {
        var method = call.TargetMethod.PartialImplementationPart ?? call.TargetMethod;
        bool isPlain = method.MethodKind == MethodKind.LocalFunction || method.IsStatic;
        if (!isPlain || method.IsGenericMethod || reading.Library.BodyOf(method) is not { } body) return null;
        if (_open.Any(open => SymbolEqualityComparer.Default.Equals(open.Method, method))) throw reading.Refused(Descriptors.Recursion, call, method.Name);
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter!.RefKind is not RefKind.None and not RefKind.In))
            throw reading.Refused(Descriptors.SideEffect, argument, argument.Value.Syntax.ToString());

        var contents = call.Arguments.Select(argument => (method.Parameters[argument.Parameter!.Ordinal], Receive(null, () => reading.Expressions.Read(argument.Value)))).ToList();
        foreach (var (parameter, content) in contents) reading.Declare(parameter, content);
        _open.Push((method, call, _receiving is { Name: { } receiver, IsHandedOn: false } ? $"{Prefix}{receiver}." : Prefix, reading.Nest.Depth));
        try
        {
            var result = Receive(Receiver, () => reading.Sites.ReadAs(Variable, ReturnedBy(body), () => reading.Statements.ReadAll(Statements(body))), Variable);
            Forget(method);
            return result ?? (method.ReturnsVoid ? new TupleContent(Sequence<Content>.Empty) : throw new UnsupportedException(null));
        }
        finally
        {
            _open.Pop();
        }
    }

    /// <summary>Drops the variables of a method that was read: a later call makes its own.</summary>
    private void Forget(IMethodSymbol method) =>
        reading.State = reading.State with { Variables = reading.State.Variables.RemoveRange(reading.State.Variables.Keys.Where(variable => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, method))) };

    /// <summary>The local that a method returns, by its last statement; null where it returns something else.</summary>
    private static ISymbol? ReturnedBy(IOperation body) => Statements(body).LastOrDefault() is IReturnOperation { ReturnedValue: ILocalReferenceOperation { Local: var local } } ? local : null;

    private T Receive<T>(Receiving receiving, Func<T> read)
    {
        var outer = _receiving;
        _receiving = receiving;
        try
        {
            return read();
        }
        finally
        {
            _receiving = outer;
        }
    }

    /// <summary>The statements of a method; an expression body is one that returns.</summary>
    public static IReadOnlyList<IOperation> Statements(IOperation body) => body switch
    {
        IMethodBodyBaseOperation method => (method.BlockBody ?? method.ExpressionBody)?.Operations ?? [],
        ILocalFunctionOperation function => (function.Body ?? function.IgnoredBody)?.Operations ?? [],
        IBlockOperation block => block.Operations,
        _ => [body],
    };

    /// <summary>What receives a value.</summary>
    /// <param name="IsHandedOn">Whether a helper returns the value, so that the names of sites have its part already.</param>
    private readonly record struct Receiving(string? Name, ISymbol? Variable, bool IsHandedOn);
}
