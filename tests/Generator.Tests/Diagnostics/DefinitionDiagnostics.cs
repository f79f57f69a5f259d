using static ProbModels.Generator.Tests.DiagnosticCase;

namespace ProbModels.Generator.Tests;

internal static class DefinitionDiagnostics
{
    public static readonly DiagnosticCase[] Cases =
    [
        new(
            "PM4001", "'Weight' cannot be a model: a model is a static method without type parameters",
            """
            public class Tested
            {
                [Model]
                public void [|Weight|]()
                {
                    double a = Sample(Normal(0, 1));
                }
            }
            """),
        new(
            "PM4001", "'Weight' cannot be a model: a model is a static method without type parameters",
            """
            public static class Tested
            {
                [Model]
                public static void [|Weight|]<T>(double x)
                {
                    double a = Sample(Normal(x, 1));
                }
            }
            """),
        new(
            "PM4001", "'Weight' cannot be a model: a model has a body of statements",
            """
            public static class Tested
            {
                [Model]
                public static double [|Weight|](double x) => Sample(Normal(x, 1));
            }
            """),
        InModel("PM4002", "'cube' is a double[,,]; an input is a double, int, long or bool, an array of them with one or two dimensions, or an array of such arrays", "double a = Sample(Normal(0, 1));", parameters: "double[,,] [|cube|]"),
        InModel("PM4002", "'x' is a double; an input is a double, int, long or bool, an array of them with one or two dimensions, or an array of such arrays", "double a = Sample(Normal(0, 1));", parameters: "ref double [|x|]"),
        InModel("PM4002", "'name' is a string; an input is a double, int, long or bool, an array of them with one or two dimensions, or an array of such arrays", "double a = Sample(Normal(0, 1));", parameters: "string [|name|]"),
        Distribution("it has no primary constructor", "public readonly partial struct [|Odd|] : IDistribution<double>"),
        Distribution("it does not implement IDistribution<T>", "public readonly partial struct [|Odd|](double mean)"),
        Distribution("it is made of arrays or of other distributions; write its properties Support and Violation too", "public readonly partial struct [|Odd|]<T>(double mean) : IDistribution<double>"),
        Distribution("'name' is a string; use double, int, long, double[] or double[,]", "public readonly partial struct [|Odd|](string name) : IDistribution<double>"),
        Distribution("the bound 'lowest' of 'high' is no parameter of its constructor", "public readonly partial struct [|Odd|](double low, [GreaterThan(\"lowest\")] double high) : IDistribution<double>"),
        new(
            "PM4003", "'Odd' cannot be a distribution: 'x' is an integer; state its range by [NonNegative] or [Between(…)]",
            """
            [Distribution]
            public readonly partial struct [|Odd|](double mean) : IDistribution<long>
            {
                public double LogDensity([Inside(0, 5)] long x) => x - mean;

                public long Draw(ref Philox rng) => 1;
            }
            """),
        new(
            "PM4003", "'Odd' cannot be a distribution: it has no method LogDensity",
            """
            [Distribution]
            public readonly partial struct [|Odd|](double mean) : IDistribution<double>
            {
                public double Draw(ref Philox rng) => mean;
            }
            """),
        new(
            "PM4003", "'Odd' cannot be a distribution: it stands inside another type; move it to a namespace",
            """
            public static partial class Outer
            {
                [Distribution]
                public readonly partial struct [|Odd|](double mean) : IDistribution<double>
                {
                    public double LogDensity(double x) => x - mean;

                    public double Draw(ref Philox rng) => mean;
                }
            }
            """),
        new(
            "PM4004", "there is another model 'Line' in this namespace (capitals make no difference), and both would become 'LineModel': rename one of them",
            """
            namespace Lab
            {
                public static class First
                {
                    [Model]
                    public static void [|Line|](double x)
                    {
                        double a = Sample(Normal(x, 1));
                    }
                }

                public static class Second
                {
                    [Model]
                    public static void [|Line|]()
                    {
                        double a = Sample(Normal(0, 1));
                    }
                }
            }

            namespace Elsewhere
            {
                public static class Third
                {
                    [Model]
                    public static void Line()
                    {
                        double a = Sample(Normal(0, 1));
                    }
                }
            }
            """),
        new(
            "PM4001", "'Model' cannot be a model: generated code must be able to call it; make it and the types around it public or internal",
            """
            file static class Tested
            {
                [Model]
                public static void [|Model|](double x) => Factor(x);
            }
            """),
        new(
            "PM4004", "there is another model 'Line' in this namespace (capitals make no difference), and both would become 'LineModel': rename one of them",
            """
            public static class Tested
            {
                [Model]
                public static void [|Line|](double x)
                {
                }

                [Model]
                public static void [|Line|](int x)
                {
                }
            }
            """),
        new(
            "PM4005", "'LineModel' is a type of this namespace, and generated code needs the name for something else: rename it",
            """
            public static class LineModel
            {
                [Model]
                public static void [|Line|](double x)
                {
                }
            }
            """),
        new(
            "PM4005", "'Column' is a type of this namespace or of one around it, and generated code needs the name for something else: rename it",
            """
            namespace Outer
            {
                public enum Column;

                namespace Inner
                {
                    public static class Tested
                    {
                        [Model]
                        public static void [|Line|](double x)
                        {
                        }
                    }
                }
            }
            """),
        new(
            "PM4005", "'_x' is an input, and generated code needs the name for something else: rename it",
            """
            public static class Tested
            {
                [Model]
                public static void Line(double x, double [|_x|])
                {
                }
            }
            """),
    ];

    private static DiagnosticCase Distribution(string reason, string declaration) => new(
        "PM4003",
        $"'Odd' cannot be a distribution: {reason}",
        $$"""
        [Distribution]
        {{declaration}}
        {
            public double LogDensity(double x) => -x * x;

            public double Draw(ref Philox rng) => 0;
        }
        """);
}
