using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class ConstrainLatentsTests
{
    [Fact]
    public void A_latent_becomes_a_transform_of_its_coordinate_with_its_jacobian()
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
            %1:real = position "a"
            %2:real = constant 0
            term a %2
            record a %1 ""
            %3:real = position "b"
            %4:real = exp %3
            term b %3
            record b %4 ""
            %5:real = position "c"
            %6:real = sub %0 %4
            %7:real = logistic %5
            %8:real = mul %6 %7
            %9:real = add %4 %8
            %10:real = log %6
            %11:real = softplus %5
            %12:real = constant 2
            %13:real = mul %12 %11
            %14:real = sub %5 %13
            %15:real = add %10 %14
            term c %15
            record c %9 ""
            term c %9
            """,
            ConstrainLatents.Run(IrText.Model(before)));
    }

    [Fact]
    public void Bounds_that_do_not_belong_to_the_support_are_never_reached()
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
            %1:real = position "a"
            %2:real = exp %1
            %3:real = add %0 %2
            %4:bool = gt %3 %0
            require %4 %3 Range "a" "a" "inside its support" @0 ""
            term a %1
            record a %3 ""
            %5:real = position "b"
            %6:real = sub %3 %0
            %7:real = logistic %5
            %8:real = mul %6 %7
            %9:real = add %0 %8
            %10:bool = gt %9 %0
            %11:bool = lt %9 %3
            %12:bool = and %10 %11
            require %12 %9 Range "b" "b" "inside its support" @0 ""
            %13:real = log %6
            %14:real = softplus %5
            %15:real = constant 2
            %16:real = mul %15 %14
            %17:real = sub %5 %16
            %18:real = add %13 %17
            term b %18
            record b %9 ""
            term b %9
            """,
            ConstrainLatents.Run(IrText.Model(before)));
    }

    [Fact]
    public void A_latent_in_a_plate_reads_its_element_of_the_position()
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
            %1:real[] = position "b" %0
            loop %2:int %0 @5 "plate"
              %3:real = load %1 %2
              %4:real = exp %3
              term b at %2 %3
              record b at %2 %4 ""
              term b %4
            end
            """,
            ConstrainLatents.Run(IrText.Model(before)));
    }
}
