// Two populations in one sample of 1,000 measurements, simulated by the model itself.

using MixtureExample;
using ProbModels;
using ProbModels.Examples;

const double share = 0.3, low = -1, gap = 2.5, sdLow = 0.5, sdHigh = 1;

return new SamplingCommand("Samples the posterior of a mixture of two normal populations.").Run(args, request =>
{
    var model = new TwoPopulationsModel(count: 1_000);
    var mock = model.Simulate(seed: 1, new() { Share = share, Low = low, Gap = gap, SdLow = sdLow, SdHigh = sdHigh });

    var fit = model.Given(mock.Y).Sample(request.Options, request.Cancellation);
    request.Report(fit, [new("share", share), new("low", low), new("high", low + gap), new("sdLow", sdLow), new("sdHigh", sdHigh)]);
});
