using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class LowerToKernelTests
{
    private const string Before =
        """
        %0.n:int = input "n"
        site x Derived real %0.n
        %1.p:real = position "p"
        %2.x:real[] = position "x"
        %3:real = exp %1.p
        term p %1.p
        record p %3 "exp(p)"
        loop %4.i:int %0.n @5 "plate"
          %5.xi:real = load %2.x %4.i
          term x %5.xi
          %6:real = mul %5.xi %3
          term x %6
          record x at %4.i %6 "p x"
        end
        term p %3
        """;

    [Fact]
    public void Terms_become_one_sum_for_each_plate() => IrText.Is(
        """
        %0:int = input "n"
        %1:real = position "p"
        %2:real[] = position "x"
        %3:real = exp %1
        loop %4:int %0 @5 "plate"
          %5:real = load %2 %4
          %6:real = mul %5 %3
          %7:real = add %5 %6
        yield Sum %8:real %7
        end
        %9:real = add %1 %8
        %10:real = add %9 %3
        output LogDensity "" %10
        """,
        LowerToKernel.LogDensity(IrText.Model(Before)));

    [Fact]
    public void Records_become_outputs() => IrText.Is(
        """
        %0:int = input "n"
        %1:real = position "p"
        %2:real[] = position "x"
        %3:real = exp %1
        %4:real[] = blank "xRecords" %0
        loop %5:int %0 @5 "plate"
          receive %6:real[] %4
          %7:real = load %2 %5
          %8:real = mul %7 %3
          %9:real[] = put %6 %5 %8
        yield Thread %10:real[] %9
        end
        output Record "p" %3
        output Record "x" %10
        """,
        LowerToKernel.Records(IrText.Model(Before), OutputKind.Record));

    [Fact]
    public void A_model_without_terms_has_the_log_density_zero()
    {
        const string before =
            """
            %0:real = constant 3
            record a %0 "3"
            """;
        IrText.Is(
            """
            %0:real = constant 3
            %1:real = constant 0
            output LogDensity "" %1
            """,
            LowerToKernel.LogDensity(IrText.Model(before)));
    }
}
