using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class SortRowsTests
{
    /// <summary>An effect of each group, and a latent of each row.</summary>
    private const string Evaluation =
        """
        %0:int = bound "n"
        %1:int = bound "groups"
        %2:int[] = bound "groupOf"
        %3:real[] = bound "y"
        %4:real[] = position "u" %1
        %5:real[] = position "z" %0
        loop %6.i:int %0 @5 "plate"
          %7:int = load %2 %6
          %8:real = load %4 %7
          %9:real = load %5 %6
          %10:real = load %3 %6
          %11:real = add %8 %9
          %12:real = mul %10 %11
        yield Sum %13:real %12
        yield Scatter %14:real[] %10 %7 %1
        yield Array %15:real[] %10
        end
        output LogDensity "" %13
        output Gradient "u" %14
        output Gradient "z" %15
        """;

    private const string Bind =
        """
        %0:int = input "n"
        %1:int = input "groups"
        %2:int[] = input "groupOf"
        %3:real[] = observed "y"
        output Bound "n" %0
        output Bound "groups" %1
        output Bound "groupOf" %2
        output Bound "y" %3
        """;

    [Fact]
    public void Latents_of_rows_are_copied_into_the_order_and_their_derivatives_back() => IrText.Is(
        """
        %0:int = bound "n"
        %1:int = bound "groups"
        %2:int[] = bound "groupOf"
        %3:real[] = bound "y"
        %4:real[] = position "u" %1
        %5:real[] = position "z" %0
        %6:int[] = bound "groupOfOrder"
        %7:real[] = arrange %5 %6
        loop %8:int %0 @5 "plate"
          %9:int = load %2 %8
          %10:real = load %4 %9
          %11:real = load %7 %8
          %12:real = load %3 %8
          %13:real = add %10 %11
          %14:real = mul %12 %13
        yield Sum %15:real %14
        yield Scatter %16:real[] %12 %9 %1
        yield Array %17:real[] %12
        end
        %18:real[] = restore %17 %6
        output LogDensity "" %15
        output Gradient "u" %16
        output Gradient "z" %18
        """,
        Sorted(Evaluation).Evaluation);

    [Fact]
    public void What_is_bound_by_row_is_bound_in_the_order() => IrText.Is(
        """
        %0:int = input "n"
        %1:int = input "groups"
        %2:int[] = input "groupOf"
        %3:real[] = observed "y"
        %4:int[] = row_order %2
        %5:int[] = arrange %2 %4
        %6:real[] = arrange %3 %4
        output Bound "n" %0
        output Bound "groups" %1
        output Bound "groupOfOrder" %4
        output Bound "groupOf" %5
        output Bound "y" %6
        """,
        Sorted(Evaluation).Bind);

    [Fact]
    public void What_others_read_as_it_was_is_bound_twice()
    {
        var other = IrText.Kernel("%0:real[] = bound \"y\"\noutput Record \"y\" %0");
        var (bind, evaluations) = SortRows.Run(IrText.Kernel(Bind), [IrText.Kernel(Evaluation)], [other], new BoundNames());
        Assert.Contains(bind.Outputs, output => output.Symbol == "y");
        Assert.Contains(bind.Outputs, output => output.Symbol == "ySorted");
        Assert.Contains(evaluations[0].Body.OfType<Define>(), define => define.Immediate.Symbol == "ySorted");
        Assert.DoesNotContain(evaluations[0].Body.OfType<Define>(), define => define.Immediate.Symbol == "y");
    }

    /// <summary>Each way in which an iteration meets another row, or the rows' order is seen outside, with what takes its place in the kernel above.</summary>
    public static TheoryData<string, string, string> Others => new()
    {
        { "a neighbour's element", "  %9:real = load %5 %6", "  %20:int = integer 1\n  %21:int = isub %6 %20\n  %9:real = load %5 %21" },
        { "a latent of another plate", "position \"z\" %0", "position \"z\" %1" },
        { "an order of its own", "%0 @5", "%0 Forward @5" },
        { "elements at its own index", "yield Array %15:real[] %10", "yield Scatter %15:real[] %10 %6 %0" },
        { "a reader of all its elements", "output LogDensity \"\" %13", "%20:int = integer 0\n%21:real = load %15 %20\noutput LogDensity \"\" %21" },
        { "a reader of its elements by another index", "output LogDensity \"\" %13", "loop %20:int %1 @6 \"plate\"\n  %21:real = load %15 %20\nyield Sum %22:real %21\nend\noutput LogDensity \"\" %22" },
        { "elements that are handed out", "output Gradient \"z\" %15", "output Record \"z\" %15" },
        { "no groups", "  %8:real = load %4 %7", "  %8:real = load %5 %6" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_plate_stays_as_it_is_with(string what, string from, string to)
    {
        string text = Evaluation.Replace("\r", "");
        Assert.Contains(from, text);
        text = text.Replace(from, to);
        if (what == "no groups") text = text.Replace("yield Scatter %14:real[] %10 %7 %1\n", "").Replace("output Gradient \"u\" %14\n", "");
        var kernel = IrText.Kernel(text);
        var (bind, evaluation) = Sorted(text);
        Assert.Equal(Printer.Print(kernel), Printer.Print(evaluation));
        Assert.Equal(Printer.Print(IrText.Kernel(Bind)), Printer.Print(bind));
    }

    [Fact]
    public void Plates_that_hand_rows_to_each_other_have_one_order()
    {
        string text = Evaluation.Replace("\r", "").Replace(
            "output LogDensity \"\" %13",
            """
            loop %20:int %0 @6 "later"
              %21:real = load %15 %20
              %22:real = load %5 %20
              %23:real = mul %21 %22
            yield Sum %24:real %23
            end
            output LogDensity "" %24
            """);
        var sorted = Sorted(text).Evaluation;
        var arranged = Assert.Single(sorted.Body.OfType<Define>(), define => define.Op == Operations.Arrange);
        var later = sorted.Body.OfType<Loop>().Last();
        Assert.Contains(later.Body.OfType<Define>(), load => load.Arguments[0] == arranged.Result);
    }

    private static (Kernel Bind, Kernel Evaluation) Sorted(string evaluation)
    {
        var (bind, evaluations) = SortRows.Run(IrText.Kernel(Bind), [IrText.Kernel(evaluation)], [], new BoundNames());
        return (bind, evaluations[0]);
    }
}
