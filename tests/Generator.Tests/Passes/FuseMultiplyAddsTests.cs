using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class FuseMultiplyAddsTests
{
    private const string Head =
        """
        %0.n:int = input "n"
        %1.x:real[] = position "x"
        %2.p:real = position "p"
        loop %3.i:int %0.n @5 "plate"
          %4:real = load %1.x %3.i

        """;

    [Fact]
    public void A_product_that_one_sum_uses_is_rounded_with_it() => IsWritten(
        """
          %5:real = mul %4 %4
          %6:real = add %5 %2.p
        """,
        """
          %5:real = fma %4 %4 %2
        """);

    [Fact]
    public void A_product_that_is_subtracted_is_negated_in_the_loop() => IsWritten(
        """
          %5:real = mul %2.p %4
          %6:real = sub %4 %5
        """,
        """
          %5:real = neg %4
          %6:real = fma %5 %2 %4
        """);

    [Fact]
    public void What_is_subtracted_from_a_product_is_negated() => IsWritten(
        """
          %5:real = mul %4 %2.p
          %6:real = sub %5 %4
        """,
        """
          %5:real = neg %4
          %6:real = fma %4 %2 %5
        """);

    [Fact]
    public void A_product_with_a_second_use_stays() => IsWritten(
        """
          %5:real = mul %4 %4
          %7:real = add %5 %2.p
          %6:real = div %7 %5
        """,
        """
          %5:real = mul %4 %4
          %6:real = add %5 %2
          %7:real = div %6 %5
        """);

    [Fact]
    public void A_choice_between_a_product_and_zero_is_a_product_of_choices() => IsWritten(
        """
          %5:real = mul %4 %2.p
          %7:real = constant 0
          %8:bool = lt %4 %2.p
          %9:real = select %8 %5 %7
          %6:real = add %4 %9
        """,
        """
          %5:bool = lt %4 %2
          %7:real = select %5 %4 %6
          %8:real = select %5 %2 %6
          %9:real = fma %7 %8 %4
        """,
        """
        %6:real = constant 0

        """);

    [Fact]
    public void A_sum_of_choices_between_a_product_and_zero_adds_products() => IsWritten(
        """
          %5:real = mul %4 %4
          %7:real = constant 0
          %8:bool = lt %4 %2.p
          %6:real = select %8 %5 %7
        """,
        """
          %5:bool = lt %4 %2
          %7:real = select %5 %4 %6
          %8:real = mul %7 %7
        """,
        """
        %6:real = constant 0

        """);

    /// <summary>Compares a loop's body, which ends in %6, with the fused one, which ends in its last value.</summary>
    private static void IsWritten(string body, string fused, string before = "")
    {
        string last = fused.TrimStart().Split('\n').Last().Trim().Split(':')[0];
        int next = int.Parse(last[1..]) + 1;
        var kernel = FuseMultiplyAdds.Run(IrText.Kernel($"{Head}{body}\nyield Sum %99:real %6\nend\noutput LogDensity \"\" %99"));
        IrText.Is($"{Unnamed(Head.Replace("loop", before + "loop"))}{fused}\nyield Sum %{next}:real {last}\nend\noutput LogDensity \"\" %{next}", kernel);
    }

    private static string Unnamed(string text) => text.Replace(".n", "").Replace(".x", "").Replace(".p", "").Replace(".i", "");
}
