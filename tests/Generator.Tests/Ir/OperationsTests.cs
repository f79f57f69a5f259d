using System.Runtime.Intrinsics;
using CsCheck;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

public class OperationsTests
{
    /// <summary>Where each argument of a function may lie; not named here: between −3 and 3.</summary>
    private static readonly Dictionary<string, (double Low, double High)[]> Domains = new()
    {
        ["div"] = [(-3, 3), (0.1, 4)],
        ["sqrt"] = [(0.1, 9)],
        ["log"] = [(0.05, 9)],
        ["log1p"] = [(-0.9, 9)],
        ["pow"] = [(0.1, 4), (-3, 3)],
        ["tan"] = [(-1.4, 1.4)],
        ["asin"] = [(-0.9, 0.9)],
        ["acos"] = [(-0.9, 0.9)],
        ["cbrt"] = [(0.1, 9)],
        ["floor"] = [(1.05, 1.95)],
        ["ceiling"] = [(-1.95, -1.05)],
        ["round"] = [(0.55, 1.45)],
        ["truncate"] = [(1.05, 1.95)],
        ["erf_inverse"] = [(-0.8, 0.8)],
        ["normal_quantile"] = [(0.1, 0.9)],
        ["log_normal_cdf"] = [(-60, 9)],
        ["inverse_mills_ratio"] = [(-60, 9)],
        ["log1mexp"] = [(-9, -0.1)],
        ["log_add_exp"] = [(-30, 30), (-30, 30)],
        ["lgamma"] = [(0.1, 30)],
        ["digamma"] = [(0.2, 30)],
        ["trigamma"] = [(0.2, 30)],
        ["xlogy"] = [(-3, 3), (0.1, 4)],
        ["xlog1py"] = [(-3, 3), (-0.9, 4)],
        ["log_beta"] = [(0.2, 30), (0.2, 30)],
        ["divide_or_zero"] = [(-3, 3), (0.1, 4)],
    };

    /// <summary>Operations on whole arrays, which are written as statements.</summary>
    private static readonly Op[] TakesArrays = [Operations.Put, Operations.Increase, Operations.Slice, Operations.Pack, Operations.RowProduct, Operations.LeastSquares, Operations.RowOrder, Operations.Arrange, Operations.Restore];

    private static readonly Op[] Differentiable = [.. Operations.All.Where(op => op.Partials.Length > 0 && op != Operations.Select)];

    public static TheoryData<string> DifferentiableNames => new(Differentiable.Select(op => op.Name));

    [Fact]
    public void Names_are_unique_and_found() => Assert.All(Operations.All, op => Assert.Same(op, Operations.Named(op.Name)));

    [Fact]
    public void Every_operation_on_numbers_has_an_expression_in_plain_code() =>
        Assert.All(Operations.All, op => Assert.True(op.HasImmediate || TakesArrays.Contains(op) || op.InScalars is not null, $"{op} has no spelling"));

    [Fact]
    public void Every_operation_that_is_differentiable_has_a_rule_for_each_argument() =>
        Assert.All(Operations.All.Where(op => op.Partials.Length > 0), op => Assert.Equal(op.Arity, op.Partials.Length));

    [Theory]
    [MemberData(nameof(DifferentiableNames))]
    public void A_derivative_equals_differences(string name)
    {
        var op = Operations.Named(name)!;
        var points = Gen.Double[0, 1].Array[op.Arity].Select(parts => parts.Select((part, i) => Place(op, i, part)).ToArray());
        points.Sample(point =>
        {
            // A kink between two arguments, or at 0, has no derivative.
            if (op.Arity == 2 && Math.Abs(point[0] - point[1]) < 0.05 || Math.Abs(point[0]) < 0.05) return;
            for (int i = 0; i < op.Arity; i++)
            {
                double stated = Interpreter.Call(PartialOf(op, i), [.. point.Select(x => (Number)x)]).Value;
                double difference = Difference(at => ((Number)Interpreter.Apply(op, [.. at.Select(x => (object)(Number)x)])).Value, point, i);

                // Steps of 10⁻² and less, extrapolated twice: about 10⁻¹² of truncation and 10⁻¹¹ of rounding; the derivatives of these functions reach 10³.
                Assert.True(Math.Abs(stated - difference) <= 1e-7 * Math.Max(1, Math.Abs(stated)), $"∂{op}/∂a[{i}] at ({string.Join(", ", point)}) is stated as {stated}; differences give {difference}");
            }
        });
    }

    [Fact]
    public void The_derivative_of_a_choice_is_the_choice_of_derivatives()
    {
        foreach (bool condition in new[] { true, false })
        {
            var builder = new Builder();
            var values = new[] { IrType.Boolean, IrType.Real, IrType.Real }.Select(builder.Fresh).ToArray();
            var terms = values.Select(value => new Term(builder, value)).ToArray();
            for (int i = 1; i <= 2; i++)
            {
                var partial = Operations.Select.Partials[i](terms, terms[1]).In(builder);
                var define = builder.DefinitionOf(partial)!;
                Assert.Equal(Operations.Select, define.Op);
                double[] numbers = [.. define.Arguments.Skip(1).Select(argument => builder.DefinitionOf(argument)!.Immediate.Number)];
                Assert.Equal(condition == (i == 1) ? 1 : 0, condition ? numbers[0] : numbers[1]);
            }
        }
    }

    [Fact]
    public void Folding_equals_evaluation()
    {
        var folding = Operations.All.Where(op => op.Fold is not null).ToArray();
        Assert.NotEmpty(folding);
        Gen.Select(Gen.Double, Gen.Double).Sample((a, b) =>
        {
            foreach (var op in folding)
            {
                double[] arguments = [.. new[] { a, b }.Take(op.Arity)];
                double evaluated = ((Number)Interpreter.Apply(op, [.. arguments.Select(x => (object)(Number)x)])).Value;
                Assert.Equal(BitConverter.DoubleToInt64Bits(evaluated), BitConverter.DoubleToInt64Bits(op.Fold!(arguments)));
            }
        });
    }

    [Fact]
    public void An_operation_that_commutes_gives_the_same_in_either_order()
    {
        var commuting = Operations.All.Where(op => op.IsCommutative).ToArray();
        Assert.NotEmpty(commuting);
        foreach (var op in commuting)
        {
            (object a, object b) = op.Name switch
            {
                "iadd" or "imul" or "imin" or "imax" => ((object)7L, (object)-3L),
                "and" or "or" => (true, false),
                _ => ((Number)0.3, (Number)(-1.7)),
            };
            Assert.Equal(Interpreter.Apply(op, a, b), Interpreter.Apply(op, b, a));
        }
    }

    [Fact]
    public void Every_method_exists_for_numbers_and_for_vectors_of_three_widths()
    {
        Type[] vectors = [typeof(Vector128<double>), typeof(Vector256<double>), typeof(Vector512<double>)];
        foreach (var op in Operations.All.Where(op => op.Method is not null))
        {
            Type[] numbers = [.. Enumerable.Repeat(typeof(double), op.Arity)];
            Assert.True((typeof(Math).GetMethod(op.Method!, numbers) ?? typeof(SpecialFunctions).GetMethod(op.Method!, numbers)) is not null, $"there is no {op.Method} of {op.Arity} numbers");
            Assert.True(typeof(ScalarFunctions).GetMethod(op.Method!, numbers) is not null, $"{op.Method} of {op.Arity} numbers is the platform's alone");
            foreach (var vector in vectors)
                Assert.True(typeof(VectorFunctions).GetMethod(op.Method!, [.. Enumerable.Repeat(vector, op.Arity)]) is not null, $"there is no {op.Method} of {vector}");
        }
    }

    [Fact]
    public void Every_method_is_found_by_its_name()
    {
        foreach (var op in Operations.All.Where(op => op.Method is not null)) Assert.Same(op, Operations.OfMethod(op.Method!, op.Arity));
    }

    private static double Place(Op op, int argument, double part)
    {
        var (low, high) = Domains.TryGetValue(op.Name, out var domains) ? domains[argument] : (-3, 3);
        return low + (high - low) * part;
    }

    /// <summary>A partial derivative as a function of the arguments.</summary>
    private static Function PartialOf(Op op, int i)
    {
        var builder = new Builder();
        var parameters = Enumerable.Range(0, op.Arity).Select(_ => builder.Fresh(IrType.Real)).ToArray();
        var terms = parameters.Select(parameter => new Term(builder, parameter)).ToArray();
        var result = op.Partials[i](terms, Term.Of(op, terms)).In(builder);
        return new(op.Name, parameters.ToSequence(), builder.Finish(), result);
    }

    private static double Difference(Func<double[], double> f, double[] point, int i)
    {
        double Central(double h) => (f([.. point.Select((x, j) => j == i ? x + h : x)]) - f([.. point.Select((x, j) => j == i ? x - h : x)])) / (2 * h);
        var (a, b, c) = (Central(8e-3), Central(4e-3), Central(2e-3));
        return (16 * (4 * c - b) / 3 - (4 * b - a) / 3) / 15;
    }
}
