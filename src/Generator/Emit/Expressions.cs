using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Which C# a block is written in.</summary>
internal enum Target
{
    Scalars,
    Vectors,
}

/// <summary>Writes definitions as C#: a local for each value that has a name or several uses, an expression inside its use for others.</summary>
/// <param name="definitionOf">The definition of a value of the kernel, for names.</param>
internal sealed class Expressions(CodeWriter writer, Target target, NameScope names, Func<Value, Define?> definitionOf)
{
    private const int LongestExpression = 110;
    private const int Atom = 4;

    private static readonly Spelling Masking = new("{1} & {0}", 0), Zeroing = new("X.ConditionalSelect({0}, {1}, V.Zero)", 4);

    private static readonly Op[] Comparisons = [Operations.Less, Operations.LessOrEqual, Operations.Greater, Operations.GreaterOrEqual, Operations.Equal];

    private readonly Dictionary<int, (string Text, int Precedence)> _texts = [];
    private readonly Dictionary<int, int> _uses = [];
    private readonly HashSet<int> _numbers = [];
    private readonly Dictionary<Value, (Define Softplus, Define Logistic)> _sharing = [];

    /// <summary>Counts the uses of values in a block, so that single uses can be written in place.</summary>
    public void Count(IEnumerable<Value> uses)
    {
        foreach (var value in uses) _uses[value.Id] = _uses.TryGetValue(value.Id, out int count) ? count + 1 : 1;
    }

    /// <summary>Finds the arguments of which a block needs both the softplus and its derivative, the logistic: one exponential serves both.</summary>
    public void Share(IReadOnlyList<Define> block)
    {
        foreach (var softplus in block.Where(define => define.Op == Operations.Softplus))
            if (block.FirstOrDefault(define => define.Op == Operations.Logistic && define.Arguments[0] == softplus.Arguments[0]) is { } logistic)
                _sharing[softplus.Arguments[0]] = (softplus, logistic);
    }

    /// <summary>Whether it is stated already how a value is written.</summary>
    public bool IsWritten(Value value) => _texts.ContainsKey(value.Id);

    /// <summary>States how a value is written.</summary>
    public void Set(Value value, string text) => _texts[value.Id] = (text, Atom);

    /// <summary>States that a value is a number that is written out.</summary>
    public void SetNumber(Value value, string text)
    {
        _texts[value.Id] = (text, text[0] == '-' ? 3 : Atom);
        _numbers.Add(value.Id);
    }

    /// <summary>Whether a value is a number that is written out.</summary>
    public bool IsNumber(Value value) => _numbers.Contains(value.Id);

    /// <summary>A value as an operand that binds at least as tightly as asked for.</summary>
    public string Text(Value value, int precedence = 0)
    {
        var (text, actual) = _texts[value.Id];
        return actual < precedence ? $"({text})" : text;
    }

    /// <summary>Writes a definition.</summary>
    public void Define(Define define)
    {
        if (define.Op == Operations.Constant || define.Op == Operations.Integer)
        {
            SetNumber(define.Result, Literal(define.Immediate.Number));
            return;
        }

        if (IsShared(define))
        {
            if (IsWritten(define.Result)) return;
            if (_sharing.TryGetValue(define.Arguments[0], out var both))
            {
                string argument = Operand(define, define.Arguments[0], 0), type = target == Target.Vectors ? "V" : "double";
                writer.Line($"{type} {Local(both.Softplus)} = {(target == Target.Vectors ? "" : Operations.Scalars)}SoftplusAndLogistic({argument}, out {type} {Local(both.Logistic)});");
                return;
            }
        }

        var spelling = (target == Target.Vectors ? IsWithZero(define) ? IsComparison(define.Arguments[0]) ? Zeroing : Masking : define.Op.InVectors : define.Op.InScalars)
            ?? throw new NotSupportedException($"{define.Op} has no form for {target}");
        Put(define, Format(define, spelling), spelling.Precedence);
    }

    /// <summary>Writes two functions of one kind in one call.</summary>
    public void DefineTogether(Define define, Define partner)
    {
        string arguments = $"{Operand(define, define.Arguments[0], 0)}, {Operand(partner, partner.Arguments[0], 0)}";
        if (IsShared(define) && _sharing.TryGetValue(define.Arguments[0], out var first) && _sharing.TryGetValue(partner.Arguments[0], out var second))
            writer.Line($"{Operations.Scalars}SoftplusAndLogisticPair({arguments}, out double {Local(first.Softplus)}, out double {Local(second.Softplus)}, out double {Local(first.Logistic)}, out double {Local(second.Logistic)});");
        else
            writer.Line($"{Operations.Scalars}{define.Op.Method}Pair({arguments}, out double {Local(define)}, out double {Local(partner)});");
    }

    /// <summary>Whether two functions of one kind can be written in one call: neither is written yet, and both share their exponentials or neither does.</summary>
    public bool CanDefineTogether(Define define, Define partner) =>
        !IsWritten(define.Result) && !IsWritten(partner.Result)
        && (!IsShared(define) || _sharing.ContainsKey(define.Arguments[0]) == _sharing.ContainsKey(partner.Arguments[0]));

    /// <summary>Whether a function is one of the two that share an exponential.</summary>
    private static bool IsShared(Define define) => define.Op == Operations.Softplus || define.Op == Operations.Logistic;

    /// <summary>Whether a choice is between a value and 0: its bits, or none.</summary>
    private bool IsWithZero(Define define) =>
        define.Op == Operations.Select && definitionOf(define.Arguments[2]) is { } zero && zero.Op == Operations.Constant && zero.Immediate.Equals(new Immediate(0));

    /// <summary>Writes a value with the given text: in place where that reads well, else as a local.</summary>
    public void Put(Define define, string text, int precedence, bool isAlwaysLocal = false)
    {
        if (define.Op == Operations.Length)
        {
            _texts[define.Result.Id] = (text, precedence);
            return;
        }

        // A processor keeps the outcome of a comparison apart from vectors: to compare again costs less than to move it there and back.
        bool isCondition = target == Target.Vectors && IsComparison(define.Result);
        bool isUsedOnce = isCondition || !_uses.TryGetValue(define.Result.Id, out int uses) || uses <= 1;
        bool isNamed = define.Name is not null && define.Op != Operations.Load;
        if (!isAlwaysLocal && isUsedOnce && !isNamed && text.Length <= LongestExpression)
        {
            _texts[define.Result.Id] = (text, precedence);
            return;
        }

        writer.Line($"{TypeOf(define.Result.Type)} {Local(define)} = {text};");
    }

    /// <summary>A new local that holds a value from here on.</summary>
    private string Local(Define define)
    {
        string name = names.Unique(define.Name ?? Naming.Describe(define.Result, definitionOf) ?? Wish(define));
        _texts[define.Result.Id] = (name, Atom);
        return name;
    }

    private bool IsComparison(Value value) => definitionOf(value) is { } define && Comparisons.Contains(define.Op);

    private static string Literal(double number) =>
        double.IsNegativeInfinity(number) ? "double.NegativeInfinity"
        : double.IsPositiveInfinity(number) ? "double.PositiveInfinity"
        : double.IsNaN(number) ? "double.NaN"
        : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number as a vector. Digits alone would be an integer's; infinities and NaN have names.</summary>
    public string Broadcast(Value number) => Text(number) is var literal && literal.StartsWith("double.", StringComparison.Ordinal) ? $"X.Create({literal})" : $"X.Create({literal}d)";

    private string Format(Define define, Spelling spelling)
    {
        var arguments = new object[define.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            // The right operand needs parentheses already at equal strength: the order of rounding is that of the IR.
            // Conditions stand in parentheses inside conditions.
            int needed = spelling.Precedence is Atom ? 0 : spelling.Precedence + (i == 1 || spelling.Precedence == 0 ? 1 : 0);
            arguments[i] = Operand(define, define.Arguments[i], needed);
        }

        return string.Format(CultureInfo.InvariantCulture, spelling.Format, arguments);
    }

    private string Operand(Define define, Value argument, int precedence)
    {
        if (!_numbers.Contains(argument.Id)) return Text(argument, precedence);

        // A vector can be multiplied by a number; for anything else the number becomes a vector.
        if (target == Target.Vectors) return define.Op == Operations.Multiply ? Text(argument, precedence) : Broadcast(argument);

        // Beside a double an integer literal becomes one; among themselves they would be divided and compared as integers.
        bool isAmongNumbers = argument.Type == IrType.Real && define.Arguments.Where(other => other.Type == IrType.Real).All(IsNumber);
        return isAmongNumbers && Text(argument).All(c => char.IsDigit(c) || c == '-') ? Text(argument) + "d" : Text(argument, precedence);
    }

    private string TypeOf(IrType type) => target == Target.Vectors ? "V" : type.Scalar switch
    {
        Scalar.Real => "double",

        // An int, a long, or a count that was observed.
        Scalar.Integer => "var",
        _ => "bool",
    };

    private static string Wish(Define define) => define.Op.Name switch
    {
        "add" => "sum",
        "sub" => "difference",
        "mul" => "product",
        "div" => "ratio",
        "neg" => "opposite",
        "load" => "element",
        "real" => "number",
        "select" => "choice",
        "divide_or_zero" => "ratio",
        _ when define.Op.Method is { } method => char.ToLowerInvariant(method[0]) + method.Substring(1),
        _ => "condition",
    };
}
