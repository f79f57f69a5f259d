namespace ProbModels;

/// <summary>The functions of <see cref="Math"/> and <see cref="SpecialFunctions"/>, lane by lane, for vectors of eight, four and two numbers.</summary>
/// <remarks>
/// Limits and treatment of NaN are those of the scalar functions, and lanes do not influence each other. Where the platform's vector form is used
/// (<c>Exp</c>, <c>Log</c>, <c>Sin</c>, <c>Cos</c> and what builds on them) the error is at most 4 ulp.
/// </remarks>
public static partial class VectorFunctions;
