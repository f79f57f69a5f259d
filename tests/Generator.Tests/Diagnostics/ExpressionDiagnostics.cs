using static ProbModels.Generator.Tests.DiagnosticCase;

namespace ProbModels.Generator.Tests;

internal static class ExpressionDiagnostics
{
    public static readonly DiagnosticCase[] Cases =
    [
        InModel(
            "PM3001", "'x % 2' cannot be compiled: the operators are + - * / on double, + - * / % on int, comparisons, and && || ! on bool",
            "double a = Sample(Normal([|x % 2|], 1));"),
        InModel(
            "PM3001", "'data == other' cannot be compiled: arrays are compared and combined element by element",
            "double a = Sample(Normal([|data == other|] ? 1 : 2, 1));",
            parameters: "double[] data, double[] other"),
        InModel(
            "PM3001", "'data[i] > a' cannot be compiled: an array of conditions holds what data decide; keep the numbers in an array and compare them where the condition is read",
            """
            double a = Sample(Normal(0, 1));
            var isHigh = new bool[data.Length];
            foreach (int i in Plate(data.Length)) isHigh[i] = [|data[i] > a|];
            """),
        InModel(
            "PM3001", "'b += data' cannot be compiled: it changes every element of an array; make a new array",
            """
            var b = 2 * data;
            [|b += data|];
            """),
        InModel(
            "PM3001", "'(int)a' cannot be compiled: of a latent there is no int; use Floor, Round or Truncate",
            """
            double a = Sample(Normal(0, 1));
            double b = Sample(Normal(data[[|(int)a|]], 1));
            """),
        InModel(
            "PM3001", "'Sign(a)' cannot be compiled: of a latent there is no int; choose between numbers by ?:",
            """
            double a = Sample(Normal(0, 1));
            double b = Sample(Normal([|Sign(a)|], 1));
            """),
        InModel(
            "PM3001", "'Offset' cannot be compiled: only fields that are const or static readonly are known to keep their value; pass it as an input",
            "double a = Sample(Normal([|Offset|], 1));",
            beside: "public static double Offset = 3;"),
        InModel(
            "PM3001", "'Offsets' cannot be compiled: generated code must be able to read the field: make it internal or public",
            "double a = Sample(Normal([|Offsets|][0], 1));",
            beside: "private static readonly double[] Offsets = [3];"),
        InModel(
            "PM3001", "'data[0]' cannot be compiled: assign to an element of an array that the model made with new",
            """
            foreach (int i in Plate(n))
                [|data[0]|] = 3;
            """),
        InModel(
            "PM3001", "'row[k]' cannot be compiled: assign to it as an element of 'y'",
            """
            var y = new double[n][];
            foreach (int i in Plate(n))
            {
                y[i] = new double[2];
                foreach (int k in Plate(2))
                {
                    var row = y[i];
                    [|row[k]|] = Sample(Normal(0, 1));
                }
            }
            """),
        InModel(
            "PM3002", "this statement cannot be compiled; a model declares locals, samples, and has if, for and foreach over a Plate",
            """
            [|while (n > 3)
            {
                double a = Sample(Normal(0, 1));
            }|]
            """),
        InModel(
            "PM3002", "this statement cannot be compiled; a model declares locals, samples, and has if, for and foreach over a Plate",
            """
            for (int t = 0; t < n; t++)
            {
                if (t > 3) [|break;|]
            }
            """),
        InModel(
            "PM3003", "'Asinh' cannot be compiled: call functions of Math or SpecialFunctions, or a static method of this project whose body is in the language",
            "double a = Sample(Normal([|Math.Asinh(x)|], 1));"),
        InModel(
            "PM3003", "'GetHashCode' cannot be compiled: call functions of Math or SpecialFunctions, or a static method of this project whose body is in the language",
            "double a = Sample(Normal([|x.GetHashCode()|], 1));"),
        InModel(
            "PM3004", "'Console.WriteLine(x)' has an effect outside the model, which a compiled model would not have: take it out of the model",
            "[|Console.WriteLine(x);|]"),
        InModel(
            "PM3004", "'Count' has an effect outside the model, which a compiled model would not have: take it out of the model",
            "[|Count = 3;|]",
            beside: "public static int Count;"),
        InModel(
            "PM3004", "'Count' has an effect outside the model, which a compiled model would not have: take it out of the model",
            "[|Count++|];",
            beside: "public static int Count { get; set; }"),
        InModel(
            "PM3004", "'x' has an effect outside the model, which a compiled model would not have: take it out of the model",
            "double a = Change([|ref x|]);",
            beside: "private static double Change(ref double x) => x = 3;"),
        InModel(
            "PM3005", "'Fall' calls itself; a recursive function cannot be compiled",
            "double a = Sample(Normal(Fall(x), 1));",
            beside: "private static double Fall(double height) => height + [|Fall(height - 1)|];"),
    InModel(
            "PM3005", "'Even' calls itself; a recursive function cannot be compiled",
            """
            double a = Sample(Normal(Even(x), 1));
            double Even(double h) => Odd(h - 1);
            double Odd(double h) => [|Even(h - 1)|];
            """),
        InModel(
            "PM3006", "'(n > 2 ? 1 : 0) + (a > 0 ? 1 : 0)' depends on latents: an index must follow from inputs or observations",
            """
            double a = Sample(Normal(0, 1));
            double b = Sample(Normal(data[[|(n > 2 ? 1 : 0) + (a > 0 ? 1 : 0)|]], 1));
            """) with { Others = ["PM3007"] },
        InModel(
            "PM3007", "'a > 0' depends on latents: where it changes, the log density may jump, which gradients do not see; make the transition smooth if you can",
            """
            double a = Sample(Normal(0, 1));
            double b = Sample(Normal([|a > 0|] ? 1 : 2, 1));
            """),
        InModel(
            "PM3007", "'Round(2 * a)' depends on latents: where it changes, the log density may jump, which gradients do not see; make the transition smooth if you can",
            """
            double a = Sample(Normal(0, 1));
            double b = Sample(Normal([|Round(2 * a)|] + Floor(x), 1));
            """),
        InModel(
            "PM3007", "'a > 0' depends on latents: where it changes, the log density may jump, which gradients do not see; make the transition smooth if you can",
            """
            double a = Sample(Normal(0, 1));
            double mean = 0;
            if ([|a > 0|]) mean = 3;
            double b = Sample(Normal(mean, 1));
            """),
    ];
}
