// A Poisson mixed model: 50,000 counts in 1,000 groups. The counts are simulated by the model itself.

using PoissonMixedExample;
using ProbModels;
using ProbModels.Examples;

const int rows = 50_000, groups = 1_000;
const double alpha = 0.5, sigma = 0.6;
double[] beta = [0.3, -0.2, 0.1];

var command = new SamplingCommand("Samples the posterior of a Poisson mixed model: 50,000 simulated counts in 1,000 groups.", chains: 2, warmup: 300, draws: 300);
return command.Run(args, request =>
{
    var model = new PoissonMixedModel(groups, Covariates.Groups(rows, groups, seed: 1), Covariates.StandardNormal(rows, beta.Length, seed: 1));
    var mock = model.Simulate(seed: 2, new() { Alpha = alpha, Beta = beta, Sigma = sigma });

    var fit = model.Given(mock.Y).Sample(request.Options, request.Cancellation);
    request.Report(fit, [new("alpha", alpha), .. Truth.Elements("beta", beta), new("sigma", sigma)]);
});
