using CsCheck;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

public class AlgebraTests
{
    [Theory]
    [InlineData("add(x, 0)", "x")]
    [InlineData("add(0, x)", "x")]
    [InlineData("add(x, neg(y))", "sub(x, y)")]
    [InlineData("add(neg(x), y)", "sub(y, x)")]
    [InlineData("add(x, mul(-3, y))", "sub(x, mul(3, y))")]
    [InlineData("add(x, x)", "mul(2, x)")]
    [InlineData("add(mul(2, x), mul(0.5, x))", "mul(2.5, x)")]
    [InlineData("sub(x, 0)", "x")]
    [InlineData("sub(0, x)", "neg(x)")]
    [InlineData("sub(x, x)", "0")]
    [InlineData("sub(x, neg(y))", "add(x, y)")]
    [InlineData("sub(neg(x), y)", "neg(add(x, y))")]
    [InlineData("sub(mul(3, x), x)", "mul(2, x)")]
    [InlineData("mul(x, 1)", "x")]
    [InlineData("mul(0, x)", "0")]
    [InlineData("mul(-1, x)", "neg(x)")]
    [InlineData("mul(x, 3)", "mul(3, x)")]
    [InlineData("mul(2, mul(3, x))", "mul(6, x)")]
    [InlineData("mul(mul(2, x), mul(3, y))", "mul(6, mul(x, y))")]
    [InlineData("mul(neg(x), neg(y))", "mul(x, y)")]
    [InlineData("mul(neg(x), y)", "neg(mul(x, y))")]
    [InlineData("div(x, 1)", "x")]
    [InlineData("div(0, x)", "0")]
    [InlineData("div(x, x)", "1")]
    [InlineData("div(x, 4)", "mul(0.25, x)")]
    [InlineData("div(x, 3)", "div(x, 3)")]
    [InlineData("div(neg(x), y)", "neg(div(x, y))")]
    [InlineData("div(x, neg(y))", "neg(div(x, y))")]
    [InlineData("neg(neg(x))", "x")]
    [InlineData("neg(sub(x, y))", "sub(y, x)")]
    [InlineData("neg(mul(2, x))", "mul(-2, x)")]
    [InlineData("exp(log(x))", "x")]
    [InlineData("log(exp(x))", "x")]
    [InlineData("and(gt(3, 2), lt(x, y))", "lt(x, y)")]
    [InlineData("and(lt(x, y), ge(i3, i3))", "lt(x, y)")]
    [InlineData("select(lt(x, y), x, x)", "x")]
    [InlineData("select(le(x, x), x, y)", "x")]
    [InlineData("select(gt(x, x), x, y)", "y")]
    [InlineData("min(x, x)", "x")]
    [InlineData("max(x, x)", "x")]
    [InlineData("iadd(n, i0)", "n")]
    [InlineData("isub(n, i0)", "n")]
    [InlineData("imul(i1, n)", "n")]
    [InlineData("real(i7)", "7")]
    [InlineData("add(2, mul(3, 4))", "14")]
    [InlineData("sqrt(9)", "3")]
    public void A_simpler_value_is_built_in_place_of(string formula, string simpler)
    {
        var builder = new Builder();
        Assert.Equal(simpler, Formula.Show(builder, Formula.Build(builder, formula)));
    }

    [Theory]
    [InlineData("exp(1)")]
    [InlineData("log(2)")]
    [InlineData("div(1, 0)")]
    [InlineData("sqrt(-1)")]
    [InlineData("lt(3, 2)")]
    public void What_might_differ_elsewhere_or_is_no_number_is_left_as_it_is(string formula)
    {
        var builder = new Builder();
        Assert.Equal(formula, Formula.Show(builder, Formula.Build(builder, formula)));
    }

    [Fact]
    public void A_simplified_expression_has_the_value_of_the_plain_one() => RandomKernel.Expressions.Sample((kernel, leaves) =>
    {
        var plain = Interpreter.Evaluate(kernel, leaves);
        var simplified = Interpreter.Evaluate(Passes.Simplify.Run(kernel), leaves);
        if (plain.IsSound && simplified.IsDecided) Assert.True(plain.LogDensity.IsSameAs(simplified.LogDensity), $"{plain.LogDensity} became {simplified.LogDensity}");
    }, iter: 2000, print: item => "\n" + Printer.Print(item.Item1));
}
