namespace ProbModels;

/// <summary>The functions of <see cref="Math"/> and <see cref="SpecialFunctions"/>, lane by lane, for vectors of eight, four and two numbers.</summary>
/// <remarks>
/// Limits and treatment of NaN are those of the scalar functions, and lanes do not influence each other. Where the platform's vector form is used
/// (<c>Exp</c>, <c>Log</c> and what builds on them) the error is at most 4 ulp. Its <c>Sin</c> and <c>Cos</c> are not used: they choose their
/// method by the largest lane, so that a lane's last digit depends on its neighbours, and with it on the width.
/// </remarks>
public static partial class VectorFunctions
{
    /// <summary>Up to this size, x gives an exp(x) that is a normal number.</summary>
    private const double LargestPlainExponent = 708;
}
