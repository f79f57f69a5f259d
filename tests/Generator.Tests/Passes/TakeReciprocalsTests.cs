using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class TakeReciprocalsTests
{
    [Fact]
    public void A_divisor_that_is_known_earlier_becomes_a_reciprocal()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.x:real[] = position "x"
            %2.e:real[] = input "e"
            loop %3.i:int %0.n @5 "plate"
              %4:real = load %1.x %3.i
              %5:real = load %2.e %3.i
              %6:real = div %4 %5
              %7:real = mul %6 %6
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real[] = input "e"
            %3:real = constant 1
            loop %4:int %0 @5 "plate"
              %5:real = load %1 %4
              %6:real = load %2 %4
              %7:real = div %3 %6
              %8:real = mul %5 %7
              %9:real = mul %8 %8
            yield Sum %10:real %9
            end
            output LogDensity "" %10
            """,
            TakeReciprocals.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void Elements_are_not_divided_by_numbers()
    {
        const string before =
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real = constant 2.5
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
              %5:real = div %4 %2
            yield Sum %6:real %5
            end
            %7:real = div %6 %2
            output LogDensity "" %7
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real = constant 2.5
            %3:real = constant 1
            %4:real = constant 0.4
            loop %5:int %0 @5 "plate"
              %6:real = load %1 %5
              %7:real = mul %4 %6
            yield Sum %8:real %7
            end
            %9:real = div %8 %2
            output LogDensity "" %9
            """,
            TakeReciprocals.Run(IrText.Kernel(before)));
    }
}
