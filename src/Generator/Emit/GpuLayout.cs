using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Where a kernel for graphics processors finds the data: in two flat arrays, as <c>FlatData</c> fills them.</summary>
internal sealed class GpuLayout
{
    private readonly Dictionary<string, (string Type, string Source)> _locals = [];
    private readonly Dictionary<string, (string At, string Size)> _columns = [];
    private readonly Dictionary<string, string> _numbers = [];
    private readonly HashSet<string> _used = [];
    private readonly NameScope _names = new("reals", "integers", "position", "gradient", "scratch", "chain", "chains");
    private int _integers;
    private int _reals;

    public GpuLayout(ModelText text, Kernel kernel)
    {
        var read = new HashSet<string>(LeavesIn(kernel.Body).Where(leaf => leaf.Op == Operations.Bound).Select(leaf => leaf.Immediate.Symbol!));
        foreach (var output in text.Program.Bind.Outputs.Where(output => read.Contains(output.Symbol)))
        {
            if (output.Value.Type.IsArray) AddColumn(output.Symbol, isMatrix: output.Value.Type.Rank == 2);
            else AddNumber(output.Symbol, output.Value.Type.Scalar);
        }

        foreach (var latent in text.Latents.Where(latent => latent.IsArray)) AddNumber(latent.Identifier + "Length", Scalar.Integer);
        foreach (var (latent, _) in text.Offsets.Where(item => !item.Offset.IsNumber)) AddNumber(latent.Identifier + "At", Scalar.Integer);
        foreach (var (name, _) in text.Imputes ? text.ImputedAt : [])
            foreach (string part in new[] { "Count", "Length", "At" }) AddNumber(name + part, Scalar.Integer);
    }

    /// <summary>The fields of the data, in the order in which they are added.</summary>
    public List<string> Fields { get; } = [];

    /// <summary>The names that no other local can have.</summary>
    public IEnumerable<string> Reserved => [.. _locals.Keys.Select(name => name.TrimStart('@')), "reals", "integers", "position", "gradient", "scratch", "chain", "chains"];

    /// <summary>The local that holds a single value.</summary>
    public string Number(string field) => Use(_numbers[field]);

    /// <summary>The local that holds where a column or a matrix begins.</summary>
    public string At(string field) => Use(_columns[field].At);

    /// <summary>The local that holds the length of a column, or the number of a matrix' columns.</summary>
    public string Size(string field) => Use(_columns[field].Size);

    /// <summary>An expression of <c>data.</c> as one of locals.</summary>
    public string OfData(string expression) =>
        !expression.StartsWith("data.", StringComparison.Ordinal) ? expression : Number(expression.Substring("data.".Length));

    /// <summary>Forgets which locals are used.</summary>
    public void Restart() => _used.Clear();

    /// <summary>Declares the locals that are used.</summary>
    public void WriteLocals(CodeWriter writer)
    {
        foreach (var local in _locals.Where(local => _used.Contains(local.Key))) writer.Line($"{local.Value.Type} {local.Key} = {local.Value.Source};");
    }

    private string Use(string local)
    {
        _used.Add(local);
        return local;
    }

    private void AddColumn(string field, bool isMatrix)
    {
        Fields.Add(field);
        _columns.Add(field, (Declare(field + "From", "int", Next("integers", ref _integers)), Declare(field + (isMatrix ? "Columns" : "Count"), "int", Next("integers", ref _integers))));
    }

    private void AddNumber(string field, Scalar type)
    {
        Fields.Add(field);
        _numbers.Add(field, type switch
        {
            Scalar.Real => Declare(field, "double", Next("reals", ref _reals)),
            Scalar.Integer => Declare(field, "int", Next("integers", ref _integers)),
            _ => Declare(field, "bool", Next("integers", ref _integers) + " != 0"),
        });
    }

    private string Declare(string wish, string type, string source)
    {
        string name = _names.Unique(wish);
        _locals.Add(name, (type, source));
        return name;
    }

    private static string Next(string array, ref int count) => $"{array}[{(count++).ToString(CultureInfo.InvariantCulture)}]";

    private static IEnumerable<Define> LeavesIn(Sequence<Statement> body) =>
        body.SelectMany(statement => statement is Loop loop ? LeavesIn(loop.Body) : statement is Define { Op.HasImmediate: true } leaf ? [leaf] : []);
}
