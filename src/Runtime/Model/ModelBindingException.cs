namespace ProbModels;

/// <summary>Data do not fit a model. The message names the model, the argument, the row, the value, the rule and the source line.</summary>
public sealed class ModelBindingException(string message) : ArgumentException(message);
