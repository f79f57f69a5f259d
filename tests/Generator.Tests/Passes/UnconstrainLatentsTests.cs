using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class UnconstrainLatentsTests
{
    [Fact]
    public void A_latent_is_read_from_its_record_and_its_coordinate_recorded()
    {
        const string before =
            """
            %0.s:real = input "s"
            latent a %1.a:real None
            latent b %2.b:real Positive
            latent c %3.c:real Between %2.b %0.s
            term c %3.c
            """;
        IrText.Is(
            """
            %0:real = input "s"
            %1:real = recorded "a"
            record a %1 ""
            %2:real = recorded "b"
            %3:real = constant 0
            %4:bool = gt %2 %3
            require %4 %2 Range "b" "b" "positive" @0 ""
            %5:real = log %2
            record b %5 ""
            %6:real = recorded "c"
            %7:bool = gt %6 %2
            %8:bool = lt %6 %0
            %9:bool = and %7 %8
            require %9 %6 Range "c" "c" "inside its interval" @0 ""
            %10:real = sub %6 %2
            %11:real = log %10
            %12:real = sub %0 %6
            %13:real = log %12
            %14:real = sub %11 %13
            record c %14 ""
            """,
            UnconstrainLatents.Run(IrText.Model(before)));
    }

    [Fact]
    public void A_latent_above_a_bound_is_measured_from_it()
    {
        const string before =
            """
            %0.s:real = input "s"
            latent a %1.a:real GreaterThan %0.s
            latent b %2.b:real Inside %0.s %1.a
            term b %2.b
            """;
        IrText.Is(
            """
            %0:real = input "s"
            %1:real = recorded "a"
            %2:bool = gt %1 %0
            require %2 %1 Range "a" "a" "above its bound" @0 ""
            %3:real = sub %1 %0
            %4:real = log %3
            record a %4 ""
            %5:real = recorded "b"
            %6:bool = gt %5 %0
            %7:bool = lt %5 %1
            %8:bool = and %6 %7
            require %8 %5 Range "b" "b" "inside its interval" @0 ""
            %9:real = sub %5 %0
            %10:real = log %9
            %11:real = sub %1 %5
            %12:real = log %11
            %13:real = sub %10 %12
            record b %13 ""
            """,
            UnconstrainLatents.Run(IrText.Model(before)));
    }

    [Fact]
    public void A_latent_in_a_plate_reads_its_element_of_the_record()
    {
        const string before =
            """
            %0.n:int = input "n"
            site b Latent real %0.n
            loop %1.i:int %0.n @5 "plate"
              latent b at %1.i %2.b:real NonNegative
              term b %2.b
            end
            """;
        IrText.Is(
            """
            %0:int = input "n"
            site b Latent real %0
            %1:real[] = recorded "b"
            %2:real = constant 0
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
              %5:bool = gt %4 %2
              require %5 %4 Range "b" "b" "positive" @0 ""
              %6:real = log %4
              record b at %3 %6 ""
            end
            """,
            UnconstrainLatents.Run(IrText.Model(before)));
    }
}
