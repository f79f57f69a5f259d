// Star clusters: a hierarchy of about 180 dimensions, from a mock survey that the model itself makes up.

using System.CommandLine;
using System.Globalization;
using ProbModels;
using ProbModels.Examples;
using StarClustersExample;

var parallaxes = new Option<string>("--parallaxes")
{
    Description = "What is made of parallaxes that were too small to be published.",
    DefaultValueFactory = _ => "censored",
};
parallaxes.AcceptOnlyFromAmong("zeros", "missing", "censored");

var command = new SamplingCommand("Samples the posterior of a mock survey of 30 star clusters.", warmup: 300, draws: 300) { parallaxes };
return command.Run(args, request =>
{
    var survey = new Survey(seed: 1);
    string treatment = request.Value(parallaxes);
    Console.WriteLine($"{survey.Truth.Counts.Length} stars in 30 clusters. {survey.Unpublished} parallaxes were too small to be published; they are treated as {treatment}.");

    var posterior = treatment switch
    {
        "zeros" => survey.WithZeros(),
        "missing" => survey.WithMissing(),
        _ => survey.WithCensored(),
    };
    var fit = posterior.Sample(request.Options, request.Cancellation);
    request.Report(fit, [new("slope", Survey.Slope), new("offset", Survey.Offset), new("spread", Survey.Spread)]);

    double worst = fit.Summary().Rows.Max(row => row.RHat);
    if (worst > 1.05) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
        R-hat is {worst:F2} at worst: these draws are no sample of the posterior yet. The counts of a cluster's stars fix magnitude plus distance modulus to one
        part in ten thousand, while each of them is known to a few tenths. A metric of variances alone does not see such ridges, and the steps stay tiny.
        """));
});
