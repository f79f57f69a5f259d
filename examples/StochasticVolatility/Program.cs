// Stochastic volatility: 1,000 daily returns, simulated by the model itself, in two parametrisations.

using System.CommandLine;
using ProbModels;
using ProbModels.Examples;
using StochasticVolatilityExample;

const int days = 1_000;
const double mu = -1, phi = 0.95, sigma = 0.25;

var centred = new Option<bool>("--centred") { Description = "Sample the log variances themselves, in place of their standardised innovations." };
var command = new SamplingCommand("Samples the posterior of a stochastic volatility model: 1,000 simulated returns.", warmup: 500, draws: 500) { centred };

return command.Run(args, request =>
{
    double[] y = new StochasticVolatilityModel(days).Simulate(seed: 1, new() { Mu = mu, Phi = phi, Sigma = sigma }).Y;

    Fit fit = request.Value(centred)
        ? new StochasticVolatilityModel(days).Given(y).Sample(request.Options, request.Cancellation)
        : new StochasticVolatilityNonCentredModel(days).Given(y).Sample(request.Options, request.Cancellation);
    request.Report(fit, [new("mu", mu), new("phi", phi), new("sigma", sigma)]);
});
