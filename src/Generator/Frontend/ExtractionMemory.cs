using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ProbModels.Generator.Frontend;

/// <summary>Remembers what was read of each definition until an edit may have changed it: to read a definition binds all its expressions, which takes long.</summary>
/// <remarks>
/// What names and calls mean follows from references, options and declarations: all of the files but the insides of methods and the initial
/// values of fields that are not constants. So what was read still holds where these are the same, and where the files are the same in which
/// insides and initial values were read. What comes with diagnostics is read anew each time, since their places move with any text before them.
/// Memory hangs on files and compilations by weak references: it holds on to none of them, and goes with them.
/// </remarks>
internal sealed class ExtractionMemory
{
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<TextSpan, Remembered>> _definitions = new();

    /// <summary>One object for all compilations that have the same declarations.</summary>
    private readonly ConditionalWeakTable<Compilation, object> _declarations = new();

    private readonly object _gate = new();
    private WeakReference<Compilation>? _last;

    /// <summary>Gives what was read of a definition, or reads it.</summary>
    public Extraction<T> Read<T>(SyntaxNode definition, ISymbol symbol, Compilation compilation, Func<Library, Extraction<T>> read, CancellationToken cancellation)
        where T : class
    {
        object declarations = DeclarationsOf(compilation);
        var ofFile = _definitions.GetOrCreateValue(definition.SyntaxTree);
        if (ofFile.TryGetValue(definition.Span, out var known) && known.Declarations == declarations && known.Extraction is Extraction<T> still && known.Files.All(file => IsIn(compilation, file))) return still;
        var library = new Library(compilation, cancellation);
        var extraction = read(library);
        if (extraction.Result is not null && extraction.Diagnostics.Count == 0)
            ofFile[definition.Span] = new(declarations, [.. library.Files.Concat(FilesOf(symbol)).Distinct().Select(file => new WeakReference<SyntaxTree>(file))], extraction);
        else
            ofFile.TryRemove(definition.Span, out _);
        return extraction;
    }

    private static bool IsIn(Compilation compilation, WeakReference<SyntaxTree> file) => file.TryGetTarget(out var tree) && compilation.ContainsSyntaxTree(tree);

    /// <summary>The files in which a definition is declared: part here, part there, with comments that are read.</summary>
    private static IEnumerable<SyntaxTree> FilesOf(ISymbol symbol)
    {
        var parts = symbol is IMethodSymbol method ? new[] { method, method.PartialDefinitionPart, method.PartialImplementationPart }.OfType<ISymbol>() : [symbol];
        return parts.SelectMany(part => part.DeclaringSyntaxReferences).Select(reference => reference.SyntaxTree);
    }

    /// <summary>What stands for a compilation's declarations: an object that it has in common with the last compilation where no declaration changed.</summary>
    private object DeclarationsOf(Compilation compilation)
    {
        lock (_gate)
        {
            if (!_declarations.TryGetValue(compilation, out object? declarations))
            {
                declarations = _last is not null && _last.TryGetTarget(out var last) && AreSame(last, compilation) && _declarations.TryGetValue(last, out object? before) ? before : new();
                _declarations.Add(compilation, declarations);
            }

            _last = new(compilation);
            return declarations;
        }
    }

    private static bool AreSame(Compilation before, Compilation after) =>
        before.AssemblyName == after.AssemblyName
        && before.Options.Equals(after.Options)
        && before.References.SequenceEqual(after.References)
        && before.SyntaxTrees.Count() == after.SyntaxTrees.Count()
        && before.SyntaxTrees.Zip(after.SyntaxTrees, AreSame).All(isSame => isSame);

    private static bool AreSame(SyntaxTree before, SyntaxTree after) =>
        before == after || (before.FilePath == after.FilePath && before.Options.Equals(after.Options) && SyntaxFactory.AreEquivalent(before, after, topLevel: true));

    /// <summary>What was read.</summary>
    /// <param name="Declarations">What stood for the compilation's declarations.</param>
    /// <param name="Files">The files in which insides of methods or initial values were read.</param>
    /// <param name="Extraction">An extraction, of a model or of a distribution.</param>
    private sealed record Remembered(object Declarations, IReadOnlyList<WeakReference<SyntaxTree>> Files, object Extraction);
}
