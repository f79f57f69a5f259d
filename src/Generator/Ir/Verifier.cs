namespace ProbModels.Generator.Ir;

/// <summary>Checks what every pass relies on: each value is defined once, before its use and in an enclosing block; types and arities fit.</summary>
internal sealed class Verifier
{
    private readonly HashSet<int> _defined = [];
    private readonly HashSet<int> _visible = [];

    /// <exception cref="InvalidOperationException">The model is malformed; the message names the statement.</exception>
    public static void Verify(Model model)
    {
        foreach (var function in model.Functions.Concat(model.Distributions.Select(distribution => distribution.LogDensity)))
        {
            var verifier = new Verifier();
            foreach (var parameter in function.Parameters) verifier.Define(parameter);
            verifier.Check(function.Body);
            verifier.Use(function.Result);
        }

        new Verifier().Check(model.Body);
    }

    /// <exception cref="InvalidOperationException">The kernel is malformed; the message names the statement.</exception>
    public static void Verify(Kernel kernel)
    {
        var verifier = new Verifier();
        verifier.Check(kernel.Body);
        foreach (var output in kernel.Outputs) verifier.Use(output.Value);
    }

    private void Check(Sequence<Statement> body)
    {
        foreach (var statement in body)
        {
            try
            {
                Check(statement);
            }
            catch (InvalidOperationException e) when (e.InnerException is null)
            {
                throw new InvalidOperationException($"{e.Message}, in {statement}", e);
            }
        }
    }

    private void Check(Statement statement)
    {
        switch (statement)
        {
            case Define define:
                foreach (var argument in define.Arguments) Use(argument);
                Require(define.Op.Arity is Op.Several || define.Arguments.Count == define.Op.Arity || (define.Op == Operations.Position && define.Arguments.Count == 1), $"{define.Op} takes {define.Op.Arity} arguments");
                Require(define.Op.Takes(define.Arguments), $"{define.Op} does not take ({string.Join(", ", define.Arguments.Select(argument => argument.Type))})");
                Require(define.Op.Result is null || define.Op.Result(define.Arguments) == define.Result.Type, "the result has the wrong type");
                Require(define.Op.HasImmediate || define.Immediate.Equals(default), $"{define.Op} carries no immediate");
                Define(define.Result);
                break;
            case Require require:
                Use(require.Condition, IrType.Boolean);
                Use(require.Subject);
                if (require.Limit is { } limit) Use(limit, IrType.Integer);
                break;
            case Loop loop:
                Check(loop);
                break;
            case Declare declare:
                foreach (var dimension in declare.Dimensions) Use(dimension, IrType.Integer);
                if (declare.Offsets is { } offsets) Use(offsets, IrType.Integer.ArrayOf);
                UseIndex(declare.Coordinates);
                break;
            case Sample sample:
                foreach (var argument in sample.Arguments) Use(argument);
                UseIndex(sample.At);
                foreach (var size in sample.Event) Use(size, IrType.Integer);
                Define(sample.Result);
                break;
            case Call call:
                foreach (var argument in call.Arguments) Use(argument);
                Define(call.Result);
                break;
            case Record record:
                Use(record.Value, IrType.Real);
                UseIndex(record.At);
                break;
            case Latent latent:
                if (latent.Low is { } low) Use(low, IrType.Real);
                if (latent.High is { } high) Use(high, IrType.Real);
                UseIndex(latent.At);
                foreach (var size in latent.Event) Use(size, IrType.Integer);
                if (latent.If is { } condition) Use(condition, IrType.Boolean);
                Define(latent.Result);
                break;
            case AddTerm term:
                Use(term.Value, IrType.Real);
                UseIndex(term.At);
                break;
            default:
                Require(false, $"{statement.GetType().Name} is not known");
                break;
        }
    }

    private void Check(Loop loop)
    {
        Use(loop.Extent, IrType.Integer);
        int[] outside = [.. _visible];
        foreach (var yield in loop.Yields)
            if (yield.Into is { } into) Use(into, yield.Result.Type);
        Define(loop.Index);
        foreach (var received in Uses.ReceivedBy(loop)) Define(received);
        Check(loop.Body);
        foreach (var yield in loop.Yields)
        {
            Use(yield.Element, yield.Kind switch { YieldKind.Array => yield.Result.Type.Element, YieldKind.Thread => yield.Result.Type, _ => IrType.Real });
            Require(yield.Kind == YieldKind.Scatter == (yield.At is not null), "a scatter, and only a scatter, has an index");
            Require(yield.Kind is YieldKind.Scatter or YieldKind.Rows == (yield.Size is not null), "a scatter and a sum of rows, and nothing else, has a size");
            Require(yield.Kind == YieldKind.Rows == (yield.Matrix is not null), "a sum of rows, and nothing else, has a matrix");
            if (yield.Matrix is { } matrix) Use(matrix, IrType.Matrix);
            Require(yield.Kind == YieldKind.Thread == (yield.Into is not null && yield.Inside is not null), "a thread, and only a thread, comes from an array and is received");
            if (yield.At is { } at) Use(at, IrType.Integer);
        }

        _visible.Clear();
        _visible.UnionWith(outside);
        foreach (var yield in loop.Yields)
        {
            if (yield.Size is { } size) Use(size, IrType.Integer);
            Require(yield.Result.Type.IsArray == (yield.Kind is not (YieldKind.Sum or YieldKind.Max or YieldKind.LogProduct)), "the yield has the wrong type");
            Define(yield.Result);
        }
    }

    private void Define(Value value)
    {
        Require(_defined.Add(value.Id), $"{value} is defined twice");
        _visible.Add(value.Id);
    }

    private void Use(Value value) => Require(_visible.Contains(value.Id), $"{value} is used where it is not defined");

    private void Use(Value value, IrType type)
    {
        Use(value);
        Require(value.Type == type, $"{value} is {value.Type} where {type} is needed");
    }

    private void UseIndex(Value? index)
    {
        if (index is { } present) Use(present, IrType.Integer);
    }

    private static void Require(bool condition, string message)
    {
        if (!condition) throw new InvalidOperationException(message);
    }
}
