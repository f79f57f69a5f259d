using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class DifferentiateTests
{
    [Fact]
    public void A_number_gets_its_derivative_by_the_chain_rule()
    {
        const string before =
            """
            %0.p:real = position "p"
            %1:real = tanh %0.p
            %2:real = mul %1 %1
            output LogDensity "" %2
            """;
        IrText.Is(
            """
            %0:real = position "p"
            %1:real = tanh %0
            %2:real = mul %1 %1
            %3:real = constant 1
            %4:real = constant 2
            %5:real = mul %4 %1
            %6:real = sub %3 %2
            %7:real = mul %6 %1
            %8:real = mul %4 %7
            output LogDensity "" %2
            output Gradient "p" %8
            """,
            Differentiate.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void What_does_not_reach_the_log_density_has_the_derivative_zero()
    {
        const string before =
            """
            %0.p:real = position "p"
            %1.q:real = position "q"
            output LogDensity "" %0.p
            """;
        IrText.Is(
            """
            %0:real = position "p"
            %1:real = position "q"
            %2:real = constant 1
            %3:real = constant 0
            output LogDensity "" %0
            output Gradient "p" %2
            output Gradient "q" %3
            """,
            Differentiate.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void A_number_that_a_plate_reads_gets_a_sum_and_an_array_read_at_its_own_index_an_array()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.p:real = position "p"
            %2.x:real[] = position "x"
            loop %3.i:int %0.n @5 "plate"
              %4:real = load %2.x %3.i
              %5:real = mul %4 %1.p
            yield Sum %6:real %5
            end
            output LogDensity "" %6
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real = position "p"
            %2:real[] = position "x"
            loop %3:int %0 @5 "plate"
              %4:real = load %2 %3
              %5:real = mul %4 %1
            yield Sum %6:real %5
            end
            loop %7:int %0 @5 "plate"
              %8:real = load %2 %7
            yield Sum %9:real %8
            yield Array %10:real[] %1
            end
            loop %11:int %0 @0 "the gradient of x"
              %12:real = load %10 %11
            yield Array %13:real[] %12
            end
            output LogDensity "" %6
            output Gradient "p" %9
            output Gradient "x" %13
            """,
            EliminateDead.Run(Differentiate.Run(IrText.Kernel(before))));
    }

    [Fact]
    public void An_array_read_elsewhere_gets_a_scatter()
    {
        const string before =
            """
            %0.m:int = input "m"
            %1.n:int = input "n"
            %2.g:int[] = input "g"
            %3.x:real[] = position "x"
            loop %4.j:int %0.m @5 "groups"
              %5:real = load %3.x %4.j
            yield Sum %6:real %5
            end
            loop %7.i:int %1.n @6 "rows"
              %8:int = load %2.g %7.i
              %9:real = load %3.x %8
              %10:real = exp %9
            yield Sum %11:real %10
            end
            %12:real = add %6 %11
            output LogDensity "" %12
            """;
        IrText.Is(
            """
            %0:int = input "m"
            %1:int = input "n"
            %2:int[] = input "g"
            %3:real[] = position "x"
            loop %4:int %0 @5 "groups"
              %5:real = load %3 %4
            yield Sum %6:real %5
            end
            loop %7:int %1 @6 "rows"
              %8:int = load %2 %7
              %9:real = load %3 %8
              %10:real = exp %9
            yield Sum %11:real %10
            end
            %12:real = add %6 %11
            %13:real = constant 1
            loop %14:int %1 @6 "rows"
              %15:int = load %2 %14
              %16:real = load %3 %15
              %17:real = exp %16
            yield Scatter %18:real[] %17 %15 %0
            end
            loop %19:int %0 @5 "groups"
            yield Array %20:real[] %13
            end
            loop %21:int %0 @0 "the gradient of x"
              %22:real = load %18 %21
              %23:real = load %20 %21
              %24:real = add %22 %23
            yield Array %25:real[] %24
            end
            output LogDensity "" %12
            output Gradient "x" %25
            """,
            EliminateDead.Run(Differentiate.Run(IrText.Kernel(before))));
    }
}
