namespace ProbModels;

/// <summary>Marks a static method as a model: the generator makes a class <c>{Method}Model</c> of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModelAttribute : Attribute;

/// <summary>Marks a <c>readonly partial struct</c> as a distribution that models can use.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class DistributionAttribute : Attribute;

/// <summary>States a log density from an independent source, for the conformance tests.</summary>
/// <param name="logDensity">The log density.</param>
/// <param name="x">The value.</param>
/// <param name="arguments">The distribution's parameters in order.</param>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class ReferenceAttribute(double logDensity, double x, params double[] arguments) : Attribute
{
    /// <summary>The log density.</summary>
    public double LogDensity => logDensity;

    /// <summary>The value.</summary>
    public double X => x;

    /// <summary>The distribution's parameters in order.</summary>
    public IReadOnlyList<double> Arguments => arguments;
}

/// <summary>Asks the generator for a public static class with one factory method for each distribution of this assembly.</summary>
/// <param name="className">The full name of the class, as in <c>Acme.AcmeDistributions</c>.</param>
/// <remarks>For packages: a generator does not see its own output, so models in the same project write <c>new D(…)</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GenerateFactoriesAttribute(string className) : Attribute
{
    /// <summary>The full name of the class.</summary>
    public string ClassName => className;
}
