namespace ProbModels.Generator.Ir;

/// <summary>A distribution with what its declaration adds: where it stands.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="ValueType">The C# type of its values: double, int or long.</param>
/// <param name="Parameters">The C# types of the constructor's parameters, in order.</param>
internal sealed record DeclaredDistribution(Distribution Distribution, string Namespace, string ValueType, bool IsPublic, Sequence<string> Parameters);
