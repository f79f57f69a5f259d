using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

public class BuilderTests
{
    private readonly Builder _builder = new();

    [Fact]
    public void The_same_definition_twice_is_one_value()
    {
        var (x, y) = (Real("x"), Real("y"));
        Assert.Equal(_builder.Add(Operations.Subtract, x, y), _builder.Add(Operations.Subtract, x, y));
        Assert.Equal(_builder.Number(3), _builder.Number(3));
        Assert.Equal(x, Real("x"));
        Assert.Equal(4, _builder.Finish().Count);
    }

    [Fact]
    public void Arguments_that_may_change_places_do_not_make_another_value()
    {
        var (x, y) = (Real("x"), Real("y"));
        Assert.Equal(_builder.Add(Operations.Add, x, y), _builder.Add(Operations.Add, y, x));
        Assert.NotEqual(_builder.Add(Operations.Divide, x, y), _builder.Add(Operations.Divide, y, x));
    }

    [Fact]
    public void Zero_and_minus_zero_are_two_numbers() => Assert.NotEqual(_builder.Number(0), _builder.Number(-0.0));

    [Fact]
    public void A_number_and_an_integer_are_two_values() => Assert.NotEqual(_builder.Number(1), _builder.Integer(1));

    [Fact]
    public void A_definition_in_a_loop_whose_arguments_lie_outside_lies_outside()
    {
        var x = Real("x");
        var index = _builder.OpenLoop();
        var outside = _builder.Add(Operations.Exp, x);
        var inside = _builder.Add(Operations.Multiply, outside, _builder.Add(Operations.ToReal, index));
        var body = _builder.CloseLoop();
        Assert.Contains(_builder.Finish(), statement => statement is Define define && define.Result == outside);
        Assert.Contains(body, statement => statement is Define define && define.Result == inside);
        Assert.DoesNotContain(body, statement => statement is Define define && define.Result == outside);
    }

    [Fact]
    public void A_loop_finds_what_was_defined_outside_before()
    {
        var x = Real("x");
        var before = _builder.Add(Operations.Exp, x);
        _builder.OpenLoop();
        Assert.Equal(before, _builder.Add(Operations.Exp, x));
        Assert.Empty(_builder.CloseLoop());
    }

    [Fact]
    public void Two_loops_do_not_share_what_depends_on_their_indices()
    {
        var first = _builder.Add(Operations.ToReal, _builder.OpenLoop());
        _builder.CloseLoop();
        var second = _builder.Add(Operations.ToReal, _builder.OpenLoop());
        _builder.CloseLoop();
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_leaf_or_a_number_in_a_loop_lies_outside()
    {
        _builder.OpenLoop();
        Real("x");
        _builder.Number(2);
        Assert.Empty(_builder.CloseLoop());
        Assert.Equal(2, _builder.Finish().Count);
    }

    [Fact]
    public void A_rule_stands_in_the_outermost_block_that_knows_its_condition()
    {
        var x = Real("x");
        var index = _builder.OpenLoop();
        _builder.Require(Rule(_builder.Add(Operations.Greater, x, _builder.Number(0)), x));
        var element = _builder.Add(Operations.ToReal, index);
        _builder.Require(Rule(_builder.Add(Operations.Greater, element, x), element));
        Assert.Single(_builder.CloseLoop().OfType<Require>());
        Assert.Single(_builder.Finish().OfType<Require>());
    }

    [Fact]
    public void A_rule_that_holds_for_its_numbers_is_not_stated()
    {
        var two = _builder.Number(2);
        _builder.Require(Rule(_builder.Add(Operations.Greater, two, _builder.Number(0)), two));
        Assert.Empty(_builder.Finish().OfType<Require>());
    }

    [Fact]
    public void A_rule_that_does_not_hold_for_its_numbers_is_stated()
    {
        var two = _builder.Number(-2);
        _builder.Require(Rule(_builder.Add(Operations.Greater, two, _builder.Number(0)), two));
        Assert.Single(_builder.Finish().OfType<Require>());
    }

    [Fact]
    public void A_value_keeps_its_first_name()
    {
        var x = Real("x");
        _builder.Add(Operations.Exp, [x], "first");
        var value = _builder.Add(Operations.Exp, [x], "second");
        Assert.Equal("first", _builder.DefinitionOf(value)!.Name);
        Assert.Equal("first", _builder.Finish().OfType<Define>().Last().Name);
    }

    [Fact]
    public void A_number_has_no_name()
    {
        var sum = _builder.Add(Operations.Add, [_builder.Number(1), _builder.Number(2)], "three");
        Assert.Null(_builder.DefinitionOf(sum)!.Name);
    }

    private Value Real(string name) => _builder.Leaf(Operations.Input, IrType.Real, name);

    private static Require Rule(Value condition, Value subject) => new(condition, subject, new(RuleKind.Range, "", "x", "positive", new(1, "")));
}
