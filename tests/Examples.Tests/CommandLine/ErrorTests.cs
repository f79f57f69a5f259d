namespace ProbModels.Examples.Tests.CommandLine;

public class ErrorTests
{
    [Theory]
    [InlineData("--draws", "many", "--draws is 'many'; it must be a whole number from 1 to 2147483647.")]
    [InlineData("--draws", "0", "--draws is '0'; it must be a whole number from 1 to 2147483647.")]
    [InlineData("--warmup", "-1", "--warmup is '-1'; it must be a whole number from 0 to 2147483647.")]
    [InlineData("--chains", "1.5", "--chains is '1.5'; it must be a whole number from 1 to 2147483647.")]
    [InlineData("--seed", "-3", "--seed is '-3'; it must be a whole number from 0 to 18446744073709551615.")]
    [InlineData("--json", "/no/such/folder/out.json", "--json: the folder /no/such/folder does not exist.")]
    [InlineData("--draw", "10", "'--draw'")]
    public void Bad_arguments_are_named(string option, string value, string message)
    {
        var run = ExampleProcess.Run("EightSchools", option, value);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public void Help_names_every_option()
    {
        var run = ExampleProcess.Run("StraightLine", "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.All(["--chains", "--warmup", "--draws", "--seed", "--json", "--data"], option => Assert.Contains(option, run.Output));
    }

    [Theory]
    [InlineData("", ": the file is empty; its first line must name the columns.")]
    [InlineData("x,e\n1,2\n", " has no column 'y'; it has x, e.")]
    [InlineData("x,x,y\n1,2,3\n", ":1: two columns have the same name: x,x,y")]
    [InlineData("x,e,y\n1,2\n", ":2: 2 values where the header names 3 columns.")]
    [InlineData("x,e,y\n1,2,3\n1,two,3\n", ":3: e is 'two'; it must be a number, such as 3.5 or -1e-3.")]
    [InlineData("x,e,y\n1,2,3\n1,0,3\n", "StraightLine: e[1] is 0; the sd of Normal at site y must be positive (Astronomy.cs:")]
    public void Bad_data_are_named(string content, string message)
    {
        using var file = new TemporaryFile(content);
        var run = ExampleProcess.Run("StraightLine", "--data", file.Path);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var run = ExampleProcess.Run("StraightLine", "--data", "/no/such/file.csv");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("/no/such/file.csv cannot be read", run.Error);
    }

    [Fact]
    public void Redirected_output_has_no_control_sequences()
        => Assert.DoesNotContain('\u001b', ExampleProcess.Run("StraightLine", "--draws", "50", "--warmup", "50").Output);
}
