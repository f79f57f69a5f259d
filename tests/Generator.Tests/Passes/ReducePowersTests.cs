using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class ReducePowersTests
{
    [Fact]
    public void A_power_of_a_positive_number_is_an_exponential() => IrText.Is(
        """
        %0:real = position "p"
        %1:real = constant 10
        %2:real = log %1
        %3:real = mul %0 %2
        %4:real = exp %3
        output LogDensity "" %4
        """,
        ReducePowers.Run(IrText.Kernel(
            """
            %0:real = position "p"
            %1:real = constant 10
            %2:real = pow %1 %0
            output LogDensity "" %2
            """)));

    [Fact]
    public void A_power_of_a_negative_number_stays()
    {
        const string kernel =
            """
            %0:real = position "p"
            %1:real = constant -2
            %2:real = pow %1 %0
            output LogDensity "" %2
            """;
        IrText.Is(kernel, ReducePowers.Run(IrText.Kernel(kernel)));
    }
}
