using System.Globalization;
using System.Text.Json;
using Xunit;

namespace ProbModels.Tests;

/// <summary>The numbers of the R package posterior on stored draws; Reference/make.R made both.</summary>
public class DiagnosticsTests
{
    // Both sides compute in double precision; what is left is rounding, magnified where draws lie far from zero (the set "far").
    private const double Tolerance = 1e-8;

    private static readonly JsonElement Reference = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Diagnostics", "Reference", "posterior.json"))).RootElement;

    public static TheoryData<string> Sets => [.. Reference.GetProperty("sets").EnumerateObject().Select(set => set.Name)];

    [Theory, MemberData(nameof(Sets))]
    public void R_hat_equals_posterior(string set)
        => AssertEqual(Number(set, "rhat"), Diagnostics.RankNormalisedSplitRHat(Chains(set)));

    [Theory, MemberData(nameof(Sets))]
    public void Bulk_tail_and_mean_ess_equal_posterior(string set)
    {
        AssertEqual(Number(set, "essBulk"), Diagnostics.BulkEss(Chains(set)));
        AssertEqual(Number(set, "essTail"), Diagnostics.TailEss(Chains(set)));
        AssertEqual(Number(set, "essMean"), Diagnostics.MeanEss(Chains(set)));
    }

    [Theory, MemberData(nameof(Sets))]
    public void Standard_errors_equal_posterior(string set)
    {
        AssertEqual(Number(set, "mcseMean"), Diagnostics.MeanError(Chains(set)));
        AssertEqual(Number(set, "mcseSd"), Diagnostics.StandardDeviationError(Chains(set)));
    }

    [Theory, MemberData(nameof(Sets))]
    public void Quantiles_and_their_errors_equal_posterior(string set)
    {
        var of = Reference.GetProperty("sets").GetProperty(set);
        for (int i = 0; i < of.GetProperty("probabilities").GetArrayLength(); i++)
        {
            double probability = Value(of.GetProperty("probabilities")[i]);
            AssertEqual(Value(of.GetProperty("quantiles")[i]), Diagnostics.Quantile(Chains(set), probability));
            AssertEqual(Value(of.GetProperty("mcseQuantiles")[i]), Diagnostics.QuantileError(Chains(set), probability));
        }
    }

    [Fact]
    public void Normal_quantiles_equal_those_of_r()
    {
        var normal = Reference.GetProperty("normal");
        for (int i = 0; i < normal.GetProperty("probabilities").GetArrayLength(); i++)
            // The reference holds 15 digits.
            AssertEqual(Value(normal.GetProperty("quantiles")[i]), SpecialFunctions.NormalQuantile(Value(normal.GetProperty("probabilities")[i])), 1e-13);
    }

    [Fact]
    public void Beta_quantiles_equal_those_of_r()
    {
        var beta = Reference.GetProperty("beta");
        for (int i = 0; i < beta.GetProperty("p").GetArrayLength(); i++)
        {
            double At(string column) => Value(beta.GetProperty(column)[i]);
            // R's own search stops at about this precision.
            AssertEqual(At("quantiles"), IncompleteBeta.Quantile(At("p"), At("a"), At("b")), 1e-11);
        }
    }

    [Fact]
    public void E_bfmi_is_the_ratio_of_steps_to_spread()
        => Assert.Equal((9.0 + 1 + 4) / (4 + 1 + 0 + 4 - 4 * 0.25 * 0.25), Diagnostics.EnergyBfmi([2, -1, 0, -2]), 1e-15);

    [Fact]
    public void E_bfmi_of_constant_or_too_few_energies_is_not_a_number()
    {
        Assert.True(double.IsNaN(Diagnostics.EnergyBfmi([3, 3, 3])));
        Assert.True(double.IsNaN(Diagnostics.EnergyBfmi([3])));
        Assert.True(double.IsNaN(Diagnostics.EnergyBfmi([])));
    }

    [Fact]
    public void Chains_of_unequal_length_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Diagnostics.BulkEss([[1, 2, 3], [1, 2]]));
        Assert.Contains("chains[1] has 2 draws, chains[0] has 3", error.Message);
    }

    [Fact]
    public void A_probability_outside_the_unit_interval_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Diagnostics.Quantile([[1, 2, 3]], 1.5));

    [Fact]
    public void A_long_slow_chain_gives_the_same_covariances_by_plain_sums_and_by_transform()
    {
        var values = new double[3000];
        for (int i = 1; i < values.Length; i++)
            values[i] = 0.99 * values[i - 1] + Math.Sin(i * i);
        var covariance = new Autocovariance(new ChainMatrix(values, 3));

        // The first lag past the plain sums, against a sum written out here.
        int lag = 64;
        double expected = 0;
        for (int chain = 0; chain < 3; chain++)
        {
            var x = values[(chain * 1000)..((chain + 1) * 1000)];
            double mean = x.Average();
            for (int i = lag; i < x.Length; i++)
                expected += (x[i] - mean) * (x[i - lag] - mean) / values.Length;
        }
        Assert.Equal(expected, covariance[lag], 1e-12 * covariance[0]);
    }

    private static double[][] Chains(string set)
        => [.. Reference.GetProperty("sets").GetProperty(set).GetProperty("chains").EnumerateArray().Select(Draws)];

    // R writes a chain of one draw as a plain string.
    private static double[] Draws(JsonElement chain)
        => chain.ValueKind == JsonValueKind.Array ? [.. chain.EnumerateArray().Select(Value)] : [Value(chain)];

    private static double Number(string set, string name) => Value(Reference.GetProperty("sets").GetProperty(set).GetProperty(name));

    private static double Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => element.GetString() switch
        {
            "Inf" => double.PositiveInfinity,
            "NaN" => double.NaN,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        },
        _ => element.GetDouble(),
    };

    private static void AssertEqual(double expected, double actual, double relative = Tolerance)
    {
        if (double.IsNaN(expected)) Assert.False(double.IsFinite(actual), $"{actual} where R has none");
        else Assert.Equal(expected, actual, relative * Math.Abs(expected));
    }
}
