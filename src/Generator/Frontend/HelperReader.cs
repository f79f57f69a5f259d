using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads methods of this project in the place of their calls.</summary>
internal sealed class HelperReader(Reading reading)
{
    private readonly Stack<(IMethodSymbol? Method, IInvocationOperation? Call, string Prefix, int Depth)> _open = new();

    /// <summary>Whether the model itself is read, not a method that it calls.</summary>
    public bool IsModel => _open.Count == 0;

    /// <summary>How many loops are open around the call.</summary>
    public int Depth => IsModel ? 0 : _open.Peek().Depth;

    /// <summary>What the names of sites begin with: the variables that receive the results of the calls.</summary>
    public string Prefix => IsModel ? "" : _open.Peek().Prefix;

    /// <summary>The call in the model.</summary>
    public IOperation? OutermostCall => IsModel ? null : _open.Last().Call;

    /// <summary>The variable that is being declared or assigned; null where none is.</summary>
    public string? Receiver { get; private set; }

    /// <summary>Reads the value of a variable.</summary>
    public T Receive<T>(string? receiver, Func<T> read)
    {
        string? outer = Receiver;
        Receiver = receiver;
        try
        {
            return read();
        }
        finally
        {
            Receiver = outer;
        }
    }

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
        var method = call.TargetMethod;
        bool isPlain = method.MethodKind == MethodKind.LocalFunction || method.IsStatic;
        if (!isPlain || method.IsGenericMethod || reading.Library.BodyOf(method) is not { } body) return null;
        if (_open.Any(open => SymbolEqualityComparer.Default.Equals(open.Method, method))) throw reading.Refused(Descriptors.Recursion, call, method.Name);
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter!.RefKind is not RefKind.None and not RefKind.In))
            throw reading.Refused(Descriptors.SideEffect, argument, argument.Value.Syntax.ToString());

        var contents = call.Arguments.Select(argument => (argument.Parameter!, Receive(null, () => reading.Expressions.Read(argument.Value)))).ToList();
        foreach (var (parameter, content) in contents) reading.Declare(parameter, content);
        _open.Push((method, call, Receiver is { } receiver ? $"{Prefix}{receiver}." : Prefix, reading.Nest.Depth));
        try
        {
            var result = Receive(Receiver, () => reading.Statements.ReadAll(Statements(body)));
            return result ?? (method.ReturnsVoid ? new TupleContent(Sequence<Content>.Empty) : throw new UnsupportedException(null));
        }
        finally
        {
            _open.Pop();
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
}
