using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class InvertExponentialsTests
{
    private const string Head =
        """
        %0:int = input "n"
        %1:real[] = position "h" %0
        %2:real[] = input "y"

        """;

    [Fact]
    public void A_division_is_a_product_and_the_rule_a_comparison_of_the_exponent() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = position "h" %0
        %2:real[] = input "y"
        %3:real = constant 745.1332191019412
        loop %4:int %0 @5 "plate"
          %5:real = load %1 %4
          %6:real = neg %5
          %7:bool = lt %6 %3
          require %7 %6 Range "y" "the sd" "positive" @5 "e"
          %8:real = load %2 %4
          %9:real = finite_exp %6
          %10:real = mul %8 %9
        yield Sum %11:real %10
        end
        output LogDensity "" %11
        """,
        InvertExponentials.Run(IrText.Kernel(Head +
            """
            %3:real = constant 0
            loop %4:int %0 @5 "plate"
              %5:real = load %1 %4
              %6:real = exp %5
              %7:bool = gt %6 %3
              require %7 %6 Range "y" "the sd" "positive" @5 "e"
              %8:real = load %2 %4
              %9:real = div %8 %6
            yield Sum %10:real %9
            end
            output LogDensity "" %10
            """)));

    [Theory]
    [InlineData("%7:real = add %6 %5")]
    [InlineData("%7:real = div %6 %5")]
    public void An_exponential_that_something_else_needs_stays(string use) => Stays(
        $"""
        loop %4:int %0 @5 "plate"
          %5:real = load %1 %4
          %6:real = exp %5
          {use}
          %8:real = load %2 %4
          %9:real = div %8 %6
          %10:real = add %7 %9
        yield Sum %11:real %10
        end
        output LogDensity "" %11
        """);

    [Fact]
    public void An_exponential_that_is_handed_out_stays() => Stays(
        """
        loop %4:int %0 @5 "plate"
          %5:real = load %1 %4
          %6:real = exp %5
          %7:real = load %2 %4
          %8:real = div %7 %6
        yield Sum %9:real %8
        yield Array %10:real[] %6
        end
        output LogDensity "" %9
        output Record "scale" %10
        """);

    [Fact]
    public void Exponentials_of_data_and_of_numbers_outside_plates_stay() => Stays(
        """
        %4:real = constant 1
        %5:int = integer 0
        %6:real = load %1 %5
        %7:real = exp %6
        %8:real = div %4 %7
        loop %9:int %0 @5 "plate"
          %10:real = load %2 %9
          %11:real = exp %10
          %12:real = load %1 %9
          %13:real = div %12 %11
        yield Sum %14:real %13
        end
        %15:real = add %8 %14
        output LogDensity "" %15
        """);

    [Fact]
    public void The_exponential_of_the_library_becomes_positive_where_the_pass_says()
    {
        double edge = InvertExponentials.GreatestOfZero;
        for (int i = 0; i < 10_000; i++, edge = Math.BitDecrement(edge)) Assert.Equal(0, ScalarFunctions.Exp(edge));
        edge = InvertExponentials.GreatestOfZero;
        for (int i = 0; i < 10_000; i++) Assert.True(ScalarFunctions.Exp(edge = Math.BitIncrement(edge)) > 0);
    }

    private static void Stays(string body)
    {
        string kernel = Head + body;
        IrText.Is(kernel, InvertExponentials.Run(IrText.Kernel(kernel)));
    }
}
