namespace ProbModels.Generator.Ir;

/// <summary>A value with the builder that makes more of it, so that rules read as formulas: <c>1 - y * y</c>.</summary>
internal readonly struct Term
{
    private readonly Builder? _builder;
    private readonly Value _value;
    private readonly double _number;

    private Term(Builder? builder, Value value, double number) => (_builder, _value, _number) = (builder, value, number);

    public Term(Builder builder, Value value)
        : this(builder, value, 0)
    {
    }

    public static implicit operator Term(double number) => new(null, default, number);

    public static Term operator +(Term a, Term b) => Of(Operations.Add, a, b);

    public static Term operator -(Term a, Term b) => Of(Operations.Subtract, a, b);

    public static Term operator *(Term a, Term b) => Of(Operations.Multiply, a, b);

    public static Term operator /(Term a, Term b) => Of(Operations.Divide, a, b);

    public static Term operator -(Term a) => Of(Operations.Negate, a);

    public static Term operator <(Term a, Term b) => Of(Operations.Less, a, b);

    public static Term operator >(Term a, Term b) => Of(Operations.Greater, a, b);

    public static Term operator <=(Term a, Term b) => Of(Operations.LessOrEqual, a, b);

    public static Term operator >=(Term a, Term b) => Of(Operations.GreaterOrEqual, a, b);

    public static Term operator &(Term a, Term b) => Of(Operations.And, a, b);

    public static Term Select(Term condition, Term whenTrue, Term otherwise) => Of(Operations.Select, condition, whenTrue, otherwise);

    /// <summary>Applies an operation; at least one argument must be more than a number.</summary>
    public static Term Of(Op op, params Term[] arguments)
    {
        var builder = arguments.Select(argument => argument._builder).First(b => b is not null)!;
        return new(builder, builder.Add(op, arguments.Select(argument => argument.In(builder)).ToArray()));
    }

    /// <summary>The value that the term stands for.</summary>
    public Value In(Builder builder) => _builder is null ? builder.Number(_number) : _value;
}
