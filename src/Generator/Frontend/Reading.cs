using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>A method that is being read: what its readers share.</summary>
/// <remarks>
/// Each reader knows one thing of the language. Methods that are called are read in the place of their calls, by the same readers, so that a helper
/// may do what a model may do.
/// </remarks>
internal sealed class Reading
{
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly SyntaxTree? _file;

    /// <param name="model">The name of the model; empty where a density is read.</param>
    /// <param name="file">The file that messages cite by line.</param>
    public Reading(Library library, string model, SyntaxTree? file)
    {
        (Library, ModelName, _file) = (library, model, file);
        Knowledge = new(Builder);
        Guards = new(Builder, Knowledge);
        Nest = new(this);
        Proofs = new(Builder, Nest);
        Rules = new(this);
        Expressions = new(this);
        Operators = new(this);
        Calls = new(this);
        Arrays = new(this);
        Elements = new(this);
        Helpers = new(this);
        Reductions = new(this);
        Statements = new(this);
        Branches = new(this);
        Loops = new(this);
        Sites = new(this);
    }

    public Library Library { get; }

    public Builder Builder { get; } = new();

    public Knowledge Knowledge { get; }

    public Guards Guards { get; }

    public Nest Nest { get; }

    public Proofs Proofs { get; }

    public IndexRules Rules { get; }

    public ExpressionReader Expressions { get; }

    public OperatorReader Operators { get; }

    public CallReader Calls { get; }

    public ArrayReader Arrays { get; }

    public ElementReader Elements { get; }

    public HelperReader Helpers { get; }

    public ReductionReader Reductions { get; }

    public StatementReader Statements { get; }

    public BranchReader Branches { get; }

    public LoopReader Loops { get; }

    public SiteReader Sites { get; }

    public State State { get; set; } = State.Empty;

    /// <summary>The statement that is being read.</summary>
    public IOperation? Here { get; private set; }

    /// <summary>Whether a density is read, which may be bent and broken at will.</summary>
    public bool IsDensity => ModelName.Length == 0;

    /// <summary>The name of the model; empty where a density is read.</summary>
    public string ModelName { get; }

    public Sequence<DiagnosticInfo> Diagnostics => _diagnostics.Distinct().ToSequence();

    public bool HasFailed => _diagnostics.Any(info => info.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>Gives a variable its content; null where it could not be read, which was reported.</summary>
    public void Declare(ISymbol variable, Content? content) => State = State with { Variables = State.Variables.SetItem(variable, content) };

    public void Declare(ISymbol variable, Value value) => Declare(variable, new ScalarContent(value));

    public StorageState StateOf(Storage storage) => State.Arrays.TryGetValue(storage, out var state) ? state : StorageState.Empty;

    public void Store(Storage storage, StorageState state) => State = State with { Arrays = State.Arrays.SetItem(storage, state) };

    /// <summary>Reads one statement; where that fails, the reading goes on with the next, so that the user sees all that is wrong at once.</summary>
    public void Try(IOperation statement, Action read)
    {
        var around = Here;
        Here = statement;
        try
        {
            read();
        }
        catch (UnsupportedException e)
        {
            if (e.Info is { } info) Report(info);
        }
        finally
        {
            Here = around;
        }
    }

    /// <summary>Reads what has a result; the result is the type's own nothing where reading fails.</summary>
    public void Try<T>(IOperation statement, Func<T> read, out T? result)
    {
        T? found = default;
        Try(statement, () => { found = read(); });
        result = found;
    }

    public void Report(DiagnosticInfo info) => _diagnostics.Add(info);

    /// <summary>An expression with its line; in a helper of another file, with the line of the call.</summary>
    public Source Quote(IOperation operation)
    {
        var cited = operation.Syntax.SyntaxTree == _file || _file is null ? operation : Helpers.OutermostCall ?? operation;
        return Quotation.Of(cited) with { Text = Quotation.OneLine(operation) };
    }

    public UnsupportedException Unsupported(IOperation operation, string advice) =>
        new(DiagnosticInfo.At(Descriptors.UnsupportedExpression, operation.Syntax.GetLocation(), operation.Syntax.ToString(), advice));

    public UnsupportedException Refused(DiagnosticDescriptor descriptor, IOperation operation, params string[] arguments) =>
        new(DiagnosticInfo.At(descriptor, operation.Syntax.GetLocation(), arguments));
}
