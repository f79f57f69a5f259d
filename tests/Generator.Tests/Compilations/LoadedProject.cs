using System.Reflection;

namespace ProbModels.Generator.Tests;

/// <summary>A compiled project, whose generated classes are reached by the names that a user would write.</summary>
internal sealed class LoadedProject(Assembly assembly)
{
    /// <summary>Binds a model's inputs: <c>new {name}Model(inputs)</c>.</summary>
    public CompiledModel Bind(string name, params object?[] inputs)
    {
        var constructor = assembly.GetTypes().Single(type => type.Name == name + "Model").GetConstructors().Single();
        return (CompiledModel)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, inputs, null);
    }

    /// <summary>Conditions a model: <c>model.Given(observations)</c>.</summary>
    public static Posterior Given(CompiledModel model, params object?[] observations)
    {
        var given = model.GetType().GetMethod("Given")!;
        object?[] arguments = [.. given.GetParameters().Select((parameter, i) => Observe(parameter.ParameterType, i < observations.Length ? observations[i] : null))];
        return (Posterior)given.Invoke(model, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    /// <summary>The conversion that C# would choose.</summary>
    private static object Observe(Type observed, object? value) => value switch
    {
        null => Activator.CreateInstance(observed)!,
        double number => (Observed<double>)number,
        int number => (Observed<int>)number,
        long number => (Observed<long>)number,
        double[] numbers => (Observed<double>)numbers,
        double?[] numbers => (Observed<double>)numbers,
        int[] numbers when observed == typeof(Observed<long>) => (Observed<long>)numbers,
        int[] numbers => (Observed<int>)numbers,
        long[] numbers => (Observed<long>)numbers,
        int?[] numbers when observed == typeof(Observed<long>) => (Observed<long>)numbers,
        int?[] numbers => (Observed<int>)numbers,
        long?[] numbers => (Observed<long>)numbers,
        double[,] numbers => (Observed<double>)numbers,
        double?[,] numbers => (Observed<double>)numbers,
        int[,] numbers => (Observed<int>)numbers,
        long[,] numbers => (Observed<long>)numbers,
        double[][] numbers => (Observed<double>)numbers,
        double?[][] numbers => (Observed<double>)numbers,
        long[][] numbers => (Observed<long>)numbers,
        long?[][] numbers => (Observed<long>)numbers,
        _ => throw new ArgumentException($"no observation is a {value.GetType()}"),
    };
}
