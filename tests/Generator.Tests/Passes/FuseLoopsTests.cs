using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class FuseLoopsTests
{
    [Fact]
    public void A_loop_that_reads_own_elements_of_another_joins_it()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.x:real[] = input "x"
            loop %2.i:int %0.n @5 "first"
              %3:real = load %1.x %2.i
              %4:real = exp %3
            yield Array %5.e:real[] %4
            end
            %6:real = constant 3
            loop %7.j:int %0.n @6 "second"
              %8:real = load %5.e %7.j
              %9:real = mul %6 %8
            yield Sum %10:real %9
            end
            output LogDensity "" %10
            output Record "e" %5.e
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = input "x"
            %2:real = constant 3
            loop %3:int %0 @5 "first"
              %4:real = load %1 %3
              %5:real = exp %4
              %6:real = mul %2 %5
            yield Array %7:real[] %5
            yield Sum %8:real %6
            end
            output LogDensity "" %8
            output Record "e" %7
            """,
            FuseLoops.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void A_loop_that_needs_the_sum_of_another_stays_apart()
    {
        const string before =
            """
            %0.n:int = input "n"
            loop %1.i:int %0.n @5 "first"
              %2:real = real %1.i
            yield Sum %3:real %2
            end
            %4:real = exp %3
            loop %5.j:int %0.n @6 "second"
              %6:real = real %5.j
              %7:real = mul %6 %4
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """;
        IrText.Is(
            """
            %0:int = input "n"
            loop %1:int %0 @5 "first"
              %2:real = real %1
            yield Sum %3:real %2
            end
            %4:real = exp %3
            loop %5:int %0 @6 "second"
              %6:real = real %5
              %7:real = mul %6 %4
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """,
            FuseLoops.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void A_loop_that_reads_other_elements_of_another_stays_apart()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.g:int[] = input "g"
            loop %2.i:int %0.n @5 "first"
              %3:real = real %2.i
            yield Array %4.e:real[] %3
            end
            loop %5.j:int %0.n @6 "second"
              %6:int = load %1.g %5.j
              %7:real = load %4.e %6
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:int[] = input "g"
            loop %2:int %0 @5 "first"
              %3:real = real %2
            yield Array %4:real[] %3
            end
            loop %5:int %0 @6 "second"
              %6:int = load %1 %5
              %7:real = load %4 %6
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """,
            FuseLoops.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void Loops_over_different_extents_stay_apart()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.m:int = input "m"
            loop %2.i:int %0.n @5 "first"
              %3:real = real %2.i
            yield Sum %4:real %3
            end
            loop %5.j:int %1.m @6 "second"
              %6:real = real %5.j
            yield Sum %7:real %6
            end
            %8:real = add %4 %7
            output LogDensity "" %8
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:int = input "m"
            loop %2:int %0 @5 "first"
              %3:real = real %2
            yield Sum %4:real %3
            end
            loop %5:int %1 @6 "second"
              %6:real = real %5
            yield Sum %7:real %6
            end
            %8:real = add %4 %7
            output LogDensity "" %8
            """,
            FuseLoops.Run(IrText.Kernel(before)));
    }
}
