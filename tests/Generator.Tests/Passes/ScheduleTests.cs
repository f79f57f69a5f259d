using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class ScheduleTests
{
    [Fact]
    public void Rules_come_first_and_definitions_just_before_their_use()
    {
        const string before =
            """
            %0.p:real = position "p"
            %1.n:int = input "n"
            %2:real = exp %0.p
            %3:real = sin %0.p
            loop %4.i:int %1.n @5 "plate"
              %5:real = real %4.i
              %6:real = cos %5
              %7:real = mul %5 %2
              %8:real = add %7 %6
            yield Sum %9:real %8
            end
            %10:real = constant 0
            %11:bool = gt %2 %10
            require %11 %2 Range "p" "p" "positive" @3 "p"
            %12:real = add %9 %3
            output LogDensity "" %12
            """;
        IrText.Is(
            """
            %0:real = position "p"
            %1:real = exp %0
            %2:real = constant 0
            %3:bool = gt %1 %2
            require %3 %1 Range "p" "p" "positive" @3 "p"
            %4:int = input "n"
            loop %5:int %4 @5 "plate"
              %6:real = real %5
              %7:real = mul %6 %1
              %8:real = cos %6
              %9:real = add %7 %8
            yield Sum %10:real %9
            end
            %11:real = sin %0
            %12:real = add %10 %11
            output LogDensity "" %12
            """,
            Schedule.Run(IrText.Kernel(before)));
    }
}
