using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class DistributeLoopsTests
{
    [Fact]
    public void What_no_step_reads_from_another_runs_in_any_order() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = blank "x" %0
        %2:real[] = input "z"
        loop %3:int %0 @1 "for"
          receive %4:real[] %1
          %5:real = load %2 %3
          %6:real = exp %5
          %7:real[] = put %4 %3 %6
        yield Thread %8:real[] %7
        end
        output Record "x" %8
        """,
        DistributeLoops.Run(IrText.Kernel(
            """
            %0:int = input "n"
            %1:real[] = blank "x" %0
            %2:real[] = input "z"
            loop %3:int %0 Forward @1 "for"
              receive %4:real[] %1
              %5:real = load %2 %3
              %6:real = exp %5
              %7:real[] = put %4 %3 %6
            yield Thread %8:real[] %7
            end
            output Record "x" %8
            """)));

    [Fact]
    public void A_recurrence_stays_in_order_and_what_reads_it_leaves() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = input "z"
        %2:int = integer 0
        %3:real = constant 1
        %4:int = integer 1
        %5:int = iadd %0 %4
        %6:real[] = blank "h" %5
        %7:real[] = put %6 %2 %3
        loop %8:int %0 Forward @1 "for"
          receive %9:real[] %7
          %10:real = load %9 %8
          %11:real = load %1 %8
          %12:real = mul %10 %11
          %13:int = iadd %8 %4
          %14:real[] = put %9 %13 %12
        yield Thread %15:real[] %14
        end
        loop %16:int %0 @1 "for"
          %17:real = load %15 %16
          %18:real = exp %17
        yield Sum %19:real %18
        end
        output LogDensity "" %19
        """,
        DistributeLoops.Run(IrText.Kernel(
            """
            %0:int = input "n"
            %1:real[] = input "z"
            %2:int = integer 0
            %3:real = constant 1
            %4:int = integer 1
            %5:int = iadd %0 %4
            %6:real[] = blank "h" %5
            %7:real[] = put %6 %2 %3
            loop %8:int %0 Forward @1 "for"
              receive %9:real[] %7
              %10:real = load %9 %8
              %11:real = load %1 %8
              %12:real = mul %10 %11
              %13:int = iadd %8 %4
              %14:real[] = put %9 %13 %12
              %15:real = exp %10
            yield Thread %16:real[] %14
            yield Sum %17:real %15
            end
            output LogDensity "" %17
            """)));
}
