namespace ProbModels.Tests;

public class SpecialFunctionsTests
{
    [Fact]
    public void No_name_is_one_of_math_so_that_models_can_import_both() =>
        Assert.Empty(typeof(SpecialFunctions).GetMethods().Where(m => m.IsStatic).Select(m => m.Name)
            .Intersect(typeof(Math).GetMethods().Select(m => m.Name)));

    [Fact]
    public void Softplus_is_the_integral_of_the_logistic_function()
    {
        foreach (double x in (double[])[-40, -3, 0, 0.5, 30])
            Assert.Equal(SpecialFunctions.Softplus(x) - SpecialFunctions.Softplus(-50), Quadrature.Integrate(SpecialFunctions.Logistic, -50, x), 1e-11);
    }
}
