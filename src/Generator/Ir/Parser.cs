using System.Globalization;
using System.Text;

namespace ProbModels.Generator.Ir;

/// <summary>Reads what <see cref="Printer"/> prints. Parsing a printed model, kernel or distribution gives an equal one.</summary>
/// <exception cref="FormatException">The text is not printed IR; the message names the line.</exception>
internal sealed class Parser
{
    private readonly (int Number, string Text)[] _lines;
    private readonly Dictionary<int, (IrType Type, string? Name)> _values = [];
    private int _line;
    private Queue<string> _words = new();

    private Parser(string text)
    {
        _lines = [.. text.Split('\n').Select((line, i) => (i + 1, line)).Where(line => line.line.Trim().Length > 0)];
    }

    public static Model ParseModel(string text) => new Parser(text).Read(parser => parser.Model());

    public static Kernel ParseKernel(string text) => new Parser(text).Read(parser => parser.Kernel());

    public static Distribution ParseDistribution(string text) => new Parser(text).Read(parser => parser.Distribution());

    public static Function ParseFunction(string text) => new Parser(text).Read(parser => parser.Function());

    private T Read<T>(Func<Parser, T> read)
    {
        try
        {
            Advance(0);
            var result = read(this);
            return _line >= _lines.Length ? result : throw new FormatException("more lines than expected");
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            string place = _line < _lines.Length ? $"line {_lines[_line].Number} ({_lines[_line].Text.Trim()})" : "at the end";
            throw new FormatException($"{place}: {e.Message}", e);
        }
    }

    private Model Model()
    {
        Expect("model");
        var (name, method, space, isPublic, file, source, summary) = (Word(), Text(), Text(), Word() == "public", Text(), At(), Text());
        Next();
        var parameters = While("parameter", () => new Parameter(Word(), Text(), Type(Word())));
        var returns = While("returns", () => new Parameter(Word(), Text(), Type(Word())));
        var distributions = Several("distribution", Distribution);
        var functions = Several("function", Function);
        _values.Clear();
        return new(name, method, space, isPublic, file, source, summary, parameters, returns, distributions, functions, Body());
    }

    private Kernel Kernel()
    {
        Expect("kernel");
        string name = Word();
        Next();
        var body = Body();
        var outputs = While("output", () => new Output(Enum<OutputKind>(Word()), Text(), Value(Word())));
        return new(name, body, outputs);
    }

    private Distribution Distribution()
    {
        Expect("distribution");
        string name = Word();
        Next();
        var parameters = While("argument", Variable);
        Expect("support");
        var support = Variable();
        Next();
        var density = Function();
        var sizes = new List<Function>();
        while (_line < _lines.Length && Accept("size"))
        {
            Next();
            sizes.Add(Function());
        }

        var members = new List<Function>();
        while (_line < _lines.Length && Accept("member"))
        {
            Next();
            members.Add(Function());
        }

        return new(name, parameters, support, density, sizes.ToSequence(), members.ToSequence());
    }

    private Variable Variable() => new(Word(), Type(Word()), Constraint());

    private Constraint Constraint() => Enum<ConstraintKind>(Word()) switch
    {
        ConstraintKind.Between => new(ConstraintKind.Between, Operand(), Operand()),
        ConstraintKind.Inside => new(ConstraintKind.Inside, Operand(), Operand()),
        ConstraintKind.Same => new(ConstraintKind.Same, Low: Operand()),
        ConstraintKind.GreaterThan => new(ConstraintKind.GreaterThan, Low: Operand()),
        ConstraintKind.LessThan => new(ConstraintKind.LessThan, High: Operand()),
        var kind => new(kind),
    };

    private Operand Operand()
    {
        string word = Word();
        return new(double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? new(number) : new(0, word));
    }

    private Function Function()
    {
        _values.Clear();
        Expect("function");
        string name = Text();
        var parameters = new List<Value>();
        while (_words.Count > 0) parameters.Add(Defined().Value);
        Next();
        var body = Body();
        Expect("return");
        var result = Value(Word());
        Next();
        return new(name, parameters.ToSequence(), body, result);
    }

    private Sequence<Statement> Body()
    {
        var statements = new List<Statement>();
        while (_line < _lines.Length && Peek() is not ("end" or "yield" or "return" or "output"))
            statements.Add(Statement());
        return statements.ToSequence();
    }

    private Statement Statement()
    {
        if (Peek().StartsWith("%", StringComparison.Ordinal)) return Finish(Define());
        switch (Word())
        {
            case "require": return Finish(new Require(Value(Word()), Value(Word()), new Rule(Enum<RuleKind>(Word()), Text(), Text(), Text(), At()), Optional()));
            case "loop": return Loop();
            case "observe": return Finish(Sample(isObserved: true));
            case "sample": return Finish(Sample(isObserved: false));
            case "call": return Finish(new Call(Defined().Value, Text(), Values()));
            case "site": return Finish(Declare());
            case "record": return Finish(Element((site, at) => new Record(site, Value(Word()), Text(), at)));
            case "term": return Finish(Element((site, at) => new AddTerm(site == "-" ? "" : site, Value(Word()), at)));
            case "latent": return Finish(Element((site, at) => new Latent(Defined().Value, site, Enum<ConstraintKind>(Word()), Optional(), Optional(), at, Event(), Accept("if") ? Value(Word()) : null)));
            case var word: throw new FormatException($"'{word}' begins no statement");
        }
    }

    private Define Define()
    {
        var (result, name) = Defined();
        Expect("=");
        string word = Word();
        var op = Operations.Named(word) ?? throw new FormatException($"there is no operation '{word}'");
        var immediate = !op.HasImmediate ? default
            : Peek().StartsWith("\"", StringComparison.Ordinal) ? new Immediate(0, Text())
            : new Immediate(double.Parse(Word(), CultureInfo.InvariantCulture));
        return new(result, op, Values(), immediate, name);
    }

    private Declare Declare()
    {
        var declare = new Declare(Word(), Enum<SiteRole>(Word()), Type(Word()), Values());
        if (Accept("groups")) declare = declare with { Offsets = Value(Word()) };
        if (Accept("event")) declare = declare with { EventRank = int.Parse(Word(), CultureInfo.InvariantCulture) };
        if (Accept("coordinates")) declare = declare with { Coordinates = Value(Word()) };
        return declare;
    }

    private Sample Sample(bool isObserved) => Element((site, at) =>
    {
        var (result, _) = Defined();
        string distribution = Word();
        var arguments = Values();
        var sizes = Event();
        var source = At();
        var texts = new List<string>();
        while (_words.Count > 0) texts.Add(Text());
        return new Sample(result, site, isObserved, distribution, arguments, texts.ToSequence(), source, at, sizes);
    });

    /// <summary>Reads the sizes of a value's own axes, where there are any.</summary>
    private Sequence<Value> Event() => Accept("of") ? Values() : Sequence<Value>.Empty;

    /// <summary>Reads a word if it comes next.</summary>
    private bool Accept(string word)
    {
        if (Peek() != word) return false;
        Expect(word);
        return true;
    }

    /// <summary>Reads a site and, where it says so, the number of its element.</summary>
    private T Element<T>(Func<string, Value?, T> read)
    {
        string site = Word();
        return read(site, Accept("at") ? Value(Word()) : null);
    }

    private Loop Loop()
    {
        var (index, name) = Defined();
        var extent = Value(Word());
        var order = Peek().StartsWith("@", StringComparison.Ordinal) ? Order.Any : Enum<Order>(Word());
        var source = At();
        int plate = Accept("step") && Accept("of") ? int.Parse(Word(), CultureInfo.InvariantCulture) : 0;
        Next();
        var received = new Queue<(Value Inside, Value Into)>(While("receive", () => (Defined().Value, Value(Word()))));
        var body = Body();
        var yields = While("yield", () =>
        {
            var kind = Enum<YieldKind>(Word());
            var (result, yielded) = Defined();
            var yield = new Yield(kind, result, Value(Word()), kind == YieldKind.Rows ? null : Optional(), Optional(), yielded);
            if (Accept("of")) yield = yield with { Matrix = Value(Word()) };
            if (kind != YieldKind.Thread) return yield;
            var (inside, into) = received.Dequeue();
            return yield with { Inside = inside, Into = into };
        });
        Expect("end");
        return Finish(new Loop(index, extent, body, yields, source, name, order, plate));
    }

    private T Finish<T>(T statement)
    {
        Next();
        return statement;
    }

    private Sequence<T> While<T>(string keyword, Func<T> read) => Several(keyword, () =>
    {
        Expect(keyword);
        return Finish(read());
    });

    private Sequence<T> Several<T>(string keyword, Func<T> read)
    {
        var items = new List<T>();
        while (_line < _lines.Length && Peek() == keyword) items.Add(read());
        return items.ToSequence();
    }

    /// <summary>A value where it is defined: <c>%3.mu:real</c>.</summary>
    private (Value Value, string? Name) Defined()
    {
        string word = Word();
        int colon = word.LastIndexOf(':');
        if (colon < 0) throw new FormatException($"'{word}' has no type");
        var (id, name) = Split(word.Substring(0, colon));
        var type = Type(word.Substring(colon + 1));
        _values[id] = (type, name);
        return (new(id, type), name);
    }

    private Value Value(string word)
    {
        var (id, _) = Split(word);
        return _values.TryGetValue(id, out var known) ? new(id, known.Type) : throw new FormatException($"%{id} is not defined");
    }

    private static (int Id, string? Name) Split(string word)
    {
        if (!word.StartsWith("%", StringComparison.Ordinal)) throw new FormatException($"'{word}' is no value");
        int dot = word.IndexOf('.');
        string digits = dot < 0 ? word.Substring(1) : word.Substring(1, dot - 1);
        return (int.Parse(digits, CultureInfo.InvariantCulture), dot < 0 ? null : word.Substring(dot + 1));
    }

    private Sequence<Value> Values()
    {
        var values = new List<Value>();
        while (Optional() is { } value) values.Add(value);
        return values.ToSequence();
    }

    private Value? Optional() =>
        Peek().StartsWith("%", StringComparison.Ordinal) ? Value(Word()) : null;

    private Source At()
    {
        string word = Word();
        return word[0] == '@' ? new(int.Parse(word.Substring(1), CultureInfo.InvariantCulture), Text()) : throw new FormatException($"'{word}' is no line");
    }

    private static IrType Type(string word)
    {
        if (word == IrType.Matrix.ToString()) return IrType.Matrix;
        string name = word.EndsWith("[]", StringComparison.Ordinal) ? word.Substring(0, word.Length - 2) : word;
        var scalar = name switch
        {
            "real" => IrType.Real,
            "int" => IrType.Integer,
            "bool" => IrType.Boolean,
            "distribution" => new IrType(Scalar.Distribution),
            _ => throw new FormatException($"there is no type '{word}'"),
        };
        return name == word ? scalar : scalar.ArrayOf;
    }

    private static T Enum<T>(string word)
        where T : struct =>
        System.Enum.TryParse(word, out T value) ? value : throw new FormatException($"'{word}' is no {typeof(T).Name}");

    private string Word() => _words.Count > 0 ? _words.Dequeue() : throw new FormatException("a word is missing");

    /// <summary>The next word; empty at the end of the line.</summary>
    private string Peek() => _words.Count > 0 ? _words.Peek() : "";

    private string Text()
    {
        string word = Word();
        if (word[0] != '"') throw new FormatException($"'{word}' is no quoted text");
        var text = new StringBuilder();
        for (int i = 1; i < word.Length - 1; i++)
        {
            bool isEscaped = word[i] == '\\';
            if (isEscaped) i++;
            text.Append(isEscaped && word[i] == 'n' ? '\n' : word[i]);
        }

        return text.ToString();
    }

    private void Expect(string word)
    {
        string actual = Word();
        if (actual != word) throw new FormatException($"'{word}' expected, '{actual}' found");
    }

    private void Next()
    {
        if (_words.Count > 0) throw new FormatException($"'{Peek()}' is left over");
        Advance(_line + 1);
    }

    private void Advance(int line)
    {
        _line = line;
        if (line < _lines.Length) _words = new(Words(_lines[line].Text));
    }

    private static IEnumerable<string> Words(string line)
    {
        for (int start = 0; start < line.Length;)
        {
            if (line[start] == ' ')
            {
                start++;
                continue;
            }

            int end = start;
            bool quoted = line[start] == '"';
            do
            {
                if (line[end] == '\\') end++;
                end++;
            }
            while (end < line.Length && (quoted ? line[end] != '"' : line[end] != ' '));
            if (quoted) end++;
            if (end > line.Length) throw new FormatException("a quoted text does not end");
            yield return line.Substring(start, end - start);
            start = end;
        }
    }
}
