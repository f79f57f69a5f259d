using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class AssignTimesTests
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
    public void What_data_alone_decide_is_computed_when_they_are_bound() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = input "e"
        %2:real[] = observed "y"
        %3:real = input "a"
        %4:real = log %3
        %5:real = constant 0
        %6:bool = gt %3 %5
        require %6 %3 Range "p" "a" "positive" @3 "a"
        loop %7:int %0 @5 "plate"
          %8:real = load %1 %7
          %9:real = load %2 %7
          %10:bool = gt %8 %5
          require %10 %8 Range "y" "e" "positive" @6 "e[i]"
          %11:bool = gt %9 %5
          require %11 %9 Range "y" "y" "positive" @6 "y[i]"
          %12:real = div %9 %8
        yield Array %13:real[] %12
        end
        output Bound "ratio" %13
        output Bound "n" %0
        output Bound "logA" %4
        """,
        AssignTimes.Run(IrText.Kernel(Before), new BoundNames()).Bind);

    [Fact]
    public void The_evaluation_reads_bound_values_by_name() => IrText.Is(
        """
        %0:real = position "p"
        %1:real[] = bound "ratio"
        %2:int = bound "n"
        loop %3:int %2 @5 "plate"
          %4:real = load %1 %3
          %5:real = mul %4 %0
        yield Sum %6:real %5
        end
        %7:real = bound "logA"
        %8:real = mul %7 %6
        output LogDensity "" %8
        """,
        AssignTimes.Run(IrText.Kernel(Before), new BoundNames()).Evaluate);
}
