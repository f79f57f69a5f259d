using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads statements: declarations and assignments here, loops, branches and sites by the readers of their kind.</summary>
internal sealed class StatementReader(Reading reading)
{
    /// <summary>Reads a block or a single statement; gives what it returns, if it does.</summary>
    public Content? ReadBody(IOperation? body) => body switch
    {
        null => null,
        IBlockOperation block => ReadAll(block.Operations),
        _ => ReadAll([body]),
    };

    public Content? ReadAll(IReadOnlyList<IOperation> statements)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            switch (statement)
            {
                case IReturnOperation when reading.Helpers.IsModel && reading.Nest.Depth == 0:
                    return null;
                case IReturnOperation when reading.Nest.Depth > reading.Helpers.Depth:
                    throw reading.Refused(Descriptors.UnsupportedStatement, statement);
                case IReturnOperation { ReturnedValue: { } value }:
                    return reading.Sites.ReadReturned(value);
                case IReturnOperation:
                    return new TupleContent(Sequence<Content>.Empty);
                case IConditionalOperation branch when !reading.Helpers.IsModel && Assignments.In(reading.Library, branch).HasReturn:
                    return reading.Branches.ReadReturn(branch, [.. statements.Skip(i + 1)]);
                case IBlockOperation block:
                    if (ReadAll(block.Operations) is { } returned) return returned;
                    break;
                default:
                    reading.Try(statement, () => Read(statement));
                    break;
            }
        }

        return null;
    }

    private void Read(IOperation statement)
    {
        switch (statement)
        {
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators)) Read(declarator);
                break;
            case IExpressionStatementOperation { Operation: var operation }:
                ReadExpression(operation, statement);
                break;
            case IForEachLoopOperation loop:
                reading.Loops.Read(loop);
                break;
            case IForLoopOperation loop:
                reading.Loops.Read(loop);
                break;
            case IConditionalOperation branch:
                reading.Branches.Read(branch);
                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break;
            default:
                throw reading.Refused(Descriptors.UnsupportedStatement, statement);
        }
    }

    private void Read(IVariableDeclaratorOperation declarator)
    {
        var local = declarator.Symbol;
        if (declarator.GetVariableInitializer()?.Value is not { } value) return;
        reading.Declare(local, (Content?)null);
        reading.Declare(local, reading.Sites.ReadNamed(local, value, declarator));
    }

    private void ReadExpression(IOperation operation, IOperation statement)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                Assign(assignment.Target, assignment.Value, statement);
                break;
            case ICompoundAssignmentOperation assignment:
                Change(assignment.Target, assignment.OperatorKind, assignment.OperatorMethod is null ? reading.Expressions.ReadScalar(assignment.Value) : throw reading.Unsupported(operation, "it changes every element of an array; make a new array"), assignment);
                break;
            case IIncrementOrDecrementOperation step:
                if (VariableOf(step.Target) is null && step.Target is not IArrayElementReferenceOperation) throw reading.Refused(Descriptors.SideEffect, step, step.Target.Syntax.ToString());
                var one = reading.Expressions.ReadScalar(step.Target).Type == IrType.Real ? reading.Builder.Number(1) : reading.Builder.Integer(1);
                Change(step.Target, step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, one, step);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                var content = reading.Expressions.Read(deconstruction.Value);
                Deconstruct(deconstruction.Target, content);
                break;
            case IInvocationOperation invocation:
                reading.Sites.ReadStatement(invocation, statement);
                break;
            default:
                throw reading.Refused(Descriptors.UnsupportedStatement, statement);
        }
    }

    private void Assign(IOperation target, IOperation value, IOperation statement)
    {
        if (target is IArrayElementReferenceOperation element)
            reading.Sites.ReadElement(element, value);
        else if (VariableOf(target) is { } variable)
            AssignVariable(variable, value, statement);
        else if (target is IDiscardOperation)
            throw reading.Refused(Descriptors.SiteOutOfPlace, statement, "Sample");
        else
            throw reading.Refused(Descriptors.SideEffect, statement, target.Syntax.ToString());
    }

    private void AssignVariable(ISymbol variable, IOperation value, IOperation statement)
    {
        reading.Sites.RequireUnsampled(variable, statement);
        var old = reading.State;
        reading.Declare(variable, (Content?)null);
        var failed = reading.State;
        reading.State = old;
        Content? content = null;
        try
        {
            content = reading.Sites.ReadNamed(variable, value, statement);
        }
        finally
        {
            if (content is null) reading.State = failed;
        }

        if (content is ArrayContent && reading.Nest.Depth > 0 && old.Variables.TryGetValue(variable, out var before) && before is not null)
            throw reading.Unsupported(statement, "a variable keeps its array in loops; declare another");
        reading.Declare(variable, content);
    }

    private void Change(IOperation target, BinaryOperatorKind kind, Value amount, IOperation change)
    {
        if (target is IArrayElementReferenceOperation element)
            throw reading.Refused(Descriptors.AssignedTwice, element, element.Syntax.ToString());
        if (VariableOf(target) is not { } variable) throw reading.Refused(Descriptors.SideEffect, change, target.Syntax.ToString());
        reading.Sites.RequireUnsampled(variable, change);
        var value = reading.Operators.Apply(kind, reading.Expressions.ReadScalar(target), amount, change);
        reading.Declare(variable, value);
    }

    private void Deconstruct(IOperation target, Content content)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Deconstruct(declaration.Expression, content);
                break;
            case ITupleOperation tuple when content is TupleContent items:
                for (int i = 0; i < tuple.Elements.Length; i++) Deconstruct(tuple.Elements[i], items.Items[i]);
                break;
            case IDiscardOperation:
                break;
            default:
                var variable = VariableOf(target) ?? throw reading.Refused(Descriptors.SideEffect, target, target.Syntax.ToString());
                reading.Sites.RequireUnsampled(variable, target);
                reading.Declare(variable, content);
                break;
        }
    }

    private static ISymbol? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        _ => null,
    };
}
