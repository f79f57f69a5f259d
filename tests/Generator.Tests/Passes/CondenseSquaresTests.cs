using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class CondenseSquaresTests
{
    private const int Rows = 20, Columns = 4;

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
            %10:int = integer 1
            %11:real[] = least_squares %10 %7 %8 %9
            """,
            Defining(CondenseSquares.Run(IrText.Kernel(before))!));
    }

    [Fact]
    public void A_square_with_a_row_of_a_matrix_becomes_a_plate_with_a_row_for_each_parameter()
    {
        const string before =
            """
            %0.n:int = input "n"
            %1.y:real[] = observed "y"
            %2.x:real[] = input "x"
            %3.p:int = input "p"
            %4.b:real[] = position "b"
            %5.a:real = position "a"
            %6.packed:real[,] = pack %2.x %3.p
            loop %7.i:int %0.n @5 "plate"
              %8:real = row_product %6.packed %7.i %4.b
              %9:real = add %5.a %8
              %10:real = load %1.y %7.i
              %11:real = sub %10 %9
              %12:real = mul %11 %11
            yield Sum %13:real %12
            end
            output LogDensity "" %13
            """;
        IrText.Is(
            """
            %0.n:int = input "n"
            %1.y:real[] = observed "y"
            %2.x:real[] = input "x"
            %3.p:int = input "p"
            %4.b:real[] = position "b"
            %5.a:real = position "a"
            %6.packed:real[,] = pack %2.x %3.p
            %7:real = constant 1
            %9:real = constant -1
            loop %10.i:int %0.n @5 "plate"
              %13.y:real = load %1.y %10.i
            yield Array %16.weights:real[] %7
            yield Array %17.constants:real[] %13.y
            yield Array %18.aCoefficients:real[] %9
            yield Array %19.bCoefficients:real[] %9
            end
            %20:int = integer 1
            %21.squaresWidth:int = iadd %20 %3.p
            %22.squaresCount:int = least_squares_rows %0.n %21.squaresWidth
            %23.squares:real[] = least_squares %22.squaresCount %16.weights %17.constants %18.aCoefficients %19.bCoefficients %6.packed
            %24.leastRest:real = load %23.squares %21.squaresWidth
            %25:int = integer 0
            %26.fittedA:real = load %23.squares %25
            %27:real = sub %5.a %26.fittedA
            loop %28.j:int %3.p @0 "how far each element of b lies from its fit"
              %29.b:real = load %4.b %28.j
              %30:int = iadd %20 %28.j
              %31.fittedB:real = load %23.squares %30
              %32:real = sub %29.b %31.fittedB
            yield Array %33.apartB:real[] %32
            end
            %34.restAt:int = iadd %21.squaresWidth %20
            %35.rootsAt:int = iadd %22.squaresCount %34.restAt
            %36:int = iadd %35.rootsAt %22.squaresCount
            %37:int = imul %22.squaresCount %3.p
            %38:real[] = slice %23.squares %36 %37
            %39.rootsB:real[,] = pack %38 %3.p
            loop %40.k:int %22.squaresCount @0 "the rows that stand for those of plate"
              %41:int = iadd %34.restAt %40.k
              %42.rest:real = load %23.squares %41
              %43:int = iadd %35.rootsAt %40.k
              %44.rootA:real = load %23.squares %43
              %45:real = mul %44.rootA %27
              %46:real = add %42.rest %45
              %47.productB:real = row_product %39.rootsB %40.k %33.apartB
              %48:real = add %46 %47.productB
              %49:real = mul %48 %48
            yield Sum %50.sumOfSquares:real %49
            end
            %51:real = mul %24.leastRest %24.leastRest
            %52:real = add %50.sumOfSquares %51
            output LogDensity "" %52
            """,
            CondenseSquares.Run(IrText.Kernel(before))!);
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
    [InlineData("row_product %packed %i %b; sub %y %0")] // a linear predictor without an intercept
    [InlineData("row_product %packed %i %b; add %m %0; mul %c %x; add %1 %2; sub %y %3; div %4 %s")] // with more columns and an unknown scale
    [InlineData("row_product %packed %i %b; mul %m %0; add %y %1; div %2 %s; mul %3 %e")] // a product that a parameter multiplies, and weights
    [InlineData("row_product %packed %i %b; mul %x %0; div %1 %s; div %x %s; sub %2 %3; select %g %4 %zero")] // rows that data multiply
    [InlineData("row_product %packed %i %b; mul %m %0; row_product %packed %i %b; add %1 %2; mul %0 %e; sub %3 %4; sub %y %5")] // the same rows three times
    [InlineData("row_product %packed %i %b; row_product %other %i %b; add %0 %1; sub %2 %y")] // two matrices
    [InlineData(
        "mul %m %x; mul %c %e; mul %m %c; mul %m %s; mul %c %s; mul %m %m; mul %c %c; mul %s %s; mul %2 %s; mul %5 %x; mul %6 %e; "
        + "add %0 %1; add %11 %2; add %12 %3; add %13 %4; add %14 %9; add %15 %10; add %16 %7; add %17 %8; sub %y %18")] // more parameters than are written out
    public void A_square_of_a_linear_form_becomes_a_fit(string form) => IsPreserved(form, expected: true);

    [Theory]
    [InlineData("mul %m %x; exp %0; sub %y %1")]
    [InlineData("sub %y %t")]
    [InlineData("mul %x %m; mul %t %0; sub %y %1")]
    [InlineData("sub %y %x")]
    [InlineData("row_product %packed %i %b; exp %0; sub %y %1")]
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
        Assert.DoesNotContain(gradient.Body, statement => statement is Define { Immediate.Symbol: "n" or "y" or "x" });
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
        var names = new[] { "y", "x", "e", "m", "c", "s", "g", "t", "zero" }.Select((name, i) => (name, Number: 20 + i))
            .Concat([("i", 10), ("b", 32), ("packed", 35), ("other", 36)])
            .ToDictionary(item => item.Item1, item => item.Item2);
        int first = 40;
        string Numbered(string text) => string.Join(" ", text.Split(' ').Select(word =>
            !word.StartsWith('%') ? word
            : names.TryGetValue(word[1..], out int number) ? $"%{number}"
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
            {(form.Contains("%b") ? """
            %32.b:real[] = position "b"
            %33:int = input "p"
            %34:real[] = input "rows"
            %37:real[] = input "others"
            %35:real[,] = pack %34 %33
            %36:real[,] = pack %37 %33
            """ : "")}
            loop %10:int %0 @5 "plate"
            %20:real = load %1 %10
            %21:real = load %2 %10
            %22:real = load %3 %10
            %26:bool = load %4 %10
            {(form.Contains("%t") ? "%27:real = load %5 %10" : "")}
            {body}
            %90:real = mul %{first + steps.Length - 1} %{first + steps.Length - 1}
            %91:real = mul %9 %90
            %92:real = log %22
            %93:real = sub %91 %92
            yield Sum %94:real %93
            end
            %95:real = add %94 %31
            output LogDensity "" %95
            """;
    }

    private static Leaves Leaves(int seed)
    {
        var random = new Random(seed);
        Number[] Reals(double low, double high, int count = Rows) => [.. Enumerable.Range(0, count).Select(_ => (Number)(low + (high - low) * random.NextDouble()))];
        Number Real() => (Number)(4 * random.NextDouble() - 2);
        return new()
        {
            [Operations.Input, "n"] = (long)Rows,
            [Operations.Observed, "y"] = Reals(-2, 2),
            [Operations.Input, "x"] = Reals(-2, 2),
            [Operations.Input, "e"] = Reals(0.5, 2),
            [Operations.Given, "y"] = Enumerable.Range(0, Rows).Select(_ => random.Next(3) > 0).ToArray(),
            [Operations.Position, "t"] = Reals(-2, 2),
            [Operations.Position, "m"] = Real(),
            [Operations.Position, "c"] = Real(),
            [Operations.Position, "r"] = Real(),
            [Operations.Input, "p"] = (long)Columns,
            [Operations.Input, "rows"] = Reals(-2, 2, Rows * Columns),
            [Operations.Input, "others"] = Reals(-2, 2, Rows * Columns),
            [Operations.Position, "b"] = Reals(-2, 2, Columns),
        };
    }
}
