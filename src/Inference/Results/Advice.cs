namespace ProbModels;

/// <summary>What a piece of advice is about.</summary>
public enum AdviceKind
{
    /// <summary>Trajectories that the integrator lost.</summary>
    Divergences,

    /// <summary>Trajectories that were cut at the greatest depth.</summary>
    SaturatedDepth,

    /// <summary>Evaluations with an argument out of range.</summary>
    Rejections,

    /// <summary>Evaluations whose log density is not a number.</summary>
    NotANumber,

    /// <summary>Energies that change too little from draw to draw.</summary>
    LowEnergyFraction,

    /// <summary>Chains that disagree.</summary>
    NotMixed,

    /// <summary>Too few effective draws for the estimates to be trusted.</summary>
    FewEffectiveDraws,
}

/// <summary>Something that the user should know of a run.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Count">How often it occurred.</param>
/// <param name="Message">What happened, what it means and what to do.</param>
public sealed record Advice(AdviceKind Kind, long Count, string Message)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
