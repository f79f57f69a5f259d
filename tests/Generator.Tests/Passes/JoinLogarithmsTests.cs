using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class JoinLogarithmsTests
{
    private const string Head =
        """
        %0:int = input "n"
        %1:real[] = position "x" %0
        %2:real[] = input "y"

        """;

    [Fact]
    public void Softplus_functions_are_a_sum_and_a_product() => IrText.Is(
        Head +
        """
        %3:bool[] = given "y"
        %4:real = constant 0
        %5:real = constant 1
        loop %6:int %0 @5 "plate"
          %7:real = load %1 %6
          %8:bool = gt %7 %4
          %9:real = select %8 %7 %4
          %10:real = load %2 %6
          %11:real = sub %10 %9
          %12:bool = load %3 %6
          %13:real = select %12 %11 %4
          %14:bool = lt %7 %4
          %15:real = abs %7
          %16:real = neg %15
          %17:real = exp %16
          %18:real = select %14 %17 %5
          %19:real = add %5 %17
          %20:real = div %18 %19
          %21:real = select %12 %19 %5
        yield Sum %22:real %13
        yield Sum %23:real %20
        yield LogProduct %24:real %21
        end
        %25:real = sub %22 %24
        output LogDensity "" %25
        output Gradient "x" %23
        """,
        JoinLogarithms.Run(IrText.Kernel(Head +
            """
            %3:bool[] = given "y"
            %4:real = constant 0
            loop %5:int %0 @5 "plate"
              %6:real = load %1 %5
              %7:real = softplus %6
              %8:real = load %2 %5
              %9:real = sub %8 %7
              %10:bool = load %3 %5
              %11:real = select %10 %9 %4
              %12:real = logistic %6
            yield Sum %13:real %11
            yield Sum %14:real %12
            end
            output LogDensity "" %13
            output Gradient "x" %14
            """)));

    [Fact]
    public void Functions_with_opposite_signs_have_products_of_their_own() => IrText.Is(
        Head +
        """
        %3:real = constant 0
        %4:real = constant 1
        loop %5:int %0 @5 "plate"
          %6:real = load %1 %5
          %7:bool = gt %6 %3
          %8:real = select %7 %6 %3
          %9:real = load %2 %5
          %10:real = add %6 %9
          %11:bool = gt %10 %3
          %12:real = select %11 %10 %3
          %13:real = sub %8 %12
          %14:real = abs %6
          %15:real = neg %14
          %16:real = exp %15
          %17:real = add %4 %16
          %18:real = abs %10
          %19:real = neg %18
          %20:real = exp %19
          %21:real = add %4 %20
        yield Sum %22:real %13
        yield LogProduct %23:real %17
        yield LogProduct %24:real %21
        end
        %25:real = add %22 %23
        %26:real = sub %25 %24
        output LogDensity "" %26
        """,
        JoinLogarithms.Run(IrText.Kernel(Head +
            """
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
              %5:real = softplus %4
              %6:real = load %2 %3
              %7:real = add %4 %6
              %8:real = softplus %7
              %9:real = sub %5 %8
            yield Sum %10:real %9
            end
            output LogDensity "" %10
            """)));

    [Theory]
    [InlineData("%6:real = mul %5 %5", "Sum")]
    [InlineData("%6:real = mul %4 %5", "Sum")]
    [InlineData("%6:real = sin %5", "Sum")]
    [InlineData("%6:real = neg %5", "Max")]
    public void Other_uses_of_a_softplus_stay(string use, string kind)
    {
        string kernel = Head +
            $"""
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
              %5:real = softplus %4
              {use}
            yield {kind} %7:real %6
            end
            output LogDensity "" %7
            """;
        IrText.Is(kernel.Replace("%2:real[] = input \"y\"\n", "", StringComparison.Ordinal), JoinLogarithms.Run(IrText.Kernel(kernel)));
    }

    [Fact]
    public void A_sum_that_is_no_summand_of_the_log_density_stays()
    {
        const string kernel =
            """
            %0:int = input "n"
            %1:real[] = position "x" %0
            loop %2:int %0 @5 "plate"
              %3:real = load %1 %2
              %4:real = softplus %3
            yield Sum %5:real %4
            end
            %6:real = sin %5
            output LogDensity "" %6
            """;
        IrText.Is(kernel, JoinLogarithms.Run(IrText.Kernel(kernel)));
    }
}
