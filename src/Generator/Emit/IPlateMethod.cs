using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A plate as a method, in one loop or in steps.</summary>
internal interface IPlateMethod
{
    /// <summary>The numbers from outside that depend on the position.</summary>
    IReadOnlyList<(Value Value, string Name)> Parameters { get; }

    /// <summary>The rules that are checked for each element, in the order of the flags that the method hands out.</summary>
    IReadOnlyList<Require> Rules { get; }

    /// <summary>Writes the method, and those that it calls.</summary>
    void Write(CodeWriter writer);
}
