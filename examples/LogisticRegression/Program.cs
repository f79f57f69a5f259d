// Logistic regression of 10,000 outcomes on 20 covariates. The outcomes are simulated by the model itself.

using LogisticRegressionExample;
using ProbModels;
using ProbModels.Examples;

const double alpha = 0.5;
double[] beta = [.. Enumerable.Range(0, 20).Select(p => 0.1 * (p - 9.5))];

return new SamplingCommand("Samples the posterior of a logistic regression: 10,000 simulated outcomes, 20 covariates.").Run(args, request =>
{
    var model = new LogisticRegressionModel(Covariates.StandardNormal(rows: 10_000, columns: beta.Length, seed: 1));
    var mock = model.Simulate(seed: 2, new() { Alpha = alpha, Beta = beta });

    var fit = model.Given(mock.Y).Sample(request.Options, request.Cancellation);
    request.Report(fit, [new("alpha", alpha), .. Truth.Elements("beta", beta)]);
});
