using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>What reading a definition gave: the definition, unless something in it is not in the language, and what to tell the user.</summary>
internal sealed record Extraction<T>(T? Result, Sequence<DiagnosticInfo> Diagnostics)
    where T : class;
