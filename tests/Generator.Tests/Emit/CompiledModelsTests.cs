using ProbModels.Tests;

namespace ProbModels.Generator.Tests;

/// <summary>Compiled models against the model method itself, which knows nothing of the compiler.</summary>
public class CompiledModelsTests
{
    public static TheoryData<string> Names => new(ModelSpecimens.All.Select(specimen => specimen.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_compiled_model_agrees_with_its_method(string name)
    {
        var specimen = ModelSpecimens.All.Single(candidate => candidate.Name == name);
        int finite = PosteriorChecks.Of(specimen.Condition()).AtRandomPositions();
        Assert.True(finite >= 5, $"only {finite} of 20 positions have a finite log density");
    }

    [Fact]
    public void A_plate_may_have_any_size()
    {
        // Around multiples of the vectors' widths, where the last block is full, empty or has one lane.
        int[] sizes = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 64, 100];
        var project = TestProject.Of(ModelSpecimens.StraightLine(1).Sources).Load();
        foreach (int size in sizes)
        {
            var specimen = ModelSpecimens.StraightLine(size);
            PosteriorChecks.Of(LoadedProject.Given(project.Bind(specimen.Name, specimen.Inputs), specimen.Observations)).AtRandomPositions(count: 6);
        }
    }
}
