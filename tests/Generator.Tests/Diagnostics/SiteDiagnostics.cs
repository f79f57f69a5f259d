using static ProbModels.Generator.Tests.DiagnosticCase;

namespace ProbModels.Generator.Tests;

internal static class SiteDiagnostics
{
    public static readonly DiagnosticCase[] Cases =
    [
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
    ];
}
