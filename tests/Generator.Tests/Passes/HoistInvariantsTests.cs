using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class HoistInvariantsTests
{
    [Fact]
    public void A_coefficient_from_outside_multiplies_the_sum()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.x:real[] = position "x"
            %2.p:real = position "p"
            loop %3.i:int %0.n @5 "plate"
              %4:real = load %1.x %3.i
              %5:real = mul %2.p %4
            yield Sum %6:real %5
            end
            output LogDensity "" %6
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real = position "p"
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
            yield Sum %5:real %4
            end
            %6:real = mul %2 %5
            output LogDensity "" %6
            """,
            HoistInvariants.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void A_summand_without_elements_counts_once_for_each_row()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.x:real[] = position "x"
            %2.p:real = position "p"
            loop %3.i:int %0.n @5 "plate"
              %4:real = load %1.x %3.i
              %5:real = sub %4 %2.p
            yield Sum %6:real %5
            end
            output LogDensity "" %6
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real = position "p"
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
            yield Sum %5:real %4
            end
            %6:real = real %0
            %7:real = mul %2 %6
            %8:real = sub %5 %7
            output LogDensity "" %8
            """,
            HoistInvariants.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void What_data_alone_decide_is_a_sum_of_its_own()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.x:real[] = position "x"
            %2.e:real[] = input "e"
            loop %3.i:int %0.n @5 "plate"
              %4:real = load %1.x %3.i
              %5:real = load %2.e %3.i
              %6:real = log %5
              %7:real = sub %4 %6
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real[] = input "e"
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
              %5:real = load %2 %3
              %6:real = log %5
            yield Sum %7:real %4
            yield Sum %8:real %6
            end
            %9:real = sub %7 %8
            output LogDensity "" %9
            """,
            HoistInvariants.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void What_counts_where_an_element_is_given_is_taken_apart_under_its_mask()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.x:real[] = position "x"
            %2.p:real = position "p"
            %3.e:real[] = input "e"
            %4:bool[] = given "y"
            %5:real = constant 0
            loop %6.i:int %0.n @5 "plate"
              %7:bool = load %4 %6.i
              %8:real = load %1.x %6.i
              %9:real = mul %2.p %8
              %10:real = load %3.e %6.i
              %11:real = sub %9 %10
              %12:real = add %11 %2.p
              %13:real = select %7 %12 %5
            yield Sum %14:real %13
            end
            output LogDensity "" %14
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real = position "p"
            %3:real[] = input "e"
            %4:bool[] = given "y"
            %5:real = constant 0
            %6:real = constant 1
            loop %7:int %0 @5 "plate"
              %8:bool = load %4 %7
              %9:real = load %1 %7
              %10:real = load %3 %7
              %11:real = select %8 %9 %5
              %12:real = select %8 %10 %5
              %13:real = select %8 %6 %5
            yield Sum %14:real %11
            yield Sum %15:real %12
            yield Sum %16:real %13
            end
            %17:real = mul %2 %14
            %18:real = sub %17 %15
            %19:real = mul %2 %16
            %20:real = add %18 %19
            output LogDensity "" %20
            """,
            HoistInvariants.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void A_sum_that_is_no_term_of_the_log_density_stays_whole()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.x:real[] = position "x"
            %2.p:real = position "p"
            loop %3.i:int %0.n @5 "plate"
              %4:real = load %1.x %3.i
              %5:real = sub %4 %2.p
            yield Sum %6:real %5
            end
            %7:real = exp %6
            output LogDensity "" %7
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real = position "p"
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
              %5:real = sub %4 %2
            yield Sum %6:real %5
            end
            %7:real = exp %6
            output LogDensity "" %7
            """,
            HoistInvariants.Run(IrText.Kernel(before)));
    }
}
