using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

/// <summary>Evaluates IR slowly and plainly, so that passes can be compared by what their kernels mean.</summary>
/// <remarks>
/// Reals are <see cref="Number"/>s, integers <see cref="long"/>s, conditions <see cref="bool"/>s; arrays are arrays of these. Functions are
/// those of <see cref="Math"/> and <see cref="SpecialFunctions"/>: nothing of the table of operations but names is used.
/// </remarks>
internal sealed class Interpreter
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new()
    {
        ["add"] = x => x[0] + x[1],
        ["sub"] = x => x[0] - x[1],
        ["mul"] = x => x[0] * x[1],
        ["div"] = x => x[0] / x[1],
        ["neg"] = x => -x[0],
        ["sqrt"] = x => Math.Sqrt(x[0]),
        ["abs"] = x => Math.Abs(x[0]),
        ["min"] = x => Math.Min(x[0], x[1]),
        ["max"] = x => Math.Max(x[0], x[1]),
        ["exp"] = x => Math.Exp(x[0]),
        ["finite_exp"] = x => Math.Min(Math.Exp(x[0]), double.MaxValue),
        ["log"] = x => Math.Log(x[0]),
        ["log1p"] = x => SpecialFunctions.Log1p(x[0]),
        ["expm1"] = x => SpecialFunctions.Expm1(x[0]),
        ["pow"] = x => Math.Pow(x[0], x[1]),
        ["sin"] = x => Math.Sin(x[0]),
        ["cos"] = x => Math.Cos(x[0]),
        ["tan"] = x => Math.Tan(x[0]),
        ["atan"] = x => Math.Atan(x[0]),
        ["tanh"] = x => Math.Tanh(x[0]),
        ["asin"] = x => Math.Asin(x[0]),
        ["acos"] = x => Math.Acos(x[0]),
        ["sinh"] = x => Math.Sinh(x[0]),
        ["cosh"] = x => Math.Cosh(x[0]),
        ["cbrt"] = x => Math.Cbrt(x[0]),
        ["floor"] = x => Math.Floor(x[0]),
        ["ceiling"] = x => Math.Ceiling(x[0]),
        ["round"] = x => Math.Round(x[0]),
        ["truncate"] = x => Math.Truncate(x[0]),
        ["atan2"] = x => Math.Atan2(x[0], x[1]),
        ["logistic"] = x => SpecialFunctions.Logistic(x[0]),
        ["softplus"] = x => SpecialFunctions.Softplus(x[0]),
        ["lgamma"] = x => SpecialFunctions.LogGamma(x[0]),
        ["digamma"] = x => SpecialFunctions.Digamma(x[0]),
        ["trigamma"] = x => SpecialFunctions.Trigamma(x[0]),
        ["erf"] = x => SpecialFunctions.Erf(x[0]),
        ["erfc"] = x => SpecialFunctions.Erfc(x[0]),
        ["erf_inverse"] = x => SpecialFunctions.ErfInverse(x[0]),
        ["normal_cdf"] = x => SpecialFunctions.NormalCdf(x[0]),
        ["normal_quantile"] = x => SpecialFunctions.NormalQuantile(x[0]),
        ["log_normal_cdf"] = x => SpecialFunctions.LogNormalCdf(x[0]),
        ["inverse_mills_ratio"] = x => SpecialFunctions.InverseMillsRatio(x[0]),
        ["log1mexp"] = x => SpecialFunctions.Log1mExp(x[0]),
        ["log_add_exp"] = x => SpecialFunctions.LogAddExp(x[0], x[1]),
        ["xlogy"] = x => SpecialFunctions.XLogY(x[0], x[1]),
        ["xlog1py"] = x => SpecialFunctions.XLog1pY(x[0], x[1]),
        ["log_beta"] = x => SpecialFunctions.LogBeta(x[0], x[1]),
        ["fma"] = x => Math.FusedMultiplyAdd(x[0], x[1], x[2]),
        ["divide_or_zero"] = x => SpecialFunctions.DivideOrZero(x[0], x[1]),
    };

    private readonly Leaves _leaves;
    private readonly Dictionary<int, object> _values = [];
    private readonly List<Rule> _broken = [];
    private readonly List<bool> _sides = [];
    private bool _isDecided = true;

    private Interpreter(Leaves leaves) => _leaves = leaves;

    /// <summary>Runs a kernel.</summary>
    public static Evaluation Evaluate(Kernel kernel, Leaves leaves)
    {
        var interpreter = new Interpreter(leaves);
        interpreter.Run(kernel.Body);
        var outputs = kernel.Outputs.ToDictionary(output => (output.Kind, output.Symbol), output => interpreter._values[output.Value.Id]);
        return new(outputs, interpreter._broken, interpreter._isDecided) { Sides = interpreter._sides };
    }

    /// <summary>Calls a function of real numbers.</summary>
    public static Number Call(Function function, params Number[] arguments)
    {
        var interpreter = new Interpreter(new());
        for (int i = 0; i < arguments.Length; i++) interpreter._values[function.Parameters[i].Id] = arguments[i];
        interpreter.Run(function.Body);
        return (Number)interpreter._values[function.Result.Id];
    }

    /// <summary>Applies an operation that is no leaf to exact numbers.</summary>
    public static object Apply(Op op, params object[] arguments) => new Interpreter(new()).Compute(op, arguments);

    private void Run(Sequence<Statement> body)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Define { Op: var op } define when op == Operations.Constant:
                    _values[define.Result.Id] = (Number)define.Immediate.Number;
                    break;
                case Define { Op: var op } define when op == Operations.Integer:
                    _values[define.Result.Id] = (long)define.Immediate.Number;
                    break;
                case Define { Op: var op } define when op == Operations.Boolean:
                    _values[define.Result.Id] = define.Immediate.Number != 0;
                    break;
                case Define { Op: var op } define when op == Operations.Blank || op == Operations.Zeros:
                    _values[define.Result.Id] = Fresh(define.Result.Type, (long)_values[define.Arguments[0].Id], op == Operations.Zeros ? 0 : double.NaN);
                    break;
                case Define { Op.HasImmediate: true } leaf:
                    _values[leaf.Result.Id] = _leaves[leaf.Op, leaf.Immediate.Symbol!];
                    break;
                case Define define:
                    _values[define.Result.Id] = Compute(define.Op, [.. define.Arguments.Select(argument => _values[argument.Id])]);
                    break;
                case Require require:
                    if (!(bool)_values[require.Condition.Id]) _broken.Add(require.Rule);
                    break;
                case Loop loop:
                    Run(loop);
                    break;
                default:
                    throw new NotSupportedException($"a kernel has no {statement.GetType().Name}");
            }
        }
    }

    private void Run(Loop loop)
    {
        long extent = (long)_values[loop.Extent.Id];
        var results = loop.Yields.Select(yield => Start(yield, extent)).ToArray();
        for (long step = 0; step < extent; step++)
        {
            long i = loop.Order == Order.Backward ? extent - 1 - step : step;
            _values[loop.Index.Id] = i;
            for (int k = 0; k < results.Length; k++)
                if (loop.Yields[k].Inside is { } inside) _values[inside.Id] = results[k];
            Run(loop.Body);
            for (int k = 0; k < results.Length; k++) results[k] = Continue(loop.Yields[k], results[k], i);
        }

        for (int k = 0; k < results.Length; k++) _values[loop.Yields[k].Result.Id] = results[k];
    }

    private object Start(Yield yield, long extent) => yield.Kind switch
    {
        YieldKind.Sum or YieldKind.LogProduct => (Number)0,
        YieldKind.Max => (Number)double.NegativeInfinity,
        YieldKind.Thread => _values[yield.Into!.Value.Id],
        YieldKind.Array when yield.Result.Type.Scalar == Scalar.Integer => new long[extent],
        YieldKind.Array => new Number[extent],
        _ => new Number[(long)_values[yield.Size!.Value.Id]],
    };

    private object Continue(Yield yield, object result, long i)
    {
        object element = _values[yield.Element.Id];
        switch (result)
        {
            case var _ when yield.Kind == YieldKind.Thread:
                return element;
            case Number greatest when yield.Kind == YieldKind.Max:
                return Number.Apply(Functions["max"], [greatest, (Number)element]);
            case Number sum when yield.Kind == YieldKind.LogProduct:
                return Number.Apply(Functions["add"], [sum, Number.Apply(Functions["log"], [(Number)element])]);
            case Number sum:
                return Number.Apply(Functions["add"], [sum, (Number)element]);
            case long[] integers:
                integers[i] = (long)element;
                return integers;
            case Number[] numbers when yield.Kind == YieldKind.Array:
                numbers[i] = (Number)element;
                return numbers;
            case Number[] numbers when yield.Kind == YieldKind.Rows:
                for (int j = 0; j < numbers.Length; j++) numbers[j] = Number.Apply(Functions["fma"], [((Matrix)_values[yield.Matrix!.Value.Id])[i, j], (Number)element, numbers[j]]);
                return numbers;
            case Number[] numbers:
                ref var target = ref numbers[(long)_values[yield.At!.Value.Id]];
                target = Number.Apply(Functions["add"], [target, (Number)element]);
                return numbers;
            default:
                throw new NotSupportedException($"no yield is a {result.GetType().Name}");
        }
    }

    private object Compute(Op op, object[] arguments)
    {
        if (Side(op, arguments) is { } side) _sides.Add(side);
        if (Functions.TryGetValue(op.Name, out var function)) return Number.Apply(function, [.. arguments.Cast<Number>()]);
        return op.Name switch
        {
            "length" => (long)((Array)arguments[0]).Length,
            "load" => ((Array)arguments[0]).GetValue((long)arguments[1])!,
            "never_empty" => arguments[0] switch { Number[] { Length: 0 } => new[] { (Number)0.5 }, long[] { Length: 0 } => new long[1], var array => array },
            "iadd" => (long)arguments[0] + (long)arguments[1],
            "isub" => (long)arguments[0] - (long)arguments[1],
            "imul" => (long)arguments[0] * (long)arguments[1],
            "idiv" => (long)arguments[0] / (long)arguments[1],
            "imod" => (long)arguments[0] % (long)arguments[1],
            "imin" => Math.Min((long)arguments[0], (long)arguments[1]),
            "imax" => Math.Max((long)arguments[0], (long)arguments[1]),
            "row_order" => Reversed(((Array)arguments[0]).Length),
            "arrange" => Moved((Array)arguments[0], (long[])arguments[1], (row, place) => (row, place)),
            "restore" => Moved((Array)arguments[0], (long[])arguments[1], (row, place) => (place, row)),
            "slice" => ((Number[])arguments[0])[(int)(long)arguments[1]..(int)((long)arguments[1] + (long)arguments[2])],
            "pack" => new Matrix((Number[])arguments[0], (long)arguments[1]),
            "row_product" => ((Matrix)arguments[0]).Product((long)arguments[1], (Number[])arguments[2]),
            "least_squares_rows" => (long)LeastSquares.RowsFor((int)(long)arguments[0], (int)(long)arguments[1]),
            "least_squares" => Condensed((long)arguments[0], (Number[])arguments[1], (Number[])arguments[2], arguments[3..]),
            "put" => With(arguments, (_, value) => value),
            "increase" => With(arguments, (old, value) => Number.Apply(Functions["add"], [(Number)old, (Number)value])),
            "int" => (long)((Number)arguments[0]).Value,
            "real" => (Number)(long)arguments[0],
            "lt" => Compare(arguments) < 0,
            "le" => Compare(arguments) <= 0,
            "gt" => Compare(arguments) > 0,
            "ge" => Compare(arguments) >= 0,
            "eq" => Compare(arguments) == 0,
            "and" => (bool)arguments[0] & (bool)arguments[1],
            "or" => (bool)arguments[0] | (bool)arguments[1],
            "not" => !(bool)arguments[0],
            "select" => (bool)arguments[0] ? arguments[1] : arguments[2],
            _ => throw new NotSupportedException($"the interpreter does not know '{op}'"),
        };
    }

    /// <summary>An order of rows: what a kernel means does not depend on which it is.</summary>
    private static long[] Reversed(int rows) => [.. Enumerable.Range(0, rows).Select(place => (long)(rows - 1 - place))];

    private static Array Moved(Array array, long[] order, Func<long, long, (long From, long To)> move)
    {
        var moved = Array.CreateInstance(array.GetType().GetElementType()!, order.Length);
        for (int place = 0; place < order.Length; place++)
        {
            var (from, to) = move(order[place], place);
            moved.SetValue(array.GetValue(from), to);
        }

        return moved;
    }

    /// <summary>The numbers of <see cref="Operations.LeastSquares"/> with a fit of zeros; each has the bound of its whole column.</summary>
    private static Number[] Condensed(long count, Number[] weights, Number[] constants, object[] blocks)
    {
        var rows = new List<Number[]>();
        var widths = new List<int>();
        for (int i = 0; i < blocks.Length; i++)
        {
            var factors = (Number[])blocks[i];
            var columns = i + 1 < blocks.Length && blocks[i + 1] is Matrix matrix ? matrix.Columns(factors.Length) : null;
            if (columns is not null) i++;
            widths.Add(columns?.Length ?? 1);
            rows.AddRange(columns is null ? [factors] : columns.Select(column => column.Zip(factors, (x, f) => Number.Apply(Functions["mul"], [x, f])).ToArray()));
        }

        int parameters = rows.Count;
        if (count != parameters) return [.. Enumerable.Repeat((Number)double.NaN, parameters + 1)];
        rows.Add(constants);
        double[][] vectors = [.. rows.Select(column => weights.Zip(column, (w, f) => w.Value * f.Value).ToArray())];
        double[] errors = [.. rows.Select(column => weights.Zip(column, (w, f) => 1e-14 * Math.Abs(w.Value * f.Value) + Math.Abs(w.Value) * f.Error + w.Error * Math.Abs(f.Value)).Sum())];
        var triangle = new Number[parameters + 1, parameters + 1];
        for (int k = 0; k <= parameters; k++)
        {
            double length = Math.Sqrt(vectors[k].Sum(x => x * x));
            double[] direction = [.. vectors[k].Select(x => length > 0 ? x / length : 0)];
            triangle[k, k] = new(length, errors[k]);
            for (int j = k + 1; j <= parameters; j++)
            {
                double along = direction.Zip(vectors[j], (x, y) => x * y).Sum();
                vectors[j] = [.. vectors[j].Zip(direction, (y, x) => y - along * x)];
                triangle[k, j] = new(along, errors[j]);
            }
        }

        List<Number> numbers = [.. Enumerable.Repeat((Number)0, parameters), triangle[parameters, parameters], .. Enumerable.Range(0, parameters).Select(k => triangle[k, parameters])];
        int first = 0;
        foreach (int width in widths)
        {
            for (int k = 0; k < parameters; k++)
                for (int j = first; j < first + width; j++) numbers.Add(triangle[k, j]);
            first += width;
        }

        return [.. numbers];
    }

    /// <summary>A packed matrix, row after row.</summary>
    private sealed record Matrix(Number[] Elements, long Width)
    {
        public Number this[long row, long column] => Elements[row * Width + column];

        public Number Product(long row, Number[] vector)
        {
            Number sum = 0;
            for (long j = 0; j < Width; j++) sum = Number.Apply(Functions["fma"], [this[row, j], vector[j], sum]);
            return sum;
        }

        public Number[][] Columns(int rows) => [.. Enumerable.Range(0, (int)Width).Select(j => Enumerable.Range(0, rows).Select(i => this[i, j]).ToArray())];
    }

    /// <summary>On which side of its kink or jump an operation stands; null for one that has none.</summary>
    private static bool? Side(Op op, object[] arguments) => op.Name switch
    {
        "select" => (bool)arguments[0],
        "abs" => ((Number)arguments[0]).Value >= 0,
        "min" or "max" => ((Number)arguments[0]).Value >= ((Number)arguments[1]).Value,
        _ => null,
    };

    private static Array Fresh(IrType type, long length, double value)
    {
        if (type.Scalar == Scalar.Integer) return new long[length];
        var numbers = new Number[length];
        Array.Fill(numbers, (Number)value);
        return numbers;
    }

    /// <summary>A copy with another element: what was read before stays as it was.</summary>
    private static Array With(object[] arguments, Func<object, object, object> change)
    {
        var (array, at) = ((Array)((Array)arguments[0]).Clone(), (long)arguments[1]);
        array.SetValue(change(array.GetValue(at)!, arguments[2]), at);
        return array;
    }

    private int Compare(object[] arguments)
    {
        if (arguments is not [Number a, Number b]) return ((long)arguments[0]).CompareTo((long)arguments[1]);
        if (a != b && a.IsSameAs(b)) _isDecided = false;
        return a.Value.CompareTo(b.Value);
    }
}
