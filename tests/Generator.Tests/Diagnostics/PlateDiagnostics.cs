using static ProbModels.Generator.Tests.DiagnosticCase;

namespace ProbModels.Generator.Tests;

internal static class PlateDiagnostics
{
    public static readonly DiagnosticCase[] Cases =
    [
        InModel(
            "PM2001", "'y[0]' must be assigned at the Plate's own index 'i'",
            """
            var y = new double[n];
            foreach (int i in Plate(n))
                [|y[0]|] = Sample(Normal(0, 1));
            """),
        InModel(
            "PM2001", "'y[0]' must be assigned at the Plate's own index 'i'",
            """
            var y = new double[n];
            [|y[0]|] = Sample(Normal(0, 1));
            """),
        InModel(
            "PM2002", "'y[i]' is read before 'y' is assigned in every iteration of a Plate",
            """
            var y = new double[n];
            foreach (int i in Plate(n))
            {
                double twice = 2 * [|y[i]|];
                y[i] = Sample(Normal(twice, 1));
            }
            """),
        InModel(
            "PM2002", "'y[0]' is read before 'y' is assigned in every iteration of a Plate",
            """
            var y = new double[n];
            double first = [|y[0]|];
            """),
        InModel(
            "PM2003", "'y[i - 1]' reads another iteration's 'y' inside a Plate; read it after the Plate",
            """
            var y = new double[n];
            var z = new double[n];
            foreach (int i in Plate(n))
            {
                y[i] = Sample(Normal(0, 1));
                z[i] = Sample(Normal([|y[i - 1]|], 1));
            }
            """),
        InModel(
            "PM2004", "this Plate lies inside another; give each row an index of its group and use one Plate over all rows",
            """
            foreach (int i in Plate(n))
            {
                foreach (int j in [|Plate(3)|])
                {
                    double a = Sample(Normal(0, 1));
                }
            }
            """),
        InModel(
            "PM2005", "'data' is not a Plate; write foreach (int i in Plate(n))",
            """
            foreach (double item in [|data|])
            {
                double a = Sample(Normal(item, 1));
            }
            """),
        InModel(
            "PM2006", "'y[i]' is assigned a second time; use another array",
            """
            var y = new double[n];
            foreach (int i in Plate(n))
            {
                y[i] = Sample(Normal(0, 1));
                [|y[i]|] = Sample(Normal(1, 1));
            }
            """),
    ];
}
