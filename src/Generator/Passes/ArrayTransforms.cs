using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>The transforms of vectors and matrices between unconstrained coordinates and their supports.</summary>
/// <remarks>
/// Source: Stan reference manual, "Constraint transforms". What is left of a stick, and of a row's length, is kept as a logarithm, so that
/// nothing is subtracted from 1. A log Jacobian is that of the free elements.
/// </remarks>
/// <param name="builder">Receives the statements.</param>
/// <param name="name">Names the arrays that are made; no two uses in a model share one.</param>
internal sealed class ArrayTransforms(Builder builder, string name)
{
    /// <summary>The number of unconstrained coordinates of a value with the given axes.</summary>
    public static Value Coordinates(Builder builder, ConstraintKind support, IReadOnlyList<Value> sizes)
    {
        var one = builder.Integer(1);
        return support switch
        {
            ConstraintKind.Simplex => builder.Add(Operations.IndexSubtract, sizes[0], one),
            ConstraintKind.CholeskyCorrelation => Triangle(builder, sizes[0]),
            _ => sizes.Aggregate(one, (a, b) => builder.Add(Operations.IndexMultiply, a, b)),
        };
    }

    /// <summary>From coordinates to a value, with the log Jacobian.</summary>
    public (Value Array, Term LogJacobian) Constrain(ConstraintKind support, Value coordinates, IReadOnlyList<Value> sizes) => support switch
    {
        ConstraintKind.Simplex => BreakStick(coordinates, sizes[0]),
        ConstraintKind.Ordered => AddSteps(coordinates, sizes[0]),
        ConstraintKind.CholeskyCorrelation => FillRows(coordinates, sizes[0]),
        ConstraintKind.None => (coordinates, 0),
        _ => throw new NotSupportedException($"there are no vectors on the support {support}"),
    };

    /// <summary>From a value to its coordinates: the way back.</summary>
    public Value Unconstrain(ConstraintKind support, Value value, IReadOnlyList<Value> sizes) => support switch
    {
        ConstraintKind.Simplex => MendStick(value, sizes[0]),
        ConstraintKind.Ordered => TakeSteps(value, sizes[0]),
        ConstraintKind.CholeskyCorrelation => ReadRows(value, sizes[0]),
        _ => value,
    };

    /// <summary>Part k of what is left of a stick is logistic(qₖ − log(K − k)).</summary>
    private (Value, Term) BreakStick(Value q, Value size)
    {
        var last = Less(size, 1);
        var loop = new ForwardLoop(builder, last, "the breaks of a stick");
        var logLeft = loop.Carry(name + "LogLeft", 0);
        var x = loop.Fill(Blank(size));
        loop.Open();
        var logOdds = At(q, loop.Index) - Term.Of(Operations.Log, Real(builder.Add(Operations.IndexSubtract, last, loop.Index)));
        var logElement = logLeft.Now - Term.Of(Operations.Softplus, -logOdds);
        var shrinkage = Term.Of(Operations.Softplus, logOdds);
        x.Put(loop.Index, Term.Of(Operations.Exp, logElement));
        loop.Sum(logElement - shrinkage);
        logLeft.Next(logLeft.Now - shrinkage);
        var logJacobian = loop.Close()[0];
        x.Put(last, Term.Of(Operations.Exp, logLeft.Now));
        return (x.Now, logJacobian);
    }

    private Value MendStick(Value x, Value size)
    {
        // From the end of the stick: what is left after element k is the sum of those behind it.
        var last = Less(size, 1);
        var loop = new ForwardLoop(builder, last, "the breaks of a stick, from the last");
        var left = loop.Carry(name + "Left", At(x, last));
        var q = loop.Fill(builder.Leaf(Operations.Blank, IrType.Real.ArrayOf, name + "Coordinates", name, size));
        loop.Open();
        var k = builder.Add(Operations.IndexSubtract, Less(last, 1), loop.Index);
        var element = At(x, k);
        q.Put(k, Term.Of(Operations.Log, element) - Term.Of(Operations.Log, left.Now) + Term.Of(Operations.Log, Real(builder.Add(Operations.IndexSubtract, last, k))));
        left.Next(left.Now + element);
        loop.Close();
        return q.Now;
    }

    /// <summary>The first number as it is, then positive differences as exponentials.</summary>
    private (Value, Term) AddSteps(Value q, Value size)
    {
        var array = builder.Add(Operations.Put, Blank(size), builder.Integer(0), builder.Add(Operations.Load, q, builder.Integer(0)));
        var loop = new ForwardLoop(builder, Less(size, 1), "the steps of increasing numbers");
        var x = loop.Fill(array);
        loop.Open();
        var k = builder.Add(Operations.IndexAdd, loop.Index, builder.Integer(1));
        var step = At(q, k);
        x.Put(k, x[loop.Index] + Term.Of(Operations.Exp, step));
        loop.Sum(step);
        var logJacobian = loop.Close()[0];
        return (x.Now, logJacobian);
    }

    private Value TakeSteps(Value x, Value size)
    {
        var blank = builder.Leaf(Operations.Blank, IrType.Real.ArrayOf, name + "Coordinates", name, size);
        var array = builder.Add(Operations.Put, blank, builder.Integer(0), builder.Add(Operations.Load, x, builder.Integer(0)));
        var loop = new ForwardLoop(builder, Less(size, 1), "the steps of increasing numbers");
        var q = loop.Fill(array);
        loop.Open();
        var k = builder.Add(Operations.IndexAdd, loop.Index, builder.Integer(1));
        q.Put(k, Term.Of(Operations.Log, At(x, k) - At(x, loop.Index)));
        loop.Close();
        return q.Now;
    }

    /// <summary>Row by row, each coordinate's hyperbolic tangent is a partial correlation: the part of what is left of the row's length.</summary>
    private (Value, Term) FillRows(Value q, Value size)
    {
        var rows = new ForwardLoop(builder, size, "the rows of a Cholesky factor");
        var x = rows.Fill(Blank(builder.Add(Operations.IndexMultiply, size, size)));
        rows.Open();
        var i = rows.Index;
        var (start, first) = (builder.Add(Operations.IndexMultiply, i, size), Triangle(builder, i));

        var columns = new ForwardLoop(builder, i, "the columns below the diagonal");
        var logLength = columns.Carry(name + "LogLength", 0);
        var row = columns.Fill(x.Now);
        columns.Open();
        var coordinate = At(q, builder.Add(Operations.IndexAdd, first, columns.Index));
        var distance = Term.Of(Operations.Abs, coordinate);
        var logCosh = distance + Term.Of(Operations.Log1p, 0.5 * Term.Of(Operations.Expm1, -2 * distance));
        row.Put(builder.Add(Operations.IndexAdd, start, columns.Index), Term.Of(Operations.Tanh, coordinate) * Term.Of(Operations.Exp, logLength.Now));
        columns.Sum(logLength.Now - 2 * logCosh);
        logLength.Next(logLength.Now - logCosh);
        var logJacobian = columns.Close()[0];
        x.Become(row.Now);
        x.Put(builder.Add(Operations.IndexAdd, start, i), Term.Of(Operations.Exp, logLength.Now));

        var zeros = new ForwardLoop(builder, builder.Add(Operations.IndexSubtract, Less(size, 1), i), "the columns above the diagonal");
        var rest = zeros.Fill(x.Now);
        zeros.Open();
        var column = builder.Add(Operations.IndexAdd, builder.Add(Operations.IndexAdd, i, builder.Integer(1)), zeros.Index);
        rest.Put(builder.Add(Operations.IndexAdd, start, column), 0);
        zeros.Close();
        x.Become(rest.Now);

        rows.Sum(logJacobian);
        var total = rows.Close()[0];
        return (x.Now, total);
    }

    private Value ReadRows(Value x, Value size)
    {
        var rows = new ForwardLoop(builder, size, "the rows of a Cholesky factor");
        var q = rows.Fill(builder.Leaf(Operations.Blank, IrType.Real.ArrayOf, name + "Coordinates", name, builder.Add(Operations.IndexMultiply, size, size)));
        rows.Open();
        var i = rows.Index;
        var (start, first) = (builder.Add(Operations.IndexMultiply, i, size), Triangle(builder, i));
        var diagonal = At(x, builder.Add(Operations.IndexAdd, start, i));

        // From the diagonal to the left: tanh q = x / √(x² + left) says sinh q = x / √left.
        var columns = new ForwardLoop(builder, i, "the columns below the diagonal, from the last");
        var left = columns.Carry(name + "Left", diagonal * diagonal);
        var coordinates = columns.Fill(q.Now);
        columns.Open();
        var j = builder.Add(Operations.IndexSubtract, Less(i, 1), columns.Index);
        var element = At(x, builder.Add(Operations.IndexAdd, start, j));
        var ratio = element / Term.Of(Operations.Sqrt, left.Now);
        var distance = Term.Of(Operations.Abs, ratio);
        var magnitude = Term.Of(Operations.Log1p, distance + distance * distance / (1 + Term.Of(Operations.Sqrt, 1 + distance * distance)));
        coordinates.Put(builder.Add(Operations.IndexAdd, first, j), Term.Select(ratio < 0, -magnitude, magnitude));
        left.Next(left.Now + element * element);
        columns.Close();
        q.Become(coordinates.Now);
        rows.Close();
        return q.Now;
    }

    /// <summary>n (n − 1) / 2.</summary>
    private static Value Triangle(Builder builder, Value n) =>
        builder.Add(Operations.IndexDivide, builder.Add(Operations.IndexMultiply, n, builder.Add(Operations.IndexSubtract, n, builder.Integer(1))), builder.Integer(2));

    private Value Blank(Value length) => builder.Leaf(Operations.Blank, IrType.Real.ArrayOf, name + "Value", name, length);

    private Value Less(Value value, int number) => builder.Add(Operations.IndexSubtract, value, builder.Integer(number));

    private Term At(Value array, Value index) => new(builder, builder.Add(Operations.Load, array, index));

    private Term Real(Value integer) => new(builder, builder.Add(Operations.ToReal, integer));
}
