using static ProbModels.SpecialFunctions;

namespace ProbModels.Tests;

public class SupportsTests
{
    private static readonly Dictionary<string, RealSupport> RealSupports = new()
    {
        ["real"] = Supports.Real,
        ["positive"] = Supports.Positive,
        ["non-negative"] = Supports.NonNegative,
        ["unit interval"] = Supports.Interval(0, 1),
        ["distant interval"] = Supports.Interval(-1e6, -1e6 + 3),
        ["wide interval"] = Supports.Interval(-1e307, 1e300),
        ["open interval"] = Supports.OpenInterval(-2, 5),
        ["above a bound"] = Supports.GreaterThan(-3.5),
        ["below a bound"] = Supports.LessThan(0.25),
    };

    public static TheoryData<string> Names => new(RealSupports.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_inverse_returns_to_the_unconstrained_number(string name)
    {
        var support = RealSupports[name];
        for (double q = -8; q <= 8; q += 0.37)
        {
            double x = support.Constrain(q, out double logJacobian);
            Assert.True(support.Contains(x));

            // Rounding x by half a unit moves q by that over the derivative.
            double tolerance = 1e-14 + 4 * (Math.BitIncrement(Math.Abs(x)) - Math.Abs(x)) / Math.Exp(logJacobian);
            Assert.Equal(q, support.Unconstrain(x), tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_transform_returns_to_the_value(string name)
    {
        var support = RealSupports[name];
        for (double q = -30; q <= 30; q += 0.61)
        {
            double x = support.Constrain(q, out _), again = support.Constrain(support.Unconstrain(x), out _);

            // q up to 30 has an error of 4e-15, which changes x by at most that part of the width; x itself is rounded like its lower bound.
            Assert.Equal(x, again, 1e-14 * Math.Max(Math.Abs(x), Math.Abs(support.Constrain(-40, out _))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_log_jacobian_is_the_log_of_the_derivative(string name)
    {
        var support = RealSupports[name];
        for (double q = -4; q <= 4; q += 0.23)
        {
            const double Step = 1e-3;
            support.Constrain(q, out double logJacobian);
            double slope = Math.Abs(8 * (At(q + Step) - At(q - Step)) - (At(q + 2 * Step) - At(q - 2 * Step))) / (12 * Step);

            // The fourth-order difference errs by Step⁴; rounding of values up to 10⁶ by 10⁻¹⁰ / Step.
            Assert.Equal(1, slope / Math.Exp(logJacobian), name == "distant interval" ? 1e-5 : 1e-11);
        }

        double At(double q) => support.Constrain(q, out _);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(700)]
    [InlineData(1e5)]
    public void Nothing_breaks_near_the_bounds_of_an_interval(double q)
    {
        var support = Supports.Interval(-2, 5);
        double upper = support.Constrain(q, out double logJacobianAbove), lower = support.Constrain(-q, out double logJacobianBelow);
        Assert.Equal(5, upper);
        Assert.Equal(-2, lower);
        Assert.Equal(Math.Log(7) - q, logJacobianAbove, 1e-14 * q);
        Assert.Equal(logJacobianAbove, logJacobianBelow);
        Assert.True(support.Contains(upper) && support.Contains(lower));
    }

    [Fact]
    public void A_bound_at_zero_is_approached_with_full_precision()
    {
        var support = Supports.Interval(0, 1);
        Assert.Equal(Logistic(-600), support.Constrain(-600, out _));
        Assert.Equal(-600, support.Unconstrain(support.Constrain(-600, out _)), 1e-12);
    }

    [Fact]
    public void Bounds_belong_to_the_closed_sets_alone()
    {
        Assert.True(Supports.NonNegative.Contains(0));
        Assert.False(Supports.Positive.Contains(0));
        Assert.True(Supports.Interval(1, 2).Contains(1));
        Assert.True(Supports.Interval(1, 2).Contains(2));
        Assert.False(Supports.Interval(1, 2).Contains(Math.BitIncrement(2)));
        Assert.False(Supports.OpenInterval(1, 2).Contains(1));
        Assert.False(Supports.OpenInterval(1, 2).Contains(2));
        Assert.True(Supports.OpenInterval(1, 2).Contains(Math.BitDecrement(2)));
        Assert.False(Supports.GreaterThan(1).Contains(1));
        Assert.True(Supports.GreaterThan(1).Contains(Math.BitIncrement(1)));
        Assert.False(Supports.LessThan(1).Contains(1));
        Assert.True(Supports.LessThan(1).Contains(Math.BitDecrement(1)));
        Assert.Equal(double.NegativeInfinity, Supports.NonNegative.Unconstrain(0));
        Assert.Equal(double.NegativeInfinity, Supports.Interval(1, 2).Unconstrain(1));
        Assert.Equal(double.PositiveInfinity, Supports.Interval(1, 2).Unconstrain(2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nan_and_infinities_lie_in_no_set(string name) =>
        Assert.All([double.NaN, double.PositiveInfinity, double.NegativeInfinity], value => Assert.False(RealSupports[name].Contains(value)));

    [Fact]
    public void Integers_lie_between_their_bounds()
    {
        var support = Supports.Integers(0, 1);
        Assert.Equal([false, true, true, false], Array.ConvertAll([-1, 0, 1, 2], support.Contains));
        Assert.Equal([false, true, true], Array.ConvertAll([-1L, 0, long.MaxValue], Supports.NonNegativeIntegers.Contains));
    }

    [Fact]
    public void Rules_follow_the_words_must_be()
    {
        Assert.Equal("finite", Supports.Real.Rule);
        Assert.Equal("positive", Supports.Positive.Rule);
        Assert.Equal("zero or greater", Supports.NonNegative.Rule);
        Assert.Equal("zero or greater", Supports.NonNegativeIntegers.Rule);
        Assert.Equal("between -0.5 and 2", Supports.Interval(-0.5, 2).Rule);
        Assert.Equal("between 0 and 1", Supports.Integers(0, 1).Rule);
        Assert.Equal("between 0 and 3000000000", Supports.Integers(0, 3_000_000_000).Rule);
        Assert.Equal("strictly between -0.5 and 2", Supports.OpenInterval(-0.5, 2).Rule);
        Assert.Equal("greater than -0.5", Supports.GreaterThan(-0.5).Rule);
        Assert.Equal("less than -0.5", Supports.LessThan(-0.5).Rule);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(-1.7e308, 1.7e308)]
    public void An_interval_without_finite_inner_points_is_an_error(double low, double high)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Supports.Interval(low, high));
        Assert.Throws<ArgumentOutOfRangeException>(() => Supports.OpenInterval(low, high));
    }

    [Fact]
    public void A_half_line_without_a_finite_bound_is_an_error() =>
        Assert.All([double.NaN, double.NegativeInfinity, double.PositiveInfinity], bound =>
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Supports.GreaterThan(bound));
            Assert.Throws<ArgumentOutOfRangeException>(() => Supports.LessThan(bound));
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_lies_between_the_ends(string name)
    {
        var support = RealSupports[name];
        Assert.True(support.Low < support.High);
        for (double q = -30; q <= 30; q += 0.61) Assert.InRange(support.Constrain(q, out _), support.Low, support.High);
    }
}
