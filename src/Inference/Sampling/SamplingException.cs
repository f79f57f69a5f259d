namespace ProbModels;

/// <summary>Sampling could not start: the message says why, and what each site contributes.</summary>
public sealed class SamplingException : Exception
{
    /// <summary>Makes an exception with a message.</summary>
    public SamplingException(string message) : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public SamplingException(string message, Exception innerException) : base(message, innerException) { }
}
