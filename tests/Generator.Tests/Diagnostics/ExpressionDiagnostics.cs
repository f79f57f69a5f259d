using static ProbModels.Generator.Tests.DiagnosticCase;

namespace ProbModels.Generator.Tests;

internal static class ExpressionDiagnostics
{
    public static readonly DiagnosticCase[] Cases =
    [
        InModel(
            "PM3001", "'x % 2' cannot be compiled: the operators are + - * / on double and + - * on int",
            "double a = Sample(Normal([|x % 2|], 1));"),
        InModel(
            "PM3001", "'n / 2' cannot be compiled: the operators are + - * / on double and + - * on int",
            "double a = Sample(Normal([|n / 2|], 1));"),
        InModel(
            "PM3001", "'x > 0 ? 1.0 : 2.0' cannot be compiled: use numbers, arithmetic, functions of Math and elements of arrays",
            "double a = Sample(Normal(0, [|x > 0 ? 1.0 : 2.0|]));"),
        InModel(
            "PM3001", "'(int)x' cannot be compiled: there is no conversion from real to int",
            "double a = Sample(Normal(data[[|(int)x|]], 1));"),
        InModel(
            "PM3001", "'Offset' cannot be compiled: use numbers, arithmetic, functions of Math and elements of arrays",
            "double a = Sample(Normal([|Offset|], 1));",
            beside: "private static readonly double Offset = 3;"),
        InModel(
            "PM3001", "'data[0]' cannot be compiled: assign to an element of an array that the model made with new",
            """
            foreach (int i in Plate(n))
                [|data[0]|] = 3;
            """),
        InModel("PM3001", "'grid[0, 1]' cannot be compiled: arrays have one dimension", "double a = Sample(Normal([|grid[0, 1]|], 1));", parameters: "double[] data") with
        {
            Source =
                """
                public static class Tested
                {
                    [Model]
                    public static void Model(double x)
                    {
                        double a = Sample(Normal([|Grid.Cells[0, 1]|], 1));
                    }
                }

                public static class Grid
                {
                    public static readonly double[,] Cells = new double[2, 2];
                }
                """,
            Message = "'Grid.Cells[0, 1]' cannot be compiled: arrays have one dimension",
        },
        InModel(
            "PM3002", "this statement cannot be compiled; a model declares locals, samples, and loops over Plates",
            """
            [|if (x > 0)
            {
                double a = Sample(Normal(0, 1));
            }|]
            """),
        InModel(
            "PM3002", "this statement cannot be compiled; a model declares locals, samples, and loops over Plates",
            "[|Console.WriteLine(x);|]"),
        InModel(
            "PM3002", "this statement cannot be compiled; a model declares locals, samples, and loops over Plates",
            "double [|late|];"),
        InModel(
            "PM3003", "'Asinh' cannot be compiled: call functions of Math or SpecialFunctions, or a static method of this project whose body is in the language",
            "double a = Sample(Normal([|Math.Asinh(x)|], 1));"),
        InModel(
            "PM3003", "'GetHashCode' cannot be compiled: call functions of Math or SpecialFunctions, or a static method of this project whose body is in the language",
            "double a = Sample(Normal([|x.GetHashCode()|], 1));"),
        InModel(
            "PM3004", "'a' is assigned again; declare a new local",
            """
            double a = Sample(Normal(0, 1));
            [|a = 3;|]
            """),
        InModel(
            "PM3004", "'a' is assigned again; declare a new local",
            """
            double a = x;
            [|a += 3;|]
            """),
        InModel(
            "PM3005", "'Fall' calls itself; a recursive function cannot be compiled",
            "double a = Sample(Normal(Fall(x), 1));",
            beside: "private static double Fall(double height) => height + [|Fall(height - 1)|];"),
    ];
}
