namespace ProbModels;

public partial struct Philox
{
    /// <summary>A standard Cauchy number: the tangent of an angle that is uniform on a half turn.</summary>
    public double NextCauchy()
    {
        var (sin, cos) = ScalarFunctions.SinCosTurns(0.5 * NextOpen());
        return -cos / sin;
    }
}
