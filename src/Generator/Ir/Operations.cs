namespace ProbModels.Generator.Ir;

/// <summary>The table of operations: one row each, with arity, folding, derivative and spelling per target.</summary>
/// <remarks>
/// Only + − × ÷ √ fold: they round alike everywhere, and any other function of the host may differ from the user's machine.
/// A derivative is stated in terms of arguments <c>a</c> and result <c>y</c>; one generic test checks them all against differences.
/// </remarks>
internal static class Operations
{
    private const double TwoOverSqrtPi = 1.1283791670955126, InverseSqrtTwoPi = 0.3989422804014327;

    /// <summary>What stands before a function of numbers: the alias of its class in generated files, because a project may import System.Math everywhere.</summary>
    public const string Scalars = "M.";

    private static readonly Dictionary<string, Op> Table = [];

    // Leaves: constants, and what a program reads.
    public static readonly Op Constant = Leaf("constant");
    public static readonly Op Integer = Leaf("integer");
    public static readonly Op Boolean = Leaf("boolean");
    public static readonly Op Input = Leaf("input");
    public static readonly Op Observed = Leaf("observed");
    public static readonly Op Given = Leaf("given");

    /// <summary>The numbers of an observable's elements that are inferred because they are missing.</summary>
    public static readonly Op Imputed = Leaf("imputed");

    /// <summary>For each element of an observable its number among those that are inferred; their count where it is none of them.</summary>
    public static readonly Op Slot = Leaf("slot");
    public static readonly Op Position = Leaf("position");
    public static readonly Op Recorded = Leaf("recorded");
    public static readonly Op Bound = Leaf("bound");

    // Arrays and indices.
    public static readonly Op Length = Row("length", 1, a => a[0].Type.IsArray, _ => IrType.Integer, scalars: new("{0}.Length", 4));
    public static readonly Op Load = Row("load", 2, a => a[0].Type.IsArray && a[1].Type == IrType.Integer, a => a[0].Type.Element, scalars: new("{0}[{1}]", 4));
    public static readonly Op IndexAdd = Row("iadd", 2, AreIntegers, _ => IrType.Integer, scalars: new("{0} + {1}", 1), commutes: true);
    public static readonly Op IndexSubtract = Row("isub", 2, AreIntegers, _ => IrType.Integer, scalars: new("{0} - {1}", 1));
    public static readonly Op IndexMultiply = Row("imul", 2, AreIntegers, _ => IrType.Integer, scalars: new("{0} * {1}", 2), commutes: true);
    public static readonly Op ToReal = Row("real", 1, AreIntegers, _ => IrType.Real, scalars: new("(double){0}", 3));

    /// <summary>The integer of a real number without its fraction, as C# converts.</summary>
    public static readonly Op ToInteger = Row("int", 1, a => a[0].Type == IrType.Real, _ => IrType.Integer, scalars: new("(int){0}", 3));

    /// <summary>An int as a long: what is computed from it does not overflow where an int does.</summary>
    public static readonly Op Widen = Row("widen", 1, AreIntegers, _ => IrType.Integer, scalars: new("(long){0}", 3));

    /// <summary>A long as an int: its lower half, as C# converts.</summary>
    public static readonly Op Narrow = Row("narrow", 1, AreIntegers, _ => IrType.Integer, scalars: new("unchecked((int){0})", 4));

    public static readonly Op IndexDivide = Row("idiv", 2, AreIntegers, _ => IrType.Integer, scalars: new("{0} / {1}", 2));
    public static readonly Op Remainder = Row("imod", 2, AreIntegers, _ => IrType.Integer, scalars: new("{0} % {1}", 2));
    public static readonly Op IndexMin = Row("imin", 2, AreIntegers, _ => IrType.Integer, scalars: new("global::System.Math.Min({0}, {1})", 4), commutes: true);
    public static readonly Op IndexMax = Row("imax", 2, AreIntegers, _ => IrType.Integer, scalars: new("global::System.Math.Max({0}, {1})", 4), commutes: true);

    // Arrays that are built element by element. Each of these makes a new array for its readers, and works in place: of an array that was
    // put into, or increased, only the newest form is changed again, and an element is read only once it has its value for good.

    /// <summary>An array of a length whose elements have no value yet; its name tells it from others.</summary>
    public static readonly Op Blank = Register(new Op("blank", 1) { HasImmediate = true, Takes = AreIntegers });

    /// <summary>An array, or where it is empty one with a single element: what is read in a branch that is not taken is there.</summary>
    public static readonly Op NeverEmpty = Row("never_empty", 1, a => a[0].Type.IsArray, a => a[0].Type, scalars: new("Binding.NeverEmpty({0})", 4));

    /// <summary>An array of zeros of a length, made anew where the second argument is known.</summary>
    public static readonly Op Zeros = Register(new Op("zeros", 2) { HasImmediate = true, Takes = AreIntegers });

    /// <summary>An array with a value at an index that had none.</summary>
    public static readonly Op Put = Register(new Op("put", 3) { Takes = IsElement, Result = a => a[0].Type });

    /// <summary>An array with an amount added at an index.</summary>
    public static readonly Op Increase = Register(new Op("increase", 3) { Takes = IsElement, Result = a => a[0].Type });

    /// <summary>A part of an array: its start and its length. Readers see through it.</summary>
    public static readonly Op Slice = Register(new Op("slice", 3) { Takes = a => a[0].Type.IsArray && a[1].Type == IrType.Integer && a[2].Type == IrType.Integer, Result = a => a[0].Type });

    /// <summary>A matrix of rows that lie one after the other, with a number of columns, packed for <see cref="RowProduct"/>.</summary>
    public static readonly Op Pack = Register(new Op("pack", 2) { Takes = a => a[0].Type == IrType.Real.ArrayOf && a[1].Type == IrType.Integer, Result = _ => IrType.Matrix });

    /// <summary>A row of a matrix times a vector: Σ matrix[row, j] · vector[j].</summary>
    public static readonly Op RowProduct = Register(new Op("row_product", 3)
    {
        Takes = a => a[0].Type == IrType.Matrix && a[1].Type == IrType.Integer && a[2].Type == IrType.Real.ArrayOf,
        Result = _ => IrType.Real,
        Weight = 1,
    });

    /// <summary>
    /// A sum of squares Σ (w (c + Σ v f))² over rows as a function of v, in numbers that do not depend on the count of rows. Of how many rows
    /// stand for them, weights w, constants c and the columns f; a matrix stands for its columns, each times the column before it. See
    /// <c>LeastSquares</c> of the library for what the numbers are.
    /// </summary>
    public static readonly Op LeastSquares = Register(new Op("least_squares", Op.Several)
    {
        Takes = a => a.Count >= 4 && a[0].Type == IrType.Integer && a.Skip(1).Take(3).All(column => column.Type == IrType.Real.ArrayOf) && a.Skip(4).All(block => block.Type.Scalar == Scalar.Real && block.Type.IsArray),
        Result = _ => IrType.Real.ArrayOf,
    });

    /// <summary>How many rows stand for a count of them with so many columns: as many as columns, or none where that would save too little.</summary>
    public static readonly Op LeastSquaresRows = Row("least_squares_rows", 2, AreIntegers, _ => IrType.Integer, scalars: new("LeastSquares.RowsFor({0}, {1})", 4));

    // The order in which a plate's rows are computed, so that rows of one group follow each other.

    /// <summary>An order of rows that brings those together that columns of indices give to one group: for each place the row that stands there. See <c>RowOrder</c> of the library.</summary>
    public static readonly Op RowOrder = Register(new Op("row_order", Op.Several) { Takes = a => a.Count >= 1 && a.All(column => column.Type == IrType.Integer.ArrayOf), Result = _ => IrType.Integer.ArrayOf });

    /// <summary>The elements, or the matrix's rows, in an order.</summary>
    public static readonly Op Arrange = Register(new Op("arrange", 2) { Takes = IsOrdered, Result = a => a[0].Type });

    /// <summary>The array that <see cref="Arrange"/> brought into an order.</summary>
    public static readonly Op Restore = Register(new Op("restore", 2) { Takes = IsOrdered, Result = a => a[0].Type });

    // Arithmetic.
    public static readonly Op Add = Arithmetic("add", "{0} + {1}", 1, x => x[0] + x[1], [(a, y) => 1, (a, y) => 1], commutes: true);
    public static readonly Op Subtract = Arithmetic("sub", "{0} - {1}", 1, x => x[0] - x[1], [(a, y) => 1, (a, y) => -1]);
    public static readonly Op Multiply = Arithmetic("mul", "{0} * {1}", 2, x => x[0] * x[1], [(a, y) => a[1], (a, y) => a[0]], commutes: true);
    public static readonly Op Divide = Arithmetic("div", "{0} / {1}", 2, x => x[0] / x[1], [(a, y) => 1 / a[1], (a, y) => -y / a[1]]);
    public static readonly Op Negate = Arithmetic("neg", "-{0}", 3, x => -x[0], [(a, y) => -1]);

    /// <summary>x · y + z, rounded once.</summary>
    public static readonly Op Fma = Row(
        "fma", 3, a => a.All(argument => argument.Type == IrType.Real), _ => IrType.Real, scalars: new(Scalars + "Fma({0}, {1}, {2})", 4), vectors: new("Fma({0}, {1}, {2})", 4),
        partials: [(a, y) => a[1], (a, y) => a[0], (a, y) => 1]);

    public static readonly Op Sqrt = Function("sqrt", "Sqrt", [(a, y) => 0.5 / y], fold: x => Math.Sqrt(x[0]), weight: 0);
    public static readonly Op Abs = Function("abs", "Abs", [(a, y) => Term.Select(a[0] >= 0, 1, -1)], weight: 0);
    public static readonly Op Min = Function("min", "Min", [(a, y) => Term.Select(a[0] <= a[1], 1, 0), (a, y) => Term.Select(a[0] <= a[1], 0, 1)], weight: 0);
    public static readonly Op Max = Function("max", "Max", [(a, y) => Term.Select(a[0] >= a[1], 1, 0), (a, y) => Term.Select(a[0] >= a[1], 0, 1)], weight: 0);

    // Elementary functions.
    public static readonly Op Exp = Function("exp", "Exp", [(a, y) => y]);

    /// <summary>The exponential function, and where that is infinite the greatest number that it can be: what a quotient is multiplied by in the place of a division.</summary>
    public static readonly Op FiniteExp = Function("finite_exp", "FiniteExp", [(a, y) => y]);
    public static readonly Op Log = Function("log", "Log", [(a, y) => 1 / a[0]]);
    public static readonly Op Log1p = Function("log1p", "Log1p", [(a, y) => 1 / (1 + a[0])]);
    public static readonly Op Expm1 = Function("expm1", "Expm1", [(a, y) => 1 + y]);

    /// <summary>Powers. Those of 0 do not change with a positive exponent, though the logarithm of 0 is infinite.</summary>
    public static readonly Op Pow = Function("pow", "Pow", [(a, y) => a[1] * Term.Of(Pow!, a[0], a[1] - 1), (a, y) => y * Term.Select(a[0] <= 0, 0, Term.Of(Log!, a[0]))], weight: 2);

    public static readonly Op Sin = Function("sin", "Sin", [(a, y) => Term.Of(Cos!, a[0])], weight: 2);
    public static readonly Op Cos = Function("cos", "Cos", [(a, y) => -Term.Of(Sin!, a[0])], weight: 2);
    public static readonly Op Tan = Function("tan", "Tan", [(a, y) => 1 + y * y], weight: 2);
    public static readonly Op Atan = Function("atan", "Atan", [(a, y) => 1 / (1 + a[0] * a[0])], weight: 2);
    public static readonly Op Tanh = Function("tanh", "Tanh", [(a, y) => 1 - y * y], weight: 2);
    public static readonly Op Asin = Function("asin", "Asin", [(a, y) => 1 / Term.Of(Sqrt!, (1 - a[0]) * (1 + a[0]))], weight: 2);
    public static readonly Op Acos = Function("acos", "Acos", [(a, y) => -1 / Term.Of(Sqrt!, (1 - a[0]) * (1 + a[0]))], weight: 2);
    public static readonly Op Atan2 = Function("atan2", "Atan2", [(a, y) => a[1] / (a[0] * a[0] + a[1] * a[1]), (a, y) => -a[0] / (a[0] * a[0] + a[1] * a[1])], weight: 2);
    public static readonly Op Sinh = Function("sinh", "Sinh", [(a, y) => Term.Of(Cosh!, a[0])], weight: 2);
    public static readonly Op Cosh = Function("cosh", "Cosh", [(a, y) => Term.Of(Sinh!, a[0])], weight: 2);
    public static readonly Op Cbrt = Function("cbrt", "Cbrt", [(a, y) => 1 / (3 * y * y)], weight: 2);
    public static readonly Op Floor = Function("floor", "Floor", [(a, y) => 0], weight: 0);
    public static readonly Op Ceiling = Function("ceiling", "Ceiling", [(a, y) => 0], weight: 0);
    public static readonly Op Round = Function("round", "Round", [(a, y) => 0], weight: 0);
    public static readonly Op Truncate = Function("truncate", "Truncate", [(a, y) => 0], weight: 0);

    // Special functions.
    public static readonly Op Logistic = Function("logistic", "Logistic", [(a, y) => y * (1 - y)]);
    public static readonly Op Softplus = Function("softplus", "Softplus", [(a, y) => Term.Of(Logistic!, a[0])], weight: 2);
    public static readonly Op LogGamma = Function("lgamma", "LogGamma", [(a, y) => Term.Of(Digamma!, a[0])], weight: 4);
    public static readonly Op Digamma = Function("digamma", "Digamma", [(a, y) => Term.Of(Trigamma!, a[0])], weight: 4);
    public static readonly Op Trigamma = Function("trigamma", "Trigamma", [], weight: 4);
    public static readonly Op LogBeta = Function("log_beta", "LogBeta", [(a, y) => Term.Of(Digamma!, a[0]) - Term.Of(Digamma!, a[0] + a[1]), (a, y) => Term.Of(Digamma!, a[1]) - Term.Of(Digamma!, a[0] + a[1])], weight: 4);

    // The normal distribution.
    public static readonly Op Erf = Function("erf", "Erf", [(a, y) => TwoOverSqrtPi * Term.Of(Exp!, -(a[0] * a[0]))], weight: 4);
    public static readonly Op Erfc = Function("erfc", "Erfc", [(a, y) => -TwoOverSqrtPi * Term.Of(Exp!, -(a[0] * a[0]))], weight: 4);
    public static readonly Op ErfInverse = Function("erf_inverse", "ErfInverse", [(a, y) => 1 / TwoOverSqrtPi * Term.Of(Exp!, y * y)], weight: 4);
    public static readonly Op NormalCdf = Function("normal_cdf", "NormalCdf", [(a, y) => InverseSqrtTwoPi * Term.Of(Exp!, -0.5 * (a[0] * a[0]))], weight: 4);
    public static readonly Op NormalQuantile = Function("normal_quantile", "NormalQuantile", [(a, y) => 1 / InverseSqrtTwoPi * Term.Of(Exp!, 0.5 * (y * y))], weight: 4);
    public static readonly Op LogNormalCdf = Function("log_normal_cdf", "LogNormalCdf", [(a, y) => Term.Of(InverseMillsRatio!, a[0])], weight: 4);

    // Its derivative cancels in the left tail, where a + y approaches −1/a: of 16 digits 10 are left at −1000. First derivatives of log Φ keep all.
    public static readonly Op InverseMillsRatio = Function("inverse_mills_ratio", "InverseMillsRatio", [(a, y) => -y * (a[0] + y)], weight: 4);

    // Sums of numbers that are known by their logarithms.
    public static readonly Op Log1mExp = Function("log1mexp", "Log1mExp", [(a, y) => -1 / Term.Of(Expm1!, -a[0])], weight: 2);
    public static readonly Op LogAddExp = Function("log_add_exp", "LogAddExp", [(a, y) => Term.Of(Logistic!, a[0] - a[1]), (a, y) => Term.Of(Logistic!, a[1] - a[0])], weight: 2);

    /// <summary>x · log(y), and 0 where x is 0.</summary>
    public static readonly Op XLogY = Function("xlogy", "XLogY", [(a, y) => Term.Of(Log!, a[1]), (a, y) => Term.Of(DivideOrZero!, a[0], a[1])]);

    /// <summary>x · log(1 + y), and 0 where x is 0.</summary>
    public static readonly Op XLog1pY = Function("xlog1py", "XLog1pY", [(a, y) => Term.Of(Log1p!, a[1]), (a, y) => Term.Of(DivideOrZero!, a[0], 1 + a[1])]);

    /// <summary>x / y, and 0 where x is 0: the derivative of <see cref="XLogY"/>.</summary>
    public static readonly Op DivideOrZero = Function("divide_or_zero", "DivideOrZero", [(a, y) => Term.Select(a[0] <= 0 & a[0] >= 0, 0, 1 / a[1]), (a, y) => -Term.Of(DivideOrZero!, y, a[1])], weight: 0);

    // Conditions.
    public static readonly Op Less = Comparison("lt", "<", "LessThan");
    public static readonly Op LessOrEqual = Comparison("le", "<=", "LessThanOrEqual");
    public static readonly Op Greater = Comparison("gt", ">", "GreaterThan");
    public static readonly Op GreaterOrEqual = Comparison("ge", ">=", "GreaterThanOrEqual");
    public static readonly Op Equal = Comparison("eq", "==", "Equals");
    public static readonly Op And = Row("and", 2, AreConditions, _ => IrType.Boolean, scalars: new("{0} && {1}", 0), vectors: new("{0} & {1}", 0), commutes: true);

    public static readonly Op Or = Row("or", 2, AreConditions, _ => IrType.Boolean, scalars: new("{0} || {1}", 0), vectors: new("{0} | {1}", 0), commutes: true);
    public static readonly Op Not = Row("not", 1, AreConditions, _ => IrType.Boolean, scalars: new("!{0}", 3), vectors: new("~{0}", 3));

    /// <summary>The second argument where the first holds, else the third.</summary>
    public static readonly Op Select = Row(
        "select", 3, a => a[0].Type == IrType.Boolean && a[1].Type == a[2].Type, a => a[1].Type, scalars: new("({0} ? {1} : {2})", 4), vectors: new("X.ConditionalSelect({0}, {1}, {2})", 4),
        partials: [(a, y) => 0, (a, y) => Term.Select(a[0], 1, 0), (a, y) => Term.Select(a[0], 0, 1)]);

    public static IReadOnlyCollection<Op> All => Table.Values;

    public static Op? Named(string name) => Table.TryGetValue(name, out var op) ? op : null;

    /// <summary>The operation that a method of System.Math or ProbModels.SpecialFunctions stands for.</summary>
    public static Op? OfMethod(string method, int arity) => Table.Values.FirstOrDefault(op => op.Method == method && op.Arity == arity);

    private static Op Leaf(string name) => Register(new Op(name, 0) { HasImmediate = true, Takes = AreIntegers });

    private static Op Arithmetic(string name, string format, int precedence, Func<double[], double> fold, Partial[] partials, bool commutes = false) =>
        Register(new Op(name, partials.Length)
        {
            Result = _ => IrType.Real,
            Fold = fold,
            Partials = partials,
            IsCommutative = commutes,
            InScalars = new(format, precedence),
            InVectors = new(format, precedence),
        });

    private static Op Function(string name, string method, Partial[] partials, Func<double[], double>? fold = null, int weight = 1)
    {
        int arity = Math.Max(1, partials.Length);
        var call = new Spelling(arity == 1 ? $"{method}({{0}})" : $"{method}({{0}}, {{1}})", 4);
        var scalarCall = call with { Format = Scalars + call.Format };
        return Register(new Op(name, arity)
        {
            Result = _ => IrType.Real,
            Fold = fold,
            Partials = partials,
            Method = method,
            Weight = weight,
            InScalars = scalarCall,
            InVectors = call,
        });
    }

    private static Op Comparison(string name, string symbol, string method) =>
        Row(name, 2, a => a[0].Type == a[1].Type && !a[0].Type.IsArray && a[0].Type != IrType.Boolean, _ => IrType.Boolean, scalars: new($"{{0}} {symbol} {{1}}", 0), vectors: new($"X.{method}({{0}}, {{1}})", 4));

    private static Op Row(
        string name, int arity, Func<Sequence<Value>, bool> takes, Func<Sequence<Value>, IrType> result, Spelling scalars, Spelling? vectors = null, Partial[]? partials = null, bool commutes = false) =>
        Register(new Op(name, arity)
        {
            Takes = takes,
            Result = result,
            Partials = partials ?? [],
            IsCommutative = commutes,
            InScalars = scalars,
            InVectors = vectors,
        });

    private static bool AreIntegers(Sequence<Value> arguments) => arguments.All(argument => argument.Type == IrType.Integer);

    private static bool AreConditions(Sequence<Value> arguments) => arguments.All(argument => argument.Type == IrType.Boolean);

    private static bool IsElement(Sequence<Value> a) => a[0].Type.IsArray && a[1].Type == IrType.Integer && a[2].Type == a[0].Type.Element;

    private static bool IsOrdered(Sequence<Value> a) => a[0].Type.IsArray && a[1].Type == IrType.Integer.ArrayOf;

    private static Op Register(Op op)
    {
        Table.Add(op.Name, op);
        return op;
    }
}
