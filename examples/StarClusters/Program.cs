// Star clusters: a hierarchy of about 180 dimensions, from a mock survey that the model itself makes up.

using ProbModels;
using ProbModels.Examples;
using StarClustersExample;

var command = new SamplingCommand("Samples the posterior of a mock survey of 30 star clusters.", warmup: 500, draws: 500);
return command.Run(args, request =>
{
    var survey = new Survey(seed: 1);
    Console.WriteLine($"{survey.Truth.Counts.Length} stars in 30 clusters; {survey.Unmeasured} of 30 parallaxes were not measured, and are taken for zeros.");

    var fit = survey.WithZeros().Sample(request.Options, request.Cancellation);
    request.Report(fit, [new("slope", Survey.Slope), new("offset", Survey.Offset), new("spread", Survey.Spread)]);
});
