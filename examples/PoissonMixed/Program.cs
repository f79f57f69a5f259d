// A Poisson mixed model: 50,000 counts in 1,000 groups, simulated by the model itself, in two parametrisations.

using System.CommandLine;
using PoissonMixedExample;
using ProbModels;
using ProbModels.Examples;

const int rows = 50_000, groups = 1_000;
const double alpha = 0.5, sigma = 0.6;
double[] beta = [0.3, -0.2, 0.1];

var effects = new Option<bool>("--effects") { Description = "Sample the groups' effects about zero, in place of their levels about alpha: much slower." };
var command = new SamplingCommand("Samples the posterior of a Poisson mixed model: 50,000 simulated counts in 1,000 groups.", warmup: 300, draws: 300) { effects };

return command.Run(args, request =>
{
    int[] groupOf = Covariates.Groups(rows, groups, seed: 1);
    double[,] x = Covariates.StandardNormal(rows, beta.Length, seed: 1);
    long[] y = new PoissonMixedModel(groups, groupOf, x).Simulate(seed: 2, new() { Alpha = alpha, Beta = beta, Sigma = sigma }).Y;

    Fit fit = request.Value(effects)
        ? new PoissonMixedModel(groups, groupOf, x).Given(y).Sample(request.Options, request.Cancellation)
        : new PoissonMixedByLevelModel(groups, groupOf, x).Given(y).Sample(request.Options, request.Cancellation);
    request.Report(fit, [new("alpha", alpha), .. Truth.Elements("beta", beta), new("sigma", sigma)]);
});
