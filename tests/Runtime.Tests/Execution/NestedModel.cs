using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Tests;

/// <summary>A model with a rectangle of latents and groups of observations, with the walk that a generator would write for it.</summary>
internal sealed class NestedModel(int rows, int columns, int[] lengths) : CompiledModel
{
    public override string Name => "Nested";

    public override IReadOnlyList<Site> Sites { get; } = SiteTable.Build(
        ("mu", SiteKind.Latent, null),
        ("theta", SiteKind.Latent, [rows, columns]),
        ("total", SiteKind.Derived, rows),
        ("y", SiteKind.Observable, SiteShape.OfGroups(lengths)));

    private static double[][] Nested(int rows, int columns, int[] lengths)
    {
        double mu = Sample(Normal(0, 1));
        var theta = new double[rows, columns];
        var total = new double[rows];
        foreach (int r in Plate(rows))
        {
            double sum = 0;
            foreach (int c in Plate(columns))
            {
                theta[r, c] = Sample(Normal(mu, 2));
                sum += theta[r, c];
            }

            total[r] = Derived(sum);
        }

        var y = new double[lengths.Length][];
        foreach (int g in Plate(lengths.Length))
        {
            y[g] = new double[lengths[g]];
            foreach (int i in Plate(lengths[g])) y[g][i] = Sample(Normal(total[g % rows] + i, 0.5));
        }

        return y;
    }

    protected internal override void Run() => Nested(rows, columns, lengths);

    protected internal override IEnumerable<Visit> Visits(Walk walk)
    {
        yield return walk.At(0);
        foreach (int r in walk.Plate(rows))
        {
            foreach (int c in walk.Plate(columns)) yield return walk.At(1, r * columns + c);
            yield return walk.At(2, r);
        }

        foreach (int g in walk.Plate(lengths.Length))
            foreach (int i in walk.Plate(lengths[g]))
                yield return walk.At(3, Sites[3].Shape.GroupStarts[g] + i);
    }
}
