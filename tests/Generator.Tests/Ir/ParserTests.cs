using CsCheck;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

public class ParserTests
{
    private const string Kernel =
        """
        kernel line
          %0.x:real[] = input "x"
          %1:int = length %0.x
          loop %2.i:int %1 @7 "foreach (int i in Plate(x.Length))"
            %3:real = load %0.x %2.i
            %4:real = constant -0.5
            %5:real = mul %4 %3
          yield Sum %6.sum:real %5
          end
        output LogDensity "" %6.sum

        """;

    [Fact]
    public void A_printed_kernel_is_parsed_to_an_equal_one() => RandomText.Kernels.Sample(kernel => Assert.Equal(kernel, Parser.ParseKernel(Printer.Print(kernel))), print: Printer.Print);

    [Fact]
    public void A_printed_model_is_parsed_to_an_equal_one() => RandomText.Models.Sample(model => Assert.Equal(model, Parser.ParseModel(Printer.Print(model))), print: Printer.Print);

    [Fact]
    public void A_printed_function_is_parsed_to_an_equal_one() => RandomText.Functions.Sample(function => Assert.Equal(function, Parser.ParseFunction(Printer.Print(function))), print: Printer.Print);

    [Fact]
    public void A_printed_distribution_is_parsed_to_an_equal_one() => RandomText.Distributions.Sample(distribution => Assert.Equal(distribution, Parser.ParseDistribution(Printer.Print(distribution))), print: Printer.Print);

    [Fact]
    public void A_parsed_text_is_printed_as_it_was() => Assert.Equal(Kernel, Printer.Print(Parser.ParseKernel(Kernel)));

    [Fact]
    public void Text_may_be_indented() => Assert.Equal(Parser.ParseKernel(Kernel), Parser.ParseKernel(Kernel.Replace("\n", "\n      ")));

    [Theory]
    [InlineData("%5:real = mul %4 %3", "%5:real = mull %4 %3", "line 7 (%5:real = mull %4 %3): there is no operation 'mull'")]
    [InlineData("%5:real = mul %4 %3", "%5:real mul %4 %3", "line 7 (%5:real mul %4 %3): '=' expected, 'mul' found")]
    [InlineData("%5:real = mul %4 %3", "%5:number = mul %4 %3", "line 7 (%5:number = mul %4 %3): there is no type 'number'")]
    [InlineData("%5:real = mul %4 %3", "%5:real = mul %4 x", "line 7 (%5:real = mul %4 x): 'x' is left over")]
    [InlineData("%5:real = mul %4 %3", "mul %4 %3", "line 7 (mul %4 %3): 'mul' begins no statement")]
    [InlineData("yield Sum %6.sum:real %5", "yield Total %6.sum:real %5", "line 8 (yield Total %6.sum:real %5): 'Total' is no YieldKind")]
    [InlineData("kernel line", "kernel", "line 1 (kernel): a word is missing")]
    [InlineData("output LogDensity \"\" %6.sum", "output LogDensity \"\" %7", "line 10 (output LogDensity \"\" %7): %7 is not defined")]
    public void An_error_names_the_line(string old, string replacement, string message)
    {
        var error = Assert.Throws<FormatException>(() => Parser.ParseKernel(Kernel.Replace(old, replacement)));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_blank_line_counts_in_the_number_of_a_line() =>
        Assert.StartsWith("line 9 ", Assert.Throws<FormatException>(() => Parser.ParseKernel("\n\n" + Kernel.Replace("mul", "mull"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Anything_but_printed_text_is_a_format_error() => Gen.Select(RandomText.Models.Select(Printer.Print), Gen.Int[0, 1_000_000], Gen.Char[" \"\\%.:=@\nax9-"]).Sample((text, place, damage) =>
    {
        string broken = text.Remove(place % text.Length, 1).Insert(place % text.Length, damage.ToString());
        try
        {
            _ = Parser.ParseModel(broken);
        }
        catch (FormatException)
        {
            // Damage may also leave another, valid text.
        }
    });

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\"")]
    [InlineData("\\")]
    public void A_text_without_a_kernel_is_a_format_error(string text) => Assert.Throws<FormatException>(() => Parser.ParseKernel(text));
}
