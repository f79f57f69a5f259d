// A line for each of 85 groups with 1 to about 120 measurements. The measurements are simulated by the model itself.

using ProbModels;
using ProbModels.Examples;
using VaryingInterceptsExample;

const double meanIntercept = 1.5, sdIntercept = 0.35, meanSlope = -0.7, sdSlope = 0.3, sigma = 0.75;

return new SamplingCommand("Samples the posterior of lines in 85 groups of very unequal size.").Run(args, request =>
{
    var model = new VaryingInterceptsModel(Places(groups: 85, seed: 1));
    var mock = model.Simulate(
        seed: 2,
        new() { MeanIntercept = meanIntercept, SdIntercept = sdIntercept, MeanSlope = meanSlope, SdSlope = sdSlope, Sigma = sigma });

    var fit = model.Given(mock.Y).Sample(request.Options, request.Cancellation);
    request.Report(
        fit,
        [new("meanIntercept", meanIntercept), new("sdIntercept", sdIntercept), new("meanSlope", meanSlope), new("sdSlope", sdSlope), new("sigma", sigma)]);
});

// Sizes are log-normal, half of them below 7; places are standard normal.
static double[][] Places(int groups, ulong seed)
{
    var rng = new Philox(seed, stream: 0);
    var places = new double[groups][];
    for (int g = 0; g < groups; g++)
    {
        places[g] = new double[1 + (int)Math.Exp(1.8 + 1.1 * rng.NextNormal())];
        for (int i = 0; i < places[g].Length; i++) places[g][i] = rng.NextNormal();
    }
    return places;
}
