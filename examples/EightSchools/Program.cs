// Eight schools: a small hierarchy, and the smallest model on which samplers show their manners.

using EightSchoolsExample;
using ProbModels;
using ProbModels.Examples;

double[] y = [28, 8, -3, 7, -1, 1, 18, 12];
double[] sigma = [15, 10, 16, 11, 9, 11, 10, 18];

return new SamplingCommand("Samples the posterior of the effects of coaching in eight schools.").Run(args, request =>
{
    var fit = new EightSchoolsModel(sigma).Given(y).Sample(request.Options, request.Cancellation);
    request.Report(fit);
});
