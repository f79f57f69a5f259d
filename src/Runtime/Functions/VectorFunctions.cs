using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The functions of <see cref="ScalarFunctions"/>, lane by lane, for vectors of eight, four and two numbers: the same bits.</summary>
/// <remarks>Errors, limits and treatment of NaN are stated there. Lanes do not influence each other.</remarks>
public static partial class VectorFunctions
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
}
