using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

public class VerifierTests
{
    [Fact]
    public void Whatever_the_builder_makes_is_accepted() => RandomKernel.Check((kernel, _) =>
    {
        Verifier.Verify(kernel);
        Verifier.Verify(Passes.Simplify.Run(kernel));
    });

    [Fact]
    public void A_value_is_defined_once() => Rejects(
        """
        %0:real = constant 1
        %0:real = constant 2
        """,
        "%0 is defined twice");

    [Fact]
    public void A_value_of_a_loop_is_defined_once() => Rejects(
        """
        %0:int = integer 3
        loop %1:int %0 @1 ""
          %2:real = constant 1
        end
        loop %3:int %0 @1 ""
          %2:real = constant 1
        end
        """,
        "%2 is defined twice");

    [Fact]
    public void A_value_is_defined_before_it_is_used() => Rejects(
        new Define(new(1, IrType.Real), Operations.Negate, Sequence.Of(new Value(0, IrType.Real))),
        "%0 is used where it is not defined");

    [Fact]
    public void A_value_of_a_loop_is_not_used_outside() => Rejects(
        """
        %0:int = integer 3
        loop %1:int %0 @1 ""
          %2:real = constant 1
        end
        %3:real = neg %2
        """,
        "%2 is used where it is not defined");

    [Fact]
    public void The_index_of_a_loop_is_not_used_outside() => Rejects(
        """
        %0:int = integer 3
        loop %1:int %0 @1 ""
        end
        %3:real = real %1
        """,
        "%1 is used where it is not defined");

    [Fact]
    public void An_output_is_a_value_of_the_outermost_block()
    {
        var kernel = Parse(
            """
            %0:int = integer 3
            loop %1:int %0 @1 ""
              %2:real = constant 1
            end
            output LogDensity "" %2
            """);
        Assert.Equal("%2 is used where it is not defined", Assert.Throws<InvalidOperationException>(() => Verifier.Verify(kernel)).Message);
    }

    [Fact]
    public void An_operation_has_its_arity() => Rejects(
        """
        %0:real = constant 1
        %1:real = add %0
        """,
        "add takes 2 arguments");

    [Fact]
    public void A_result_has_the_type_of_its_operation() => Rejects(
        """
        %0:real = constant 1
        %1:int = neg %0
        """,
        "the result has the wrong type");

    [Fact]
    public void An_argument_has_the_type_that_its_operation_takes() => Rejects(
        """
        %0:int = integer 1
        %1:real = neg %0
        """,
        "neg does not take (int)");

    [Fact]
    public void An_array_is_loaded_at_an_integer() => Rejects(
        """
        %0:real = constant 1
        %1:real[] = input "x"
        %2:real = load %1 %0
        """,
        "load does not take (real[], real)");

    [Fact]
    public void Only_leaves_carry_an_immediate() => Rejects(
        new Define(new(1, IrType.Real), Operations.Negate, Sequence.Of(new Value(0, IrType.Real)), new Immediate(3)),
        "neg carries no immediate",
        new Define(new(0, IrType.Real), Operations.Constant, Sequence<Value>.Empty, new Immediate(1)));

    [Fact]
    public void A_condition_is_a_condition() => Rejects(
        """
        %0:real = constant 1
        require %0 %0 Range "" "" "" @1 ""
        """,
        "%0 is real where bool is needed");

    [Fact]
    public void A_limit_is_an_integer() => Rejects(
        """
        %0:real = constant 1
        %1:bool = gt %0 %0
        require %1 %0 Index "" "" "" @1 "" %0
        """,
        "%0 is real where int is needed");

    [Fact]
    public void An_extent_is_an_integer() => Rejects(
        """
        %0:real = constant 1
        loop %1:int %0 @1 ""
        end
        """,
        "%0 is real where int is needed");

    [Fact]
    public void A_sum_is_a_number() => Rejects(
        """
        %0:int = integer 3
        loop %1:int %0 @1 ""
        yield Sum %2:real %1
        end
        """,
        "%1 is int where real is needed");

    [Fact]
    public void A_sum_is_no_array() => Rejects(
        """
        %0:int = integer 3
        %1:real = constant 1
        loop %2:int %0 @1 ""
        yield Sum %3:real[] %1
        end
        """,
        "the yield has the wrong type");

    [Fact]
    public void An_array_has_the_type_of_its_elements() => Rejects(
        """
        %0:int = integer 3
        loop %1:int %0 @1 ""
        yield Array %2:real[] %1
        end
        """,
        "%1 is int where real is needed");

    [Fact]
    public void A_scatter_has_an_index_and_a_size() => Rejects(
        """
        %0:int = integer 3
        %1:real = constant 1
        loop %2:int %0 @1 ""
        yield Scatter %3:real[] %1
        end
        """,
        "a scatter, and only a scatter, has an index");

    [Fact]
    public void A_sum_has_no_index() => Rejects(
        """
        %0:int = integer 3
        %1:real = constant 1
        loop %2:int %0 @1 ""
        yield Sum %3:real %1 %2 %0
        end
        """,
        "a scatter, and only a scatter, has an index");

    [Fact]
    public void The_index_of_a_scatter_is_an_integer() => Rejects(
        """
        %0:int = integer 3
        %1:real = constant 1
        loop %2:int %0 @1 ""
        yield Scatter %3:real[] %1 %1 %0
        end
        """,
        "%1 is real where int is needed");

    [Fact]
    public void The_size_of_a_scatter_is_known_outside_its_loop() => Rejects(
        """
        %0:int = integer 3
        %1:real = constant 1
        loop %2:int %0 @1 ""
        yield Scatter %3:real[] %1 %2 %2
        end
        """,
        "%2 is used where it is not defined");

    [Fact]
    public void A_record_and_a_term_are_numbers()
    {
        RejectsModel("%0:int = integer 3\n record a %0 \"\"", "%0 is int where real is needed");
        RejectsModel("%0:int = integer 3\n term a %0", "%0 is int where real is needed");
    }

    [Fact]
    public void The_bounds_of_a_latent_are_numbers() =>
        RejectsModel("%0:int = integer 3\n latent a %1:real Between %0 %0", "%0 is int where real is needed");

    [Fact]
    public void An_argument_of_a_sample_or_a_call_is_defined()
    {
        RejectsModel("%0:int = integer 3\n loop %1:int %0 @1 \"\"\n end\n sample a %2:real D %1 @1 \"\"", "%1 is used where it is not defined");
        RejectsModel("%0:int = integer 3\n loop %1:int %0 @1 \"\"\n end\n call %2:real \"f\" %1", "%1 is used where it is not defined");
    }

    [Fact]
    public void The_message_names_the_innermost_statement()
    {
        var kernel = Parse(
            """
            %0:int = integer 3
            loop %1:int %0 @1 "outer"
              %2:real = neg %0
            end
            """);
        string message = Assert.Throws<InvalidOperationException>(() => Verifier.Verify(kernel)).Message;
        Assert.Contains("Define", message, StringComparison.Ordinal);
        Assert.DoesNotContain("outer", message, StringComparison.Ordinal);
    }

    private static Kernel Parse(string body) => Parser.ParseKernel("kernel broken\n" + body);

    private static void Rejects(string body, string message) => Rejects(() => Verifier.Verify(Parse(body)), message);

    private static void Rejects(Statement statement, string message, params Statement[] before) =>
        Rejects(() => Verifier.Verify(new Kernel("broken", Sequence.Of([.. before, statement]), Sequence<Output>.Empty)), message);

    private static void RejectsModel(string body, string message) =>
        Rejects(() => Verifier.Verify(Parser.ParseModel("model M \"\" \"\" public \"\" @1 \"\" \"\"\n" + body)), message);

    private static void Rejects(Action verify, string message) =>
        Assert.StartsWith(message + ", in ", Assert.Throws<InvalidOperationException>(verify).Message, StringComparison.Ordinal);
}
