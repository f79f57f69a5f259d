using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class FormArraysTests
{
    private const string Head =
        """
        %0:int = input "n"
        %1:real[] = input "z"

        """;

    [Fact]
    public void An_array_that_a_plate_fills_at_its_own_index_is_plain() => IrText.Is(
        Head +
        """
        loop %2:int %0 @1 "plate"
          %3:real = load %1 %2
        yield Array %4:real[] %3
        end
        output Record "x" %4
        """,
        FormArrays.Run(IrText.Kernel(Head +
            """
            %2:real[] = blank "x" %0
            loop %3:int %0 @1 "plate"
              receive %4:real[] %2
              %5:real = load %1 %3
              %6:real[] = put %4 %3 %5
            yield Thread %7:real[] %6
            end
            output Record "x" %7
            """)));

    [Fact]
    public void One_that_is_longer_than_the_plate_stays_as_it_is()
    {
        const string kernel = Head +
            """
            %2:int = integer 1
            %3:int = iadd %0 %2
            %4:real[] = blank "x" %3
            loop %5:int %0 @1 "plate"
              receive %6:real[] %4
              %7:real = load %1 %5
              %8:real[] = put %6 %5 %7
            yield Thread %9:real[] %8
            end
            output Record "x" %9
            """;
        var after = FormArrays.Run(IrText.Kernel(kernel));
        Assert.Contains(after.Body.OfType<Ir.Loop>(), loop => loop.Yields.Any(yield => yield.Kind == Ir.YieldKind.Thread));
    }
}
