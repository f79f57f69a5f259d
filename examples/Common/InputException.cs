namespace ProbModels.Examples;

/// <summary>A file that the user gave cannot be used. The message is meant for the user.</summary>
public sealed class InputException(string message) : Exception(message);
