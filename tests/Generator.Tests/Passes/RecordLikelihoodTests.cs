using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class RecordLikelihoodTests
{
    [Fact]
    public void Terms_of_observables_are_recorded_and_guarded_by_the_rules_that_latents_may_break()
    {
        const string before =
            """
            returns y "double[]" real[]
            %0.e:real[] = input "e"
            %1:int = length %0.e
            latent s %2.s:real None
            term s %2.s
            record t %2.s "s"
            %3:real = constant 0
            %4:bool = gt %2.s %3
            require %4 %2.s Range "y" "the scale" "positive" @0 "s"
            loop %5.i:int %1 @5 "plate"
              %6:real = load %0.e %5.i
              %7:bool = gt %6 %3
              require %7 %6 Range "y" "the other scale" "positive" @0 "e[i]"
              %8:bool = given "y"
              %9:real = mul %2.s %6
              %10:real = select %8 %9 %3
              term y at %5.i %10
            end
            """;
        IrText.Is(
            """
            returns y "double[]" real[]
            %0:real[] = input "e"
            %1:int = length %0
            %2:real = recorded "s"
            %3:real = constant 0
            %4:bool = gt %2 %3
            %5:bool = boolean 1
            %6:real = constant -Infinity
            loop %7:int %1 @5 "plate"
              %8:real = load %0 %7
              %9:bool = gt %8 %3
              %10:real = mul %2 %8
              %11:real = select %4 %10 %6
              record y at %7 %11 ""
            end
            """,
            RecordLikelihood.Run(IrText.Model(before)));
    }
}
