using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class ForwardCopiesTests
{
    [Fact]
    public void An_array_that_was_filled_with_the_elements_of_another_is_that_array() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = position "x" %0
        loop %2:int %0 @7 "plate"
          %3:real = load %1 %2
          %4:real = mul %3 %3
        yield Sum %5:real %4
        end
        output LogDensity "" %5
        """,
        ForwardCopies.Run(IrText.Kernel(
            """
            %0:int = input "n"
            %1:real[] = position "x" %0
            %2:int = integer 0
            %3:int = integer 1
            %4:int = isub %0 %3
            %5.a:real[] = blank "a" %0
            %6:real = load %1 %2
            %7:real[] = put %5.a %2 %6
            loop %8:int %4 @5 "for"
              receive %9:real[] %7
              %10:int = iadd %8 %3
              %11:real = load %1 %10
              %12:real[] = put %9 %10 %11
            yield Thread %13:real[] %12
            end
            loop %14:int %0 @7 "plate"
              %15:real = load %13 %14
              %16:real = mul %15 %15
            yield Sum %17:real %16
            end
            output LogDensity "" %17
            """)));

    [Fact]
    public void An_array_that_a_plate_copies_is_that_array() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = position "x" %0
        output Gradient "x" %1
        """,
        ForwardCopies.Run(IrText.Kernel(
            """
            %0:int = input "n"
            %1:real[] = position "x" %0
            loop %2:int %0 @5 "plate"
              %3:real = load %1 %2
            yield Array %4:real[] %3
            end
            output Gradient "x" %4
            """)));

    [Fact]
    public void A_part_of_an_array_is_another_array()
    {
        const string kernel =
            """
            %0:int = input "n"
            %1:int = input "m"
            %2:real[] = position "x" %0
            loop %3:int %1 @5 "plate"
              %4:real = load %2 %3
            yield Array %5:real[] %4
            end
            output Gradient "x" %5
            """;
        IrText.Is(kernel, ForwardCopies.Run(IrText.Kernel(kernel)));
    }
}
