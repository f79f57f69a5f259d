using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class InlineDefinitionsTests
{
    [Fact]
    public void A_latent_becomes_its_support_its_rules_and_its_term()
    {
        const string before =
            """
            distribution N
            argument mean real None
            argument sd real Positive
            support x real None
            function "LogDensity" %0:real %1:real %2:real
              %3:real = sub %0 %1
              %4.z:real = div %3 %2
              %5:real = mul %4.z %4.z
              %6:real = log %2
              %7:real = sub %5 %6
            return %7
            %0.s:real = input "s"
            %1:real = constant 0
            sample a %2.a:real N %1 %0.s @4 "N(0, s)" "0" "s"
            """;
        IrText.Is(
            """
            %0:real = input "s"
            %1:real = constant 0
            %2:bool = gt %0 %1
            require %2 %0 Range "a" "the sd of N" "positive" @4 "s"
            latent a %3:real None
            %4:real = div %3 %0
            %5:real = mul %4 %4
            %6:real = log %0
            %7:real = sub %5 %6
            term a %7
            """,
            InlineDefinitions.Run(IrText.Model(before)));
    }

    [Fact]
    public void Bounds_of_a_support_are_arguments()
    {
        const string before =
            """
            distribution U
            argument low real None
            argument high real GreaterThan low
            support x real Between low high
            function "LogDensity" %0:real %1:real %2:real
              %3:real = sub %2 %1
              %4:real = log %3
              %5:real = neg %4
            return %5
            %0.s:real = input "s"
            %1:real = constant 0
            sample a %2.a:real U %1 %0.s @4 "U(0, s)" "0" "s"
            """;
        IrText.Is(
            """
            %0:real = input "s"
            %1:real = constant 0
            %2:bool = gt %0 %1
            require %2 %0 Range "a" "the high of U" "greater than low" @4 "s"
            latent a %3:real Between %1 %0
            %4:real = log %0
            %5:real = neg %4
            term a %5
            """,
            InlineDefinitions.Run(IrText.Model(before)));
    }

    [Fact]
    public void An_observable_reads_its_data_and_counts_where_they_are_given()
    {
        const string before =
            """
            distribution P
            argument rate real NonNegative
            support x int NonNegative
            function "LogDensity" %0:int %1:real
              %2:real = real %0
              %3:real = xlogy %2 %1
            return %3
            %0.r:real[] = input "r"
            %1:int = length %0.r
            site k Observable int %1
            loop %2.i:int %1 @5 "foreach (int i in Plate(r.Length))"
              %3:real = load %0.r %2.i
              observe k at %2.i %4.k:int P %3 @6 "P(r[i])" "r[i]"
            end
            """;
        IrText.Is(
            """
            %0:real[] = input "r"
            %1:int = length %0
            site k Observable int %1
            %2:real = constant 0
            %3:int[] = observed "k"
            %4:int = length %3
            %5:bool = eq %4 %1
            require %5 %4 Length "" "k" "foreach (int i in Plate(r.Length))" @5 "foreach (int i in Plate(r.Length))" %1
            %6:bool[] = given "k"
            loop %7:int %1 @5 "foreach (int i in Plate(r.Length))"
              %8:real = load %0 %7
              %9:bool = ge %8 %2
              require %9 %8 Range "k" "the rate of P" "zero or greater" @6 "r[i]"
              %10:int = load %3 %7
              %11:real = real %10
              %12:bool = ge %11 %2
              %13:bool = load %6 %7
              %14:bool = not %13
              %15:bool = or %14 %12
              require %15 %10 Range "k" "a value of P" "zero or greater" @6 "P(r[i])"
              %16:real = xlogy %11 %8
              %17:real = select %13 %16 %2
              term k at %7 %17
            end
            """,
            InlineDefinitions.Run(IrText.Model(before)));
    }

    [Fact]
    public void A_call_becomes_the_body_of_its_function()
    {
        const string before =
            """
            function "square" %0:real
              %1:real = mul %0 %0
            return %1
            %0.s:real = input "s"
            call %1:real "square" %0.s
            call %2:real "square" %1
            record a %2 "square(square(s))"
            """;
        IrText.Is(
            """
            %0:real = input "s"
            %1:real = mul %0 %0
            %2:real = mul %1 %1
            record a %2 "square(square(s))"
            """,
            InlineDefinitions.Run(IrText.Model(before)));
    }
}
