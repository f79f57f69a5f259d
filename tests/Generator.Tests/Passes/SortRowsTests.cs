using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class SortRowsTests
{
    /// <summary>Two effects of each group, and a latent of each row.</summary>
    private const string Evaluation =
        """
        %0:int = bound "n"
        %1:int = bound "groups"
        %2:int[] = bound "groupOf"
        %3:real[] = bound "y"
        %4:real[] = position "u" %1
        %5:real[] = position "z" %0
        %16:real[] = position "v" %1
        loop %6.i:int %0 @5 "plate"
          %7:int = load %2 %6
          %8:real = load %4 %7
          %17:real = load %16 %7
          %9:real = load %5 %6
          %10:real = load %3 %6
          %18:real = mul %17 %9
          %11:real = add %8 %18
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
        %6:real[] = position "v" %1
        %7:int[] = bound "groupOfOrder"
        %8:real[] = arrange %5 %7
        loop %9:int %0 @5 "plate"
          %10:int = load %2 %9
          %11:real = load %4 %10
          %12:real = load %6 %10
          %13:real = load %8 %9
          %14:real = load %3 %9
          %15:real = mul %12 %13
          %16:real = add %11 %15
          %17:real = mul %14 %16
        yield Sum %18:real %17
        yield Scatter %19:real[] %14 %10 %1
        yield Array %20:real[] %14
        end
        %21:real[] = restore %20 %7
        output LogDensity "" %18
        output Gradient "u" %19
        output Gradient "z" %21
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

    /// <summary>Parts of the kernel above with what makes an iteration meet another row, or the order of rows be seen outside, or copies take longer than the order saves.</summary>
    public static TheoryData<string, string> Others => new()
    {
        // A neighbour's element.
        { "  %9:real = load %5 %6", "  %30:int = integer 1\n  %31:int = isub %6 %30\n  %9:real = load %5 %31" },

        // A latent of another plate.
        { "position \"z\" %0", "position \"z\" %1" },

        // An order of its own.
        { "%0 @5", "%0 Forward @5" },

        // Elements at its own index.
        { "yield Array %15:real[] %10", "yield Scatter %15:real[] %10 %6 %0" },

        // A reader of all its elements.
        { "output LogDensity \"\" %13", "%30:int = integer 0\n%31:real = load %15 %30\noutput LogDensity \"\" %31" },

        // A reader of its elements by another index.
        { "output LogDensity \"\" %13", "loop %30:int %1 @6 \"plate\"\n  %31:real = load %15 %30\nyield Sum %32:real %31\nend\noutput LogDensity \"\" %32" },

        // Elements that are handed out.
        { "output Gradient \"z\" %15", "output Record \"z\" %15" },

        // No more reads of groups than copies of rows.
        { "  %17:real = load %16 %7", "  %17:real = load %3 %6" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_plate_stays_as_it_is_where_an_order_would_be_seen_or_does_not_pay(string from, string to)
    {
        string text = Evaluation.Replace("\r", "");
        Assert.Contains(from, text);
        text = text.Replace(from, to);
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
            loop %30:int %0 @6 "later"
              %31:real = load %15 %30
              %32:real = load %5 %30
              %33:real = mul %31 %32
            yield Sum %34:real %33
            end
            output LogDensity "" %34
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
