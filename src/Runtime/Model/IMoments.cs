namespace ProbModels;

/// <summary>The first two moments of a distribution.</summary>
public interface IMoments
{
    /// <summary>The expectation; infinite where its integral is, NaN where there is none.</summary>
    double Mean { get; }

    /// <summary>The expected squared distance from <see cref="Mean"/>, in the unit of x squared; infinite or NaN likewise.</summary>
    double Variance { get; }
}
