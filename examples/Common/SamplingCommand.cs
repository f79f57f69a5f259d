using System.CommandLine;

namespace ProbModels.Examples;

/// <summary>The command line of an example: how to sample, and where the results go.</summary>
public sealed class SamplingCommand : RootCommand
{
    private readonly Option<int> _chains;
    private readonly Option<int> _warmup;
    private readonly Option<int> _draws;
    private readonly Option<ulong?> _seed = Seed();
    private readonly Option<FileInfo?> _json = JsonFile();

    /// <summary>Makes a command; options of the example's own can be added to it.</summary>
    /// <param name="description">What the example does, for <c>--help</c>.</param>
    /// <param name="chains">How many chains run if the user does not say.</param>
    /// <param name="warmup">How many iterations of each chain adapt if the user does not say.</param>
    /// <param name="draws">How many draws each chain keeps if the user does not say.</param>
    public SamplingCommand(string description, int chains = 4, int warmup = 1000, int draws = 1000) : base(description)
    {
        _chains = WholeNumber("--chains", "The number of independent chains.", 1, chains);
        _warmup = WholeNumber("--warmup", "The iterations of each chain that adapt and are not kept.", 0, warmup);
        _draws = WholeNumber("--draws", "The draws that each chain keeps.", 1, draws);
        Add(_chains);
        Add(_warmup);
        Add(_draws);
        Add(_seed);
        Add(_json);
    }

    /// <summary>Reads the arguments and runs the example.</summary>
    /// <param name="args">What the user wrote.</param>
    /// <param name="example">Samples and reports.</param>
    /// <returns>The exit code: 0, or 1 after an error, which is written to the standard error; 130 after Ctrl-C.</returns>
    public int Run(string[] args, Action<SamplingRequest> example)
    {
        SetAction((arguments, cancellation) => Task.Run(() => Attempt(example, Request(arguments, cancellation)), CancellationToken.None));
        return Parse(args).Invoke();
    }

    private static int Attempt(Action<SamplingRequest> example, SamplingRequest request)
    {
        try
        {
            example(request);
            return 0;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Cancelled.");
            return 130;
        }
        catch (Exception failure) when (failure is InputException or ModelBindingException or SamplingException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private SamplingRequest Request(ParseResult arguments, CancellationToken cancellation)
    {
        var options = new SamplerOptions
        {
            Chains = arguments.GetValue(_chains),
            Warmup = arguments.GetValue(_warmup),
            Draws = arguments.GetValue(_draws),
            Seed = arguments.GetValue(_seed),
            Progress = new TerminalProgress(),
        };
        return new(arguments, options, arguments.GetValue(_json), cancellation);
    }

    private static Option<int> WholeNumber(string name, string description, int least, int standard) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out int number) && number >= least) return number;
            result.AddError($"{name} is '{result.Tokens[0].Value}'; it must be a whole number from {least} to {int.MaxValue}.");
            return standard;
        },
    };

    private static Option<ulong?> Seed() => new("--seed")
    {
        Description = "Determines every random number; chosen at random, and reported, if left out.",
        CustomParser = result =>
        {
            if (ulong.TryParse(result.Tokens[0].Value, out ulong seed)) return seed;
            result.AddError($"--seed is '{result.Tokens[0].Value}'; it must be a whole number from 0 to {ulong.MaxValue}.");
            return null;
        },
    };

    private static Option<FileInfo?> JsonFile()
    {
        var option = new Option<FileInfo?>("--json") { Description = "A file for the summary as JSON." };
        // Before the run: it would be a pity to sample for an hour and then have no place for the result.
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>()?.Directory is { Exists: false } folder)
                result.AddError($"--json: the folder {folder.FullName} does not exist.");
        });
        return option;
    }
}
