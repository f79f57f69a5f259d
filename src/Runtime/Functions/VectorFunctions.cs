using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The functions of <see cref="ScalarFunctions"/>, lane by lane, for vectors of eight, four and two numbers: the same bits.</summary>
/// <remarks>Errors, limits and treatment of NaN are stated there. Lanes do not influence each other.</remarks>
public static partial class VectorFunctions
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>For long functions, beside which a call costs little and inlined into a loop would keep the compiler from inlining anything else.</summary>
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
