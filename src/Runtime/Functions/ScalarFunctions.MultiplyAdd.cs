namespace ProbModels;

/// <content>The fused multiply-add.</content>
public static partial class ScalarFunctions
{
    /// <summary>x · y + z, rounded once.</summary>
    public static double Fma(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z);
}
