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
            "PM2001", "'y[n - 1 - i]' must be assigned at the Plate's own index 'i'",
            """
            var y = new double[n];
            foreach (int i in Plate(n))
                [|y[n - 1 - i]|] = Sample(Normal(0, 1));
            """),
        InModel(
            "PM2001", "'y[groupOf[i]]' must be assigned at the Plate's own index 'i'",
            """
            var y = new double[n];
            foreach (int i in Plate(n))
                [|y[groupOf[i]]|] = Sample(Normal(0, 1));
            """,
            parameters: "int n, int[] groupOf"),
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
            "PM2003", "'y[g - 1, k]' reads another iteration's 'y' inside a Plate; read it after the Plate",
            """
            var y = new double[n, 3];
            foreach (int g in Plate(n))
                foreach (int k in Plate(3))
                    y[g, k] = Sample(Normal([|y[g - 1, k]|], 1));
            """),
        InModel(
            "PM2002", "'y[t + 1]' is read before 'y' is assigned in every iteration of a Plate",
            """
            var y = new double[n + 1];
            for (int t = 0; t < n + 1; t++)
                y[t] = Sample(Normal([|y[t + 1]|], 1));
            """),
        InModel(
            "PM2004", "'y[2]': the elements of 'y' must be assigned one after the other, from the first to the last, without gaps and in every case",
            """
            var y = new double[n];
            y[0] = Sample(Normal(0, 1));
            [|y[2]|] = Sample(Normal(0, 1));
            """),
        InModel(
            "PM2004", "'y[t]': the elements of 'y' must be assigned one after the other, from the first to the last, without gaps and in every case",
            """
            var y = new double[n];
            for (int t = n - 1; t >= 0; t--)
                [|y[t]|] = Sample(Normal(0, 1));
            """),
        InModel(
            "PM2004", "'y[i]': the elements of 'y' must be assigned one after the other, from the first to the last, without gaps and in every case",
            """
            var y = new double[flag.Length];
            foreach (int i in Plate(flag.Length))
            {
                if (flag[i]) [|y[i]|] = Sample(Normal(0, 1));
            }
            """,
            parameters: "bool[] flag"),
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
    InModel(
            "PM2006", "'y[0]' is assigned a second time; use another array",
            """
            var y = new double[n];
            y[0] = Sample(Normal(0, 1));
            y[1] = Sample(Normal(0, 1));
            [|y[0]|] = Sample(Normal(0, 1));
            """),
        InModel(
            "PM2006", "'y[i]' is assigned a second time; use another array",
            """
            var y = new double[n];
            foreach (int i in Plate(n))
            {
                y[i] = 1;
                [|y[i]|] += 2;
            }
            """),
        InModel(
            "PM2007", "'s' goes from iteration to iteration, which only a sum of double by += may in a Plate: write an ordinary 'for' if order matters, or declare it inside",
            """
            double s = 0;
            [|foreach (int i in Plate(n))
                s = 0.5 * s + data[i];|]
            """),
        InModel(
            "PM2008", "'k' depends on sampled values: sizes of arrays, Plates and loops must follow from inputs",
            """
            int k = Sample(BernoulliLogit(x));
            var y = new double[[|k|]];
            return k;
            """,
            returns: "int"),
        InModel(
            "PM2008", "'k' depends on sampled values: sizes of arrays, Plates and loops must follow from inputs",
            """
            int k = Sample(BernoulliLogit(x));
            foreach (int i in Plate([|k|]))
            {
            }

            for (int t = 0; t < [|k|]; t++)
            {
            }

            return k;
            """,
            returns: "int"),
        InModel(
            "PM2009", "'for (int t = 0; t < n; t += 2)' cannot be compiled: write for (int t = first; t < limit; t++), or with <=, or down with t--, and do not change t inside",
            """
            [|for (int t = 0; t < n; t += 2)
            {
            }|]
            """),
    ];
}
