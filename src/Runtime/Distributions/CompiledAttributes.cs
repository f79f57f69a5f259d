namespace ProbModels;

/// <summary>Carries the compiled form of a distribution to the builds that use it. Written by the generator.</summary>
/// <param name="version">The version of the form; a build with another version refuses it.</param>
/// <param name="text">The form, as the compiler prints it.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class CompiledDistributionAttribute(int version, string text) : Attribute
{
    /// <summary>The version of the form.</summary>
    public int Version => version;

    /// <summary>The form, as the compiler prints it.</summary>
    public string Text => text;
}

/// <summary>Marks a generated method that makes a distribution of its arguments in their order. Written by the generator.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DistributionFactoryAttribute : Attribute;
