[assembly: ProbModels.GenerateFactories("ProbModels.Distributions")]
