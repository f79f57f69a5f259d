using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

public class CutIntoStepsTests
{
    [Fact]
    public void A_plate_with_little_work_stays_whole() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = position "x"
        loop %2:int %0 @5 "plate"
          %3:real = load %1 %2
          %4:real = exp %3
        yield Sum %5:real %4
        end
        output LogDensity "" %5
        """,
        CutIntoSteps.Run(IrText.Kernel(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            loop %2:int %0 @5 "plate"
              %3:real = load %1 %2
              %4:real = exp %3
            yield Sum %5:real %4
            end
            output LogDensity "" %5
            """)));

    [Fact]
    public void A_step_hands_on_what_later_ones_need_and_they_read_columns_again() => IrText.Is(
        """
        %0:int = input "n"
        %1:real[] = position "x"
        loop %2:int %0 @5 "plate" step of 1
          %3:real = load %1 %2
          %4:real = lgamma %3
        yield Array %5:real[] %4
        end
        loop %6:int %0 @5 "plate" step of 1
          %7:real = load %1 %6
          %8:real = load %5 %6
          %9:real = digamma %8
          %10:real = add %9 %7
        yield Sum %11:real %10
        end
        output LogDensity "" %11
        """,
        CutIntoSteps.Run(IrText.Kernel(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            loop %2:int %0 @5 "plate"
              %3:real = load %1 %2
              %4:real = lgamma %3
              %5:real = digamma %4
              %6:real = add %5 %3
            yield Sum %7:real %6
            end
            output LogDensity "" %7
            """)));

    [Fact]
    public void Each_step_compares_for_itself_and_keeps_rules_where_their_conditions_are_known()
    {
        var steps = CutIntoSteps.Run(IrText.Kernel(
            """
            %0:int = input "n"
            %1:real[] = position "x"
            %2:real = constant 0
            loop %3:int %0 @5 "plate"
              %4:real = load %1 %3
              %5:bool = gt %4 %2
              %6:real = lgamma %4
              %7:real = digamma %6
              %8:real = select %5 %6 %2
              %9:real = select %5 %7 %2
              require %5 %4 Range "a" "b" "positive" @5 "text"
            yield Sum %10:real %8
            yield Sum %11:real %9
            end
            %12:real = add %10 %11
            output LogDensity "" %12
            """)).Body.OfType<Loop>().ToList();
        Assert.Equal(2, steps.Count);
        Assert.All(steps, step => Assert.Single(step.Body.OfType<Define>(), define => define.Op == Operations.Greater));
        Assert.Single(steps[0].Body.OfType<Require>());
        Assert.Empty(steps[1].Body.OfType<Require>());
    }

    [Fact]
    public void No_step_of_a_random_kernel_holds_more_than_its_share() => RandomKernel.Check((kernel, _) =>
    {
        foreach (var step in CutIntoSteps.Run(Schedule.Run(kernel)).Body.OfType<Loop>().Where(loop => loop.Plate > 0))
        {
            int[] weights = [.. step.Body.OfType<Define>().Select(define => define.Op.Weight).Where(weight => weight > 0)];
            Assert.True(weights.Length <= 1 || weights.Sum() <= 4, $"{weights.Sum()} in one step");
        }
    });
}
