namespace ProbModels;

public partial struct Philox
{
    /// <summary>A standard normal number, by the transform of Box and Muller (1958); at most 8.58 away from 0.</summary>
    public double NextNormal()
    {
        if (_hasSpareNormal)
        {
            _hasSpareNormal = false;
            return _spareNormal;
        }

        double radius = Math.Sqrt(-2 * ScalarFunctions.Log(NextOpen()));
        var (sin, cos) = ScalarFunctions.SinCosTurns(NextOpen());
        _spareNormal = radius * sin;
        _hasSpareNormal = true;
        return radius * cos;
    }
}
