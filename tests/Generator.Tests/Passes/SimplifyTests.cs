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
            %4:real = mul %3 %2
            loop %5:int %0 @5 "plate"
              %6:real = real %5
              %7:real = mul %4 %6
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """,
            EliminateDead.Run(Simplify.Run(IrText.Kernel(before))));
    }

    [Theory]
    [InlineData("%6:real = mul %1 %5", "%7:real = mul %2 %6")]
    [InlineData("%6:real = mul %2 %1", "%7:real = mul %6 %5")]
    [InlineData("%6:real = mul %2 %5", "%7:real = mul %6 %1")]
    [InlineData("%6:real = mul %2 %5", "%7:real = mul %1 %6")]
    public void A_number_joins_a_factor_from_outside_the_loop(string first, string second) => IrText.Is(
        """
        %0:int = input "n"
        %1:real = position "s"
        %2:real = constant -0.5
        %3:real[] = input "x"
        %4:real = mul %2 %1
        loop %5:int %0 @5 "plate"
          %6:real = load %3 %5
          %7:real = mul %4 %6
        yield Sum %8:real %7
        end
        output LogDensity "" %8
        """,
        EliminateDead.Run(Simplify.Run(IrText.Kernel(
            $"""
            %0:int = input "n"
            %1:real = position "s"
            %2:real = constant -0.5
            %3:real[] = input "x"
            loop %4:int %0 @5 "plate"
              %5:real = load %3 %4
              {first}
              {second}
            yield Sum %8:real %7
            end
            output LogDensity "" %8
            """))));
}
