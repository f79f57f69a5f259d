using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class CondenseSquaresTests
{
    [Fact]
    public void A_square_of_a_form_in_one_parameter_becomes_a_fit()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.y:real[] = observed "y"
            %2.m:real = position "m"
            loop %3.i:int %0.n @5 "plate"
              %4:real = load %1.y %3.i
              %5:real = sub %4 %2.m
              %6:real = mul %5 %5
            yield Sum %7:real %6
            end
            output LogDensity "" %7
            """;
        IrText.Is(
            """
            %0:int = input "n"
            %1:real[] = observed "y"
            %2:real = position "m"
            %3:real = constant 1
            %4:real = constant -1
            loop %5:int %0 @5 "plate"
              %6:real = load %1 %5
            yield Array %7:real[] %3
            yield Array %8:real[] %6
            yield Array %9:real[] %4
            end
            %10:real[] = least_squares %7 %8 %9
            """,
            Defining(CondenseSquares.Run(IrText.Kernel(before))!));
    }

    /// <summary>Whatever stands around a square, the kernel means the same, and its gradient needs no loop.</summary>
    [Theory]
    [InlineData("sub %y %m")] // a common mean
    [InlineData("mul %x %m; sub %y %0; sub %1 %c")] // a line
    [InlineData("mul %m %x; add %0 %c; sub %y %1; div %2 %e")] // with known errors
    [InlineData("mul %m %x; add %0 %c; sub %1 %y; neg %2; div %3 %s")] // with an unknown scale
    [InlineData("mul %m %c; mul %0 %x; sub %y %1; mul %2 %s; mul %3 %e")] // products of parameters, weights in both places
    [InlineData("mul %m %x; div %0 %s; mul %c %e; sub %1 %2; sub %3 %y")]
    [InlineData("add %y %x; mul %0 %m; div %0 %e; sub %1 %2; mul %3 %c")] // a constant that a parameter multiplies
    [InlineData("mul %m %x; mul %c %x; add %0 %1; add %2 %c; sub %3 %m; sub %4 %y; select %g %5 %zero")] // a parameter twice, elements that do not count
    public void A_square_of_a_linear_form_becomes_a_fit(string form) => IsPreserved(form, expected: true);

    [Theory]
    [InlineData("mul %m %x; exp %0; sub %y %1")]
    [InlineData("sub %y %t")]
    [InlineData("mul %x %m; mul %t %0; sub %y %1")]
    [InlineData("sub %y %x")]
    public void What_is_not_linear_in_values_from_outside_stays(string form) => IsPreserved(form, expected: false);

    [Fact]
    public void A_square_that_is_no_term_of_the_log_density_stays()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.y:real[] = observed "y"
            %2.m:real = position "m"
            loop %3.i:int %0.n @5 "plate"
              %4:real = load %1.y %3.i
              %5:real = sub %4 %2.m
              %6:real = mul %5 %5
            yield Sum %7:real %6
            end
            %8:real = log %7
            output LogDensity "" %8
            """;
        Assert.Null(CondenseSquares.Run(IrText.Kernel(before)));
    }

    /// <summary>The statements up to the fit.</summary>
    private static Kernel Defining(Kernel kernel)
    {
        int fit = kernel.Body.ToList().FindIndex(statement => statement is Define { Op: var op } && op == Operations.LeastSquares);
        return kernel with { Body = kernel.Body.Take(fit + 1).ToSequence(), Outputs = Sequence<Output>.Empty };
    }

    private static void IsPreserved(string form, bool expected)
    {
        var kernel = IrText.Kernel(Around(form));
        var condensed = CondenseSquares.Run(kernel);
        Assert.Equal(expected, condensed is not null);
        if (condensed is null) return;
        Verifier.Verify(condensed);
        var gradient = EliminateDead.Run(AssignTimes.Run(Differentiate.Run(condensed), new BoundNames()).Evaluate);
        Assert.DoesNotContain(gradient.Body, statement => statement is Loop);
        foreach (int seed in Enumerable.Range(1, 5))
        {
            var leaves = Leaves(seed);
            foreach (var (before, after) in new[] { (kernel, condensed), (Differentiate.Run(kernel), Differentiate.Run(condensed)) })
            {
                var (one, other) = (Interpreter.Evaluate(before, leaves), Interpreter.Evaluate(after, leaves));
                foreach (var (output, value) in one.Outputs)
                    Assert.All(Numbers(value).Zip(Numbers(other.Outputs[output])), pair => Assert.True(pair.First.IsSameAs(pair.Second), $"{output} is {pair.Second}; it should be {pair.First}"));
            }
        }
    }

    private static Number[] Numbers(object output) => output is Number number ? [number] : (Number[])output;

    /// <summary>−½ z² for each row, less a term of data alone, where z is the last step of a form: steps that refer to each other by number, and to leaves by name.</summary>
    private static string Around(string form)
    {
        string[] names = ["y", "x", "e", "m", "c", "s", "g", "t", "zero"];
        int first = 40;
        string Numbered(string text) => string.Join(" ", text.Split(' ').Select(word =>
            !word.StartsWith('%') ? word
            : Array.IndexOf(names, word[1..]) is >= 0 and var name ? $"%{20 + name}"
            : $"%{first + int.Parse(word[1..], System.Globalization.CultureInfo.InvariantCulture)}"));
        string[] steps = form.Split("; ");
        string body = string.Join("\n", steps.Select((step, i) => $"%{first + i}:real = {Numbered(step)}"));
        return
            $"""
            %0:int = input "n"
            %1:real[] = observed "y"
            %2:real[] = input "x"
            %3:real[] = input "e"
            %4:bool[] = given "y"
            {(form.Contains("%t") ? "%5:real[] = position \"t\"" : "")}
            %23:real = position "m"
            %24:real = position "c"
            %8:real = position "r"
            %25:real = exp %8
            %30:real = add %23 %24
            %31:real = add %30 %8
            %28:real = constant 0
            %9:real = constant -0.5
            loop %10:int %0 @5 "plate"
            %20:real = load %1 %10
            %21:real = load %2 %10
            %22:real = load %3 %10
            %26:bool = load %4 %10
            {(form.Contains("%t") ? "%27:real = load %5 %10" : "")}
            {body}
            %70:real = mul %{first + steps.Length - 1} %{first + steps.Length - 1}
            %71:real = mul %9 %70
            %72:real = log %22
            %73:real = sub %71 %72
            yield Sum %80:real %73
            end
            %81:real = add %80 %31
            output LogDensity "" %81
            """;
    }

    private static Leaves Leaves(int seed)
    {
        var random = new Random(seed);
        Number[] Reals(double low, double high) => [.. Enumerable.Range(0, 7).Select(_ => (Number)(low + (high - low) * random.NextDouble()))];
        Number Real() => (Number)(4 * random.NextDouble() - 2);
        return new()
        {
            [Operations.Input, "n"] = 7L,
            [Operations.Observed, "y"] = Reals(-2, 2),
            [Operations.Input, "x"] = Reals(-2, 2),
            [Operations.Input, "e"] = Reals(0.5, 2),
            [Operations.Given, "y"] = Enumerable.Range(0, 7).Select(_ => random.Next(3) > 0).ToArray(),
            [Operations.Position, "t"] = Reals(-2, 2),
            [Operations.Position, "m"] = Real(),
            [Operations.Position, "c"] = Real(),
            [Operations.Position, "r"] = Real(),
        };
    }
}
