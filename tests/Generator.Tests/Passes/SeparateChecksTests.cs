using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class SeparateChecksTests
{
    private const string Before =
        """
        %0.n:int = input "n"
        %1.e:real[] = input "e"
        %2.y:real[] = observed "y"
        %3.p:real = position "p"
        %4.a:real = input "a"
        %5.logA:real = log %4.a
        %14:real = constant 0
        %15:bool = gt %4.a %14
        require %15 %4.a Range "p" "a" "positive" @3 "a"
        loop %6.i:int %0.n @5 "plate"
          %7:real = load %1.e %6.i
          %8:real = load %2.y %6.i
          %16:bool = gt %7 %14
          require %16 %7 Range "y" "e" "positive" @6 "e[i]"
          %17:bool = gt %8 %14
          require %17 %8 Range "y" "y" "positive" @6 "y[i]"
          %9.ratio:real = div %8 %7
          %10:real = mul %9.ratio %3.p
        yield Sum %11.s:real %10
        end
        %12:real = mul %5.logA %11.s
        output LogDensity "" %12
        """;

    [Fact]
    public void Rules_on_inputs_are_checked_by_the_model() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = input "e"
        %2:real = input "a"
        %3:real = constant 0
        %4:bool = gt %2 %3
        require %4 %2 Range "p" "a" "positive" @3 "a"
        loop %5:int %0 @5 "plate"
          %6:real = load %1 %5
          %7:bool = gt %6 %3
          require %7 %6 Range "y" "e" "positive" @6 "e[i]"
        end
        """,
        SeparateChecks.Run(AssignTimes.Run(IrText.Kernel(Before), new BoundNames()).Bind).Check);

    [Fact]
    public void Rules_on_observations_are_checked_when_they_are_given() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = input "e"
        %2:real[] = observed "y"
        %3:real = input "a"
        %4:real = log %3
        %5:real = constant 0
        loop %6:int %0 @5 "plate"
          %7:real = load %1 %6
          %8:real = load %2 %6
          %9:bool = gt %8 %5
          require %9 %8 Range "y" "y" "positive" @6 "y[i]"
          %10:real = div %8 %7
        yield Array %11:real[] %10
        end
        output Bound "ratio" %11
        output Bound "n" %0
        output Bound "logA" %4
        """,
        SeparateChecks.Run(AssignTimes.Run(IrText.Kernel(Before), new BoundNames()).Bind).Bind);
}
