using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class SimplifyTests
{
    [Fact]
    public void Repeated_definitions_become_one_and_invariants_leave_their_loop()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.a:real = input "a"
            loop %2.i:int %0.n @5 "plate"
              %3:real = exp %1.a
              %4:real = real %2.i
              %5:real = mul %3 %4
              %6:real = exp %1.a
              %7:real = mul %4 %6
              %8:real = add %5 %7
            yield Sum %9:real %8
            end
            output LogDensity "" %9
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real = input "a"
            %2:real = exp %1
            %3:real = constant 2
            loop %4:int %0 @5 "plate"
              %5:real = real %4
              %6:real = mul %2 %5
              %7:real = mul %3 %6
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """,
            Simplify.Run(IrText.Kernel(before)));
    }
}
