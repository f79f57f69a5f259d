using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class CollectConstantsTests
{
    [Fact]
    public void Constants_of_the_log_density_become_one()
    {
        const string before =
            """
            %0.a:real = input "a"
            %1.p:real = position "p"
            %2:real = log %0.a
            %3:real = sub %1.p %2
            %4:real = exp %1.p
            %5:real = add %3 %4
            %6:real = constant 3
            %7:real = sub %5 %6
            output LogDensity "" %7
            """;
        IrText.Is(
            """
            %0:real = input "a"
            %1:real = position "p"
            %2:real = log %0
            %3:real = exp %1
            %4:real = constant 3
            %5:real = add %1 %3
            %6:real = add %2 %4
            %7:real = sub %5 %6
            output LogDensity "" %7
            """,
            EliminateDead.Run(CollectConstants.Run(IrText.Kernel(before))));
    }
}
