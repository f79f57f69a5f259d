using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProbModels.Generator.Frontend;

/// <summary>What statements assign, with the helpers that they call: found before they are read.</summary>
internal sealed class Assignments
{
    private readonly HashSet<ISymbol> _helpers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _broken = new(SymbolEqualityComparer.Default);
    private readonly Library _library;

    private Assignments(Library library) => _library = library;

    /// <summary>The variables that get new values.</summary>
    public HashSet<ISymbol> Variables { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The variables with arrays whose elements are assigned.</summary>
    public HashSet<ISymbol> Arrays { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The texts of the elements that are assigned outside helpers.</summary>
    public List<string> Elements { get; } = [];

    /// <summary>Whether there are words that a branch must not skip over in silence.</summary>
    public bool HasSites { get; private set; }

    public bool HasLoops { get; private set; }

    public bool HasReturn { get; private set; }

    public static Assignments In(Library library, params IOperation?[] statements)
    {
        var found = new Assignments(library);
        foreach (var statement in statements.OfType<IOperation>()) found.Visit(statement);
        return found;
    }

    /// <summary>Whether all that is done with a variable is to add to it: then its last value is a sum, in any order.</summary>
    public bool IsSum(ISymbol variable) => Variables.Contains(variable) && !_broken.Contains(variable);

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when VariableOf(sum.Target) is { } variable:
                Variables.Add(variable);
                Visit(sum.Value);
                return;
            case ISimpleAssignmentOperation { Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum } assignment
                when VariableOf(assignment.Target) is { } variable && SymbolEqualityComparer.Default.Equals(variable, VariableOf(sum.LeftOperand)):
                Variables.Add(variable);
                Visit(sum.RightOperand);
                return;
            case IAssignmentOperation assignment:
                Assign(assignment.Target);
                break;
            case IIncrementOrDecrementOperation step:
                Assign(step.Target);
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation:
                _broken.Add(VariableOf(operation)!);
                return;
            case ILocalFunctionOperation:
                return;
            case IInvocationOperation call:
                Visit(call);
                return;
            case ILoopOperation:
                HasLoops = true;
                break;
            case IReturnOperation:
                HasReturn = true;
                break;
        }

        foreach (var child in operation.ChildOperations) Visit(child);
    }

    private void Assign(IOperation target)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (var item in tuple.Elements) Assign(item);
                break;
            case IArrayElementReferenceOperation element when OwnerOf(element) is { } array:
                Arrays.Add(array);
                Elements.Add(Quotation.OneLine(element));
                break;
            default:
                if (VariableOf(target) is not { } variable) break;
                Variables.Add(variable);
                _broken.Add(variable);
                break;
        }
    }

    private void Visit(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.IsWord("Sample") || method.IsWord("Derived") || method.IsWord("Factor")) HasSites = true;
        foreach (var argument in call.Arguments) Visit(argument.Value);
        if (!_helpers.Add(method)) return;
        if (_library.BodyOf(method) is { } body)
        {
            var inside = new Assignments(_library);
            inside._helpers.UnionWith(_helpers);
            inside.Visit(body is ILocalFunctionOperation local ? local.Body! : body);
            HasSites |= inside.HasSites;
            HasLoops |= inside.HasLoops;
            Variables.UnionWith(inside.Variables);
            _broken.UnionWith(inside._broken);
            Arrays.UnionWith(inside.Arrays);
            foreach (var argument in call.Arguments)
                if (inside.Arrays.Contains(argument.Parameter!) && OwnerOf(argument.Value) is { } array) Arrays.Add(array);
        }

        _helpers.Remove(method);
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>The variable with the array that an element belongs to.</summary>
    private static ISymbol? OwnerOf(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation element => OwnerOf(element.ArrayReference),
        IConversionOperation conversion => OwnerOf(conversion.Operand),
        _ => VariableOf(operation),
    };
}
