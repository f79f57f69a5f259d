using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class MarkUnknownTests
{
    [Fact]
    public void What_comes_from_an_element_that_is_not_given_is_recorded_as_nan()
    {
        const string before =
            """
            %0:int[] = observed "k"
            %1.n:int = input "n"
            %2:real = constant 3
            loop %3.i:int %1.n @5 "plate"
              %4:int = load %0 %3.i
              %5:real = real %4
              %6:bool = gt %5 %2
              %7:real = constant 1
              %8:real = select %6 %7 %2
              record d at %3.i %8 "k[i] > 3 ? 1 : 3"
            end
            """;
        IrText.Is(
            """
            %0:int[] = observed "k"
            %1:int = input "n"
            %2:real = constant 3
            %3:bool[] = given "k"
            %4:real = constant 1
            %5:real = constant NaN
            loop %6:int %1 @5 "plate"
              %7:int = load %0 %6
              %8:bool = load %3 %6
              %9:real = real %7
              %10:bool = gt %9 %2
              %11:real = select %10 %4 %2
              %12:real = select %8 %11 %5
              record d at %6 %12 "k[i] > 3 ? 1 : 3"
            end
            """,
            MarkUnknown.Run(IrText.Model(before), ["k"]));
    }

    [Fact]
    public void An_array_that_mirrors_a_site_is_read_as_the_site_is()
    {
        const string before =
            """
            %0:real[] = observed "y"
            %1.n:int = input "n"
            %2.of:int[] = input "of"
            %3:real[] = blank "a" %1.n
            loop %4.i:int %1.n @5 "plate"
              receive %5:real[] %3
              %6:real = load %0 %4.i
              %7:real[] = put %5 %4.i %6
            yield Thread %8:real[] %7
            end
            loop %9.j:int %1.n @6 "plate"
              %10:int = load %2.of %9.j
              %11:real = load %8 %10
              record d at %9.j %11 "y[of[j]]"
            end
            """;
        IrText.Is(
            """
            %0:real[] = observed "y"
            %1:int = input "n"
            %2:int[] = input "of"
            %3:real[] = blank "a" %1
            %4:bool[] = given "y"
            loop %5:int %1 @5 "plate"
              receive %6:real[] %3
              %7:real = load %0 %5
              %8:bool = load %4 %5
              %9:real[] = put %6 %5 %7
            yield Thread %10:real[] %9
            end
            %11:real = constant NaN
            loop %12:int %1 @6 "plate"
              %13:int = load %2 %12
              %14:real = load %10 %13
              %15:bool = load %4 %13
              %16:real = select %15 %14 %11
              record d at %12 %16 "y[of[j]]"
            end
            """,
            MarkUnknown.Run(IrText.Model(before), ["y"]));
    }
}
