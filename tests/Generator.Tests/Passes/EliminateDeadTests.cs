using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class EliminateDeadTests
{
    [Fact]
    public void What_neither_an_output_nor_a_rule_needs_is_dropped()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.a:real = input "a"
            %2:real = exp %1.a
            loop %3.i:int %0.n @5 "plate"
              %4:real = real %3.i
              %5:real = mul %4 %1.a
              %6:real = sin %4
            yield Sum %7:real %5
            yield Array %8:real[] %6
            end
            loop %9.i:int %0.n @6 "another plate"
              %10:real = real %9.i
            yield Sum %11:real %10
            end
            %12:bool = gt %1.a %7
            require %12 %1.a Range "a" "a" "great" @7 "a"
            output LogDensity "" %1.a
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real = input "a"
            loop %2:int %0 @5 "plate"
              %3:real = real %2
              %4:real = mul %3 %1
            yield Sum %5:real %4
            end
            %6:bool = gt %1 %5
            require %6 %1 Range "a" "a" "great" @7 "a"
            output LogDensity "" %1
            """,
            EliminateDead.Run(IrText.Kernel(before)));
    }

    [Fact]
    public void A_loop_with_a_rule_stays()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1:real = constant 3
            loop %2.i:int %0.n @5 "plate"
              %3:real = real %2.i
              %4:bool = lt %3 %1
              require %4 %3 Range "a" "a" "small" @7 "a"
            yield Sum %5:real %3
            end
            output LogDensity "" %1
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real = constant 3
            loop %2:int %0 @5 "plate"
              %3:real = real %2
              %4:bool = lt %3 %1
              require %4 %3 Range "a" "a" "small" @7 "a"
            end
            output LogDensity "" %1
            """,
            EliminateDead.Run(IrText.Kernel(before)));
    }
}
