using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>Adds the <see cref="BeyondGradientColumn"/> to a class of benchmarks.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeyondGradientColumnAttribute() : ColumnConfigBaseAttribute(new BeyondGradientColumn());
