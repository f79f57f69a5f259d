namespace ProbModels.Generator.Ir;

/// <summary>A distribution with what its declaration adds: where it stands.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="ValueType">The C# type of its values: double, int or long.</param>
/// <param name="Parameters">The C# types of the constructor's parameters, in order.</param>
/// <param name="TypeParameters">As in <c>&lt;A, B&gt;</c>; empty where there are none.</param>
/// <param name="StatesSupport">Whether the author wrote the property Support.</param>
/// <param name="StatesViolation">Whether the author wrote the property Violation.</param>
internal sealed record DeclaredDistribution(
    Distribution Distribution, string Namespace, string ValueType, bool IsPublic, Sequence<string> Parameters, string TypeParameters = "", bool StatesSupport = false, bool StatesViolation = false);
