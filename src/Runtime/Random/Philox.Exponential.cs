namespace ProbModels;

public partial struct Philox
{
    /// <summary>An exponential number of rate 1, by inversion; between 1.1·10⁻¹⁶ and 36.8.</summary>
    public double NextExponential() => -ScalarFunctions.Log(NextOpen());
}
