using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class StabiliseTests
{
    [Theory]
    [InlineData("%2:real = exp %0\n%3:real = add %1 %2\n%4:real = log %3", "softplus %0", "log1p(exp(t)) is softplus(t)")]
    [InlineData("%2:real = add %1 %0\n%4:real = log %2", "log1p %0", "log(1 + t) is log1p(t)")]
    [InlineData("%2:real = exp %0\n%4:real = sub %2 %1", "expm1 %0", "exp(t) - 1 is expm1(t)")]
    [InlineData("%2:real = sqrt %0\n%4:real = log %2", "log %0", "log(sqrt(t)) is log(t) / 2")]
    public void A_formula_that_loses_digits_has_a_stable_form(string formula, string operation, string note)
    {
        var (model, notes) = Stabilise.Run(IrText.Model($"%0.t:real = input \"t\"\n%1:real = constant 1\n{formula}\nterm y %4\n"));
        Assert.Contains(operation, Ir.Printer.Print(model).Replace(".t", ""));
        Assert.Contains(note, notes);
    }

    [Fact]
    public void A_count_with_an_exponential_rate_never_leaves_the_logarithm()
    {
        var (model, _) = Stabilise.Run(IrText.Model(
            """
            %0.k:real = input "k"
            %1.eta:real = input "eta"
            %2:real = exp %1.eta
            %3:real = xlogy %0.k %2
            term y %3
            """));
        IrText.Is(
            """
            %0:real = input "k"
            %1:real = input "eta"
            %2:real = exp %1
            %3:real = xlogy %0 %2
            %4:real = mul %0 %1
            term y %4
            """,
            model);
    }
}
