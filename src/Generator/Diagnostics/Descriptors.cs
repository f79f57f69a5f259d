using Microsoft.CodeAnalysis;

namespace ProbModels.Generator.Diagnostics;

/// <summary>Every diagnostic: 0 the compiler itself, 1 sites, 2 plates, 3 expressions and statements, 4 definitions.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor InternalError = Error(
        "PM0001", "The compiler failed", "'{0}' was not compiled: the generator failed with {1}; please report it with the method's source");

    public static readonly DiagnosticDescriptor NotOnDevices = Warning(
        "PM0002", "A model has no kernel for graphics processors", "'{0}' is compiled for processors alone: {1}");

    public static readonly DiagnosticDescriptor SiteOutOfPlace = Error(
        "PM1001", "A site must be named", "the result of {0} must be assigned to a new local or to an element of an array, which names the site");

    public static readonly DiagnosticDescriptor DiscreteLatent = Error(
        "PM1002", "A discrete value is not inferred", "'{0}' is discrete and is not returned: return it as an observable, or sum it out of the model by hand");

    public static readonly DiagnosticDescriptor DuplicateSite = Error(
        "PM1003", "Site names must differ", "the site '{0}' has the name of '{1}' (names must differ also when their first letter is a capital): rename one of them");

    public static readonly DiagnosticDescriptor NotAnObservable = Error(
        "PM1004", "Only sites are returned", "'{0}' is returned as an observable but is not assigned from Sample: return a site, or record it with Derived");

    public static readonly DiagnosticDescriptor ReturnShape = Error(
        "PM1005", "Observables are returned by name", "return a local, or a tuple whose names equal its locals', as in (a, b): {0}");

    public static readonly DiagnosticDescriptor NotADistribution = Error(
        "PM1006", "Not a distribution that can be compiled", "'{0}' is no [Distribution] that the compiler can read: {1}");

    public static readonly DiagnosticDescriptor StaleDistribution = Error(
        "PM1007", "A package must be rebuilt", "'{0}' was compiled by another version of ProbModels: rebuild the package '{1}' with this version");

    public static readonly DiagnosticDescriptor SiteUnderCondition = Error(
        "PM1008", "A site does not depend on what is inferred", "this site exists only where '{0}' holds, which does not follow from inputs: sample it in any case, and choose between values by ?:");

    public static readonly DiagnosticDescriptor UnusedLatent = Warning(
        "PM1009", "Nothing depends on a latent", "no other site depends on '{0}', so that the observations say nothing about it: use it, or leave it out");

    public static readonly DiagnosticDescriptor MixedArray = Error(
        "PM1010", "An array holds sites or other values", "'{0}' is assigned in another way than the other elements of '{1}': sample or derive them all, or use another array");

    public static readonly DiagnosticDescriptor ImpossibleArgument = Error(
        "PM1011", "An argument cannot be right", "'{0}' cannot be the {1} of {2}, which must be {3}");

    public static readonly DiagnosticDescriptor ReadingLatent = Error(
        "PM1012", "A reading is not inferred", "'{0}' has values that have a probability and not a density, as where a scale ends: return it as an observable, or sample the value before it is read");

    public static readonly DiagnosticDescriptor SiteOutsideIf = Error(
        "PM1013", "A site that may be left out stands in an if", "this site exists only where '{0}' leads to it: put it into an 'if' statement without return, or sample it in any case and choose between values by ?:");

    public static readonly DiagnosticDescriptor ReassignedObservable = Error(
        "PM1014", "An observable keeps its value", "'{0}' is returned as an observable and no longer has the value that was sampled: give what is computed from it another name");

    public static readonly DiagnosticDescriptor VectorElement = Error(
        "PM1015", "A vector is a site of its own", "'{0}' is a vector, which cannot be an element of '{1}': {2}");

    public static readonly DiagnosticDescriptor OtherElement = Error(
        "PM2001", "An iteration assigns its own element", "'{0}' must be assigned at the Plate's own index '{1}'");

    public static readonly DiagnosticDescriptor UnassignedElement = Error(
        "PM2002", "An element is read before it is assigned", "'{0}' is read before '{1}' is assigned in every iteration of a Plate");

    public static readonly DiagnosticDescriptor NeighbourRead = Error(
        "PM2003", "A Plate's iterations are independent", "'{0}' reads another iteration's '{1}' inside a Plate; read it after the Plate");

    public static readonly DiagnosticDescriptor FilledInOrder = Error(
        "PM2004", "Arrays are filled from start to end", "'{0}': the elements of '{1}' must be assigned one after the other, from the first to the last, without gaps and in every case");

    public static readonly DiagnosticDescriptor NotAPlate = Error(
        "PM2005", "Loops run over a Plate", "'{0}' is not a Plate; write foreach (int i in Plate(n))");

    public static readonly DiagnosticDescriptor AssignedTwice = Error(
        "PM2006", "An element is assigned once", "'{0}' is assigned a second time; use another array");

    public static readonly DiagnosticDescriptor OrderMatters = Error(
        "PM2007", "A Plate's iterations have no order", "'{0}' goes from iteration to iteration, which only a sum of double by += may in a Plate: write an ordinary 'for' if order matters, or declare it inside");

    public static readonly DiagnosticDescriptor SizeNotFromInputs = Error(
        "PM2008", "A size follows from inputs", "'{0}' depends on sampled values: sizes of arrays, Plates and loops must follow from inputs");

    public static readonly DiagnosticDescriptor ForShape = Error(
        "PM2009", "A for loop counts by one", "'{0}' cannot be compiled: write for (int t = first; t < limit; t++), or with <=, or down with t--, and do not change t inside");

    public static readonly DiagnosticDescriptor UnsupportedExpression = Error(
        "PM3001", "The expression is not in the language", "'{0}' cannot be compiled: {1}");

    public static readonly DiagnosticDescriptor UnsupportedStatement = Error(
        "PM3002", "The statement is not in the language", "this statement cannot be compiled; a model declares locals, samples, and has if, for and foreach over a Plate");

    public static readonly DiagnosticDescriptor UnsupportedCall = Error(
        "PM3003", "The method cannot be compiled", "'{0}' cannot be compiled: call functions of Math or SpecialFunctions, or a static method of this project whose body is in the language");

    public static readonly DiagnosticDescriptor SideEffect = Error(
        "PM3004", "A model changes nothing outside", "'{0}' has an effect outside the model, which a compiled model would not have: take it out of the model");

    public static readonly DiagnosticDescriptor Recursion = Error(
        "PM3005", "A helper calls itself", "'{0}' calls itself; a recursive function cannot be compiled");

    public static readonly DiagnosticDescriptor IndexFromLatents = Error(
        "PM3006", "An index follows from data", "'{0}' depends on latents: an index must follow from inputs or observations");

    public static readonly DiagnosticDescriptor Discontinuity = Warning(
        "PM3007", "The log density may jump", "'{0}' depends on latents: where it changes, the log density may jump, which gradients do not see; make the transition smooth if you can");

    public static readonly DiagnosticDescriptor ModelShape = Error(
        "PM4001", "Not a method that can be a model", "'{0}' cannot be a model: {1}");

    public static readonly DiagnosticDescriptor InputType = Error(
        "PM4002", "The type is not an input", "'{0}' is a {1}; an input is a double, int, long or bool, an array of them with one or two dimensions, or an array of such arrays");

    public static readonly DiagnosticDescriptor DistributionShape = Error(
        "PM4003", "Not the shape of a distribution", "'{0}' cannot be a distribution: {1}");

    public static readonly DiagnosticDescriptor DuplicateModel = Error(
        "PM4004", "Model names must differ", "there is another model '{0}' in this namespace (capitals make no difference), and both would become '{0}Model': rename one of them");

    public static readonly DiagnosticDescriptor NameTaken = Error(
        "PM4005", "Generated code needs the name", "'{0}' is {1}, and generated code needs the name for something else: rename it");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "ProbModels", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: null);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, "ProbModels", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: null);
}
