using System.Globalization;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Tests;

public class ForwardRunsTests
{
    /// <summary>Runs later than the first failure may fail before it in time; still the first in order is reported.</summary>
    [Fact]
    public void Of_several_failures_the_first_in_the_order_of_draws_is_reported()
    {
        var model = new Fragile();
        var store = new DrawStore(3, 100, 1);
        for (int chain = 0; chain < 3; chain++)
            for (int draw = 0; draw < 100; draw++) store[chain, draw][0] = chain * 100 + draw;
        for (int attempt = 0; attempt < 20; attempt++)
        {
            var error = Assert.Throws<InvalidOperationException>(() => new ForwardRuns(model, [true], 1, StreamPurpose.Simulation, ignoreFactors: false).Fill(store));
            Assert.Equal("137", error.Message);
        }
    }

    /// <summary>Fails where its only latent is 137 or more.</summary>
    private sealed class Fragile : CompiledModel
    {
        public override string Name => "Fragile";

        public override IReadOnlyList<Site> Sites { get; } = SiteTable.Build(("x", SiteKind.Latent, null));

        protected internal override void Run()
        {
            double x = Sample(Normal(0, 1));
            if (x >= 137) throw new InvalidOperationException(x.ToString(CultureInfo.InvariantCulture));
        }

        protected internal override IEnumerable<Visit> Visits(Walk walk)
        {
            yield return walk.At(0);
        }
    }
}
