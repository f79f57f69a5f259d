using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class CondenseSumsTests
{
    private const int Rows = 20, Groups = 4;

    [Fact]
    public void What_is_linear_in_values_of_groups_becomes_a_plate_over_groups()
    {
        const string before =
            """
            %0:int = input "n"
            %1:int = input "groups"
            %2:int[] = input "g"
            %3:real[] = observed "y"
            %4:real[] = position "u"
            loop %5:int %1 @3 "groups"
              %6:real = load %4 %5
              %7:real = exp %6
            yield Array %8:real[] %7
            end
            loop %9:int %0 @5 "plate"
              %10:int = load %2 %9
              %11:real = load %3 %9
              %12:real = load %4 %10
              %13:real = mul %11 %12
              %14:real = load %8 %10
              %15:real = sub %13 %14
            yield Sum %16:real %15
            end
            output LogDensity "" %16
            """;
        IrText.Is(
            """
            %0.n:int = input "n"
            %1.groups:int = input "groups"
            %2.g:int[] = input "g"
            %3.y:real[] = observed "y"
            %4.u:real[] = position "u"
            loop %5:int %1.groups @3 "groups"
              %6.u:real = load %4.u %5
              %7:real = exp %6.u
            yield Array %8:real[] %7
            end
            %9:real = constant 0
            %11:real = constant -1
            loop %12:int %0.n @5 "plate"
              %13.g:int = load %2.g %12
              %14.y:real = load %3.y %12
            yield Scatter %19.yByG:real[] %14.y %13.g %1.groups
            yield Scatter %20.factorByG:real[] %11 %13.g %1.groups
            end
            loop %21:int %1.groups @0 "the groups of plate"
              %22.u:real = load %4.u %21
              %23:real = load %19.yByG %21
              %24:bool = eq %23 %9
              %25:bool = not %24
              %26:real = mul %23 %22.u
              %27:real = select %25 %26 %9
              %28:real = load %8 %21
              %29:real = load %20.factorByG %21
              %30:bool = eq %29 %9
              %31:bool = not %30
              %32:real = mul %29 %28
              %33:real = select %31 %32 %9
              %34:real = add %27 %33
            yield Sum %35.sumOverGroups:real %34
            end
            output LogDensity "" %35.sumOverGroups
            """,
            CondenseSums.Run(IrText.Kernel(before))!);
    }

    /// <summary>Whatever stands around values of groups, the kernel means the same, and its gradient reads no rows.</summary>
    [Theory]
    [InlineData("mul %y %u")]
    [InlineData("mul %y %u; sub %0 %v")] // two arrays
    [InlineData("mul %y %u; mul %x %w; add %0 %1; sub %2 %m")] // two kinds of group, and a value that is no group's
    [InlineData("mul %y %u; mul %m %0; div %1 %s")] // parameters before the sum
    [InlineData("mul %y %u; select %b %0 %zero")] // elements that do not count
    [InlineData("select %b %u %w; mul %y %0")] // one or the other
    [InlineData("mul %y %u; mul %x %u; sub %0 %1; sub %2 %x")] // a value twice, and data alone
    [InlineData("mul %y %u; sub %0 %v; require %v")] // a rule of a group
    [InlineData("mul %u %u; mul %0 %m; exp %1; mul %x %2")] // functions of a group's value
    [InlineData("mul %y %y; exp %u; xlogy %0 %1; sub %2 %u")] // the logarithm of a group's value
    [InlineData("mul %y %y; logistic %u; neg %1; xlog1py %0 %2; select %b %3 %zero")]
    [InlineData("mul %y %y; xlogy %0 %s; sub %1 %s")] // the logarithm of a value of the whole plate
    [InlineData("xlogy %u %s")]
    [InlineData("xlogy %zero %u; mul %x %s; add %0 %1")]
    public void Sums_that_are_linear_in_values_of_groups_are_condensed(string form) => IsPreserved(form, expected: true);

    [Theory]
    [InlineData("mul %y %m")] // hoisted without this
    [InlineData("xlogy %own %s")]
    [InlineData("xlogy %y %own")]
    [InlineData("mul %u %w")]
    [InlineData("mul %y %u; exp %0")]
    [InlineData("mul %y %u; add %0 %own")] // a value of the row's own
    [InlineData("mul %y %u; require %own")]
    [InlineData("mul %y %u; add %u %w; require %1; add %0 %zero")]
    public void Other_plates_stay(string form) => IsPreserved(form, expected: false);

    private static void IsPreserved(string form, bool expected)
    {
        var kernel = IrText.Kernel(Around(form));
        var condensed = CondenseSums.Run(kernel);
        Assert.Equal(expected, condensed is not null);
        if (condensed is null) return;
        Verifier.Verify(condensed);
        var gradient = EliminateDead.Run(AssignTimes.Run(Differentiate.Run(condensed), new BoundNames()).Evaluate);
        Assert.DoesNotContain(gradient.Body, statement => statement is Define { Immediate.Symbol: "y" or "x" or "g" or "h" });
        int broken = 0;
        foreach (int seed in Enumerable.Range(1, 10))
        {
            var leaves = Leaves(seed);
            foreach (var (before, after) in new[] { (kernel, condensed), (Differentiate.Run(kernel), Differentiate.Run(condensed)) })
            {
                var (one, other) = (Interpreter.Evaluate(before, leaves), Interpreter.Evaluate(after, leaves));
                Assert.Equal(one.Broken.Count > 0, other.Broken.Count > 0);
                if (one.Broken.Count > 0) broken++;
                foreach (var (output, value) in one.Outputs)
                    Assert.All(Numbers(value).Zip(Numbers(other.Outputs[output])), pair => Assert.True(pair.First.IsSameAs(pair.Second), $"{output} is {pair.Second}; it should be {pair.First}"));
            }
        }

        if (form.Contains("require")) Assert.InRange(broken, 1, 19);
    }

    private static Number[] Numbers(object output) => output is Number number ? [number] : (Number[])output;

    /// <summary>A plate with one term for each row, the last step of a form: steps that refer to each other by number, and to leaves by name.</summary>
    private static string Around(string form)
    {
        var names = new[] { "y", "x", "u", "v", "w", "b", "own" }.Select((name, i) => (name, Number: 20 + i)).Concat([("m", 10), ("s", 12), ("zero", 13)]).ToDictionary(item => item.Item1, item => item.Item2);
        string Numbered(string text) => string.Join(" ", text.Split(' ').Select(word =>
            !word.StartsWith('%') ? word
            : names.TryGetValue(word[1..], out int number) ? $"%{number}"
            : $"%{40 + int.Parse(word[1..], System.Globalization.CultureInfo.InvariantCulture)}"));
        var steps = form.Split("; ").Select((step, i) => (Text: Numbered(step), Number: 40 + i)).ToList();
        string body = string.Join("\n", steps.Select(step => step.Text.StartsWith("require")
            ? $"%{step.Number + 40}:bool = ge {step.Text[8..]} %13\nrequire %{step.Number + 40} {step.Text[8..]} Range \"y\" \"the rate\" \"zero or greater\" @5 \"plate\""
            : $"%{step.Number}:real = {step.Text}"));
        return
            $"""
            %0:int = input "n"
            %1:int = input "groups"
            %2:int[] = input "g"
            %3:int[] = input "h"
            %4:real[] = observed "y"
            %5:real[] = input "x"
            %6:bool[] = given "y"
            %7:real[] = position "u"
            %8:real[] = position "w"
            %9:real[] = position "own"
            %10:real = position "m"
            %11:real = position "r"
            %12:real = exp %11
            %13:real = constant 0
            loop %14:int %1 @3 "groups"
            %15:real = load %7 %14
            %16:real = sin %15
            %17:real = load %8 %14
            %18:real = add %16 %17
            yield Array %19:real[] %16
            yield Sum %70:real %18
            end
            loop %30:int %0 @4 "own"
            %31:real = load %9 %30
            yield Sum %71:real %31
            end
            loop %32:int %0 @5 "plate"
            %33:int = load %2 %32
            %34:int = load %3 %32
            %20:real = load %4 %32
            %21:real = load %5 %32
            %22:real = load %7 %33
            %23:real = load %19 %33
            %24:real = load %8 %34
            %25:bool = load %6 %32
            %26:real = load %9 %32
            {body}
            yield Sum %72:real %{steps.Last(step => !step.Text.StartsWith("require")).Number}
            end
            %73:real = add %70 %72
            %74:real = add %73 %71
            %75:real = add %74 %10
            %76:real = add %75 %11
            output LogDensity "" %76
            """;
    }

    private static Leaves Leaves(int seed)
    {
        var random = new Random(seed);
        Number[] Reals(double low, double high, int count) => [.. Enumerable.Range(0, count).Select(_ => (Number)(low + (high - low) * random.NextDouble()))];
        long[] Indices() => [.. Enumerable.Range(0, Rows).Select(_ => (long)random.Next(Groups - 1))];
        return new()
        {
            [Operations.Input, "n"] = (long)Rows,
            [Operations.Input, "groups"] = (long)Groups,
            [Operations.Input, "g"] = Indices(),
            [Operations.Input, "h"] = Indices(),
            [Operations.Observed, "y"] = Reals(-2, 2, Rows),
            [Operations.Input, "x"] = Reals(-2, 2, Rows),
            [Operations.Given, "y"] = Enumerable.Range(0, Rows).Select(_ => random.Next(3) > 0).ToArray(),
            [Operations.Position, "u"] = Reals(-0.5, 2, Groups),
            [Operations.Position, "w"] = Reals(-2, 2, Groups),
            [Operations.Position, "own"] = Reals(-2, 2, Rows),
            [Operations.Position, "m"] = (Number)random.NextDouble(),
            [Operations.Position, "r"] = (Number)random.NextDouble(),
        };
    }
}
