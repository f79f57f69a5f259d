using static ProbModels.Generator.Tests.DiagnosticCase;

namespace ProbModels.Generator.Tests;

internal static class SiteDiagnostics
{
    public static readonly DiagnosticCase[] Cases =
    [
        InModel(
            "PM1013", "this site exists only where 'n > 2' leads to it: put it into an 'if' statement without return, or sample it in any case and choose between values by ?:",
            """
            double a = n > 2 ? [|Sample("b", Normal(0, 1))|] : x;
            double c = n > 2 ? Slope() : x;
            static double Slope()
            {
                double slope = [|Sample(Normal(0, 1))|];
                return slope;
            }
            """),
        InModel(
            "PM1013", "this site exists only where 'isKnown' leads to it: put it into an 'if' statement without return, or sample it in any case and choose between values by ?:",
            """
            double a = Slope(n > 2);
            Weigh(n > 2, x);
            static double Slope(bool isKnown)
            {
                if (isKnown) return 1;
                double slope = [|Sample(Normal(0, 1))|];
                return slope;
            }
            static void Weigh(bool isKnown, double slope)
            {
                if (isKnown) return;
                [|Factor(-slope * slope)|];
            }
            """) with { Others = ["PM1009"] },
        InModel(
            "PM1014", "'y' is returned as an observable and no longer has the value that was sampled: give what is computed from it another name",
            """
            double y = Sample(Normal(x, 1));
            [|y = 2 * y;|]
            [|y += 1|];
            return y;
            """,
            "double"),
        InModel(
            "PM1014", "'y' is returned as an observable and no longer has the value that was sampled: give what is computed from it another name",
            """
            var y = new double[n];
            var z = new double[n];
            foreach (int i in Plate(n))
            {
                y[i] = Sample(Normal(x, 1));
                z[i] = 2 * y[i];
            }

            [|y = z;|]
            return y;
            """,
            "double[]"),
        InModel(
            "PM1005", "return a local, or a tuple whose names equal its locals', as in (a, b): a model returns once, at its end",
            """
            double y = Sample(Normal(x, 1));
            if (n > 1) { [|return y;|] }
            return y;
            """,
            "double"),
        InModel(
            "PM1011", "'double.PositiveInfinity' cannot be the high of Truncated, which must be finite",
            "double a = Sample(Truncated(Normal(0, 1), 0, [|double.PositiveInfinity|]));") with { Others = ["PM1009"] },
        InModel(
            "PM1011", "'1' cannot be the high of Truncated, which must be greater than low",
            "double a = Sample(Truncated(Normal(0, 1), 2, [|1|]));") with { Others = ["PM1009"] },
        InModel(
            "PM1006", "'Normal(0, 1)' is no [Distribution] that the compiler can read: it is no number; write it as the argument of Sample",
            "var prior = [|Normal(0, 1)|];"),
        InModel(
            "PM1003", "the site 'toString' has the name of 'object.ToString' (names must differ also when their first letter is a capital): rename one of them",
            "double [|toString = Sample(Normal(0, 1))|];"),
        InModel(
            "PM1003", "the site 'modelDraws' has the name of 'ModelDraws' (names must differ also when their first letter is a capital): rename one of them",
            "double [|modelDraws = Sample(Normal(0, 1))|];"),
        InModel(
            "PM3001", "'\"two words\"' cannot be compiled: the name of a site becomes that of a property: use letters, digits and underscores",
            "double a = Sample([|\"two words\"|], Normal(0, 1));"),
        InModel(
            "PM1001", "the result of Sample must be assigned to a new local or to an element of an array, which names the site",
            "[|Sample(Normal(0, 1));|]"),
        InModel(
            "PM1001", "the result of Sample must be assigned to a new local or to an element of an array, which names the site",
            "double a = 1 + [|Sample(Normal(0, 1))|];"),
        InModel(
            "PM1001", "the result of Derived must be assigned to a new local or to an element of an array, which names the site",
            "double a = Sample(Normal([|Derived(x)|], 1));"),
        InModel(
            "PM3001", "'\"the rate\"' cannot be compiled: the name of a site becomes that of a property: use letters, digits and underscores",
            "double a = Sample([|\"the rate\"|], Normal(0, 1));"),
        InModel(
            "PM1002", "'k' is discrete and is not returned: return it as an observable, or sum it out of the model by hand",
            "long [|k = Sample(Poisson(3))|];"),
        InModel(
            "PM1002", "'k' is discrete and is not returned: return it as an observable, or sum it out of the model by hand",
            """
            var k = new int[n];
            foreach (int i in Plate(n))
                [|k[i]|] = Sample(BernoulliLogit(x));
            """),
        InModel(
            "PM1003", "the site 'Rate' has the name of 'rate' (names must differ also when their first letter is a capital): rename one of them",
            """
            double rate = Sample(Exponential(1));
            double [|Rate = Sample(Exponential(1))|];
            """),
        InModel(
            "PM1004", "'y' is returned as an observable but is not assigned from Sample: return a site, or record it with Derived",
            """
            double a = Sample(Normal(0, 1));
            double [|y|] = 2 * a;
            return y;
            """,
            returns: "double"),
        InModel(
            "PM1004", "'y' is returned as an observable but is not assigned from Sample: return a site, or record it with Derived",
            """
            double [|y|] = Derived(2 * x);
            return y;
            """,
            returns: "double"),
        InModel(
            "PM1005", "return a local, or a tuple whose names equal its locals', as in (a, b): '2 * y' is not a local",
            """
            double y = Sample(Normal(0, 1));
            return [|2 * y|];
            """,
            returns: "double"),
        InModel(
            "PM1005", "return a local, or a tuple whose names equal its locals', as in (a, b): the local 'b' is returned under the name 'a'",
            """
            double a = Sample(Normal(0, 1));
            double b = Sample(Normal(0, 1));
            return ([|b|], a);
            """,
            returns: "(double a, double b)"),
        InModel(
            "PM1005", "return a local, or a tuple whose names equal its locals', as in (a, b): the site 'obs' is returned under the name 'y'",
            """
            double y = Sample([|"obs"|], Normal(0, 1));
            return y;
            """,
            returns: "double"),
        InModel(
            "PM1005", "return a local, or a tuple whose names equal its locals', as in (a, b): 'k' is converted to another type",
            """
            long k = Sample(Poisson(2));
            return [|k|];
            """,
            returns: "double"),
        InModel(
            "PM1006", "'Tested.Prior(2)' is no [Distribution] that the compiler can read: write new D(…), a factory of a package, or a factory with one return of this project",
            "double a = Sample([|Tested.Prior(2)|]);",
            beside:
            """
            private static Normal Prior(double sd)
            {
                double twice = 2 * sd;
                return Normal(0, twice);
            }
            """),
        InModel(
            "PM1006", "'prior' is no [Distribution] that the compiler can read: write new D(…), a factory of a package, or a factory with one return of this project",
            """
            double a = Sample(Normal(0, 1));
            double b = Sample([|prior|]);
            """,
            parameters: "double[] data",
            beside: "private static readonly Normal prior = Normal(0, 1);"),
    InModel(
            "PM1008", "this site exists only where 'a > 0' holds, which does not follow from inputs: sample it in any case, and choose between values by ?:",
            """
            double a = Sample(Normal(0, 1));
            double b = 0;
            if (a > 0) b = [|Sample(Normal(0, 1))|];
            double c = Sample(Normal(b, 1));
            """) with { Others = ["PM3007"] },
        InModel(
            "PM1008", "this site exists only where 'k == 1' holds, which does not follow from inputs: sample it in any case, and choose between values by ?:",
            """
            int k = Sample(BernoulliLogit(x));
            double b = 0;
            if (k == 1) b = [|Sample(Normal(0, 1))|];
            return k;
            """,
            returns: "int"),
        InModel(
            "PM1009", "no other site depends on 'b', so that the observations say nothing about it: use it, or leave it out",
            """
            double a = Sample(Normal(0, 1));
            double [|b = Sample(Normal(a, 1))|];
            double c = Sample(Normal(a, 1));
            return c;
            """,
            returns: "double"),
        InModel(
            "PM1010", "'y[t]' is assigned in another way than the other elements of 'y': sample or derive them all, or use another array",
            """
            var y = new double[n];
            y[0] = Sample(Normal(0, 1));
            for (int t = 1; t < n; t++)
                [|y[t]|] = 0.5 * y[t - 1];
            """),
        InModel(
            "PM1011", "'-2' cannot be the sd of Normal, which must be positive",
            "double a = Sample(Normal(0, [|-2|]));"),
        InModel(
            "PM1011", "'0' cannot be the sd of Normal, which must be positive",
            "double a = Sample(Normal(x, [|0|]));"),
        InModel(
            "PM1011", "'3' cannot be the high of Uniform, which must be greater than low",
            "double a = Sample(Uniform(5, [|3|]));"),
        InModel(
            "PM1012", "'a' has values that have a probability and not a density, as where a scale ends: return it as an observable, or sample the value before it is read",
            "double [|a = Sample(LeftCensored(Normal(0, 1), 0))|];"),
        InModel(
            "PM1015", "'Sample(MvNormalCholesky(data, factor))' is a vector, which cannot be an element of 'y': what is observed are numbers: y[i] = new double[…], and then y[i][j] = Sample(…) for one after the other, each given those before it",
            """
            var y = new double[n][];
            foreach (int i in Plate(n))
                y[i] = [|Sample(MvNormalCholesky(data, factor))|];
            return y;
            """,
            returns: "double[][]",
            parameters: "double[] data, double[,] factor, int n"),
        InModel(
            "PM1015", "'Sample(MvNormalCholesky(data, factor))' is a vector, which cannot be an element of 'beta': declare a local, double[] v = Sample(…), and copy from it the elements that are read elsewhere",
            """
            var beta = new double[n][];
            foreach (int i in Plate(n))
                beta[i] = [|Sample(MvNormalCholesky(data, factor))|];
            """,
            parameters: "double[] data, double[,] factor, int n"),
        InModel(
            "PM3001", "'Derived(data)' cannot be compiled: one of an array's arrays is made where it is assigned, rows[i] = new double[…], and filled element by element",
            """
            var rows = new double[n][];
            foreach (int i in Plate(n))
                rows[i] = [|Derived(data)|];
            """),
    ];
}
