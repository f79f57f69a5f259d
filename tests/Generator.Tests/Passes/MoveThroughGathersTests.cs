using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class MoveThroughGathersTests
{
    private const string Head =
        """
        %0:int = input "n"
        %1:int = input "m"
        %2.g:int[] = input "g"
        %3:real[] = position "a" %1

        """;

    [Fact]
    public void A_function_of_a_group_is_computed_for_each_group() => IrText.Is(
        """
        %0:int = input "n"
        %1:int = input "m"
        %2:int[] = input "g"
        %3:real[] = position "a" %1
        %4:real = constant 1
        loop %5:int %0 @0 "the number of rows for each g"
          %6:int = load %2 %5
        yield Scatter %7:real[] %4 %6 %1
        end
        %8:real = constant 0
        loop %9:int %1 @0 "each element that plate reads by g"
          %10:real = load %7 %9
          %11:bool = gt %10 %8
          %12:real = load %3 %9
          %13:real = exp %12
          %14:real = select %11 %13 %8
        yield Array %15:real[] %14
        end
        loop %16:int %0 @5 "plate"
          %17:int = load %2 %16
          %18:real = load %15 %17
        yield Sum %19:real %18
        end
        output LogDensity "" %19
        """,
        MoveThroughGathers.Run(IrText.Kernel(Head +
            """
            loop %4:int %0 @5 "plate"
              %5:int = load %2 %4
              %6:real = load %3 %5
              %7:real = exp %6
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """)));

    [Fact]
    public void What_needs_the_row_stays()
    {
        const string kernel = Head +
            """
            loop %4:int %0 @5 "plate"
              %5:int = load %2 %4
              %6:real = load %3 %5
              %7:real = real %4
              %8:real = mul %6 %7
              %9:real = exp %8
            yield Sum %10:real %9
            end
            output LogDensity "" %10
            """;
        IrText.Is(kernel, MoveThroughGathers.Run(IrText.Kernel(kernel)));
    }

    [Fact]
    public void Sums_that_would_add_to_what_rows_read_stay()
    {
        const string kernel = Head +
            """
            %4:real = position "p"
            loop %5:int %0 @5 "plate"
              %6:int = load %2 %5
              %7:real = load %3 %6
              %8:real = add %7 %4
              %9:real = real %5
              %10:real = mul %7 %9
              %11:real = mul %8 %10
            yield Sum %12:real %11
            end
            output LogDensity "" %12
            """;
        IrText.Is(kernel, MoveThroughGathers.Run(IrText.Kernel(kernel)));
    }
}
