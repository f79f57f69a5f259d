using System.Collections.Immutable;
using System.Globalization;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>Makes programs at random: sites at the top and in plates, each of which may read whatever stands before it.</summary>
internal sealed class ProgramGenerator
{
    private readonly Random _random;
    private readonly Scope _scope;
    private readonly ExpressionGenerator _expressions;
    private readonly MethodGenerator _methods;
    private readonly bool _leavesOut;

    private ProgramGenerator(ulong seed)
    {
        _random = new Random(unchecked((int)((seed * 0x9E3779B97F4A7C15) >> 33)));
        _scope = new Scope([.. Extents()]);
        _methods = new MethodGenerator(_random);
        _expressions = new ExpressionGenerator(_random, _scope, _methods);
        _leavesOut = _random.Next(3) == 0;
    }

    /// <summary>The program of a seed; the same in each run.</summary>
    public static RandomProgram Make(string name, ulong seed)
    {
        var generator = new ProgramGenerator(seed);
        var body = generator.Body();
        return new(name, seed, body, generator._methods.Made, generator.Sizes());
    }

    private IEnumerable<Extent> Extents()
    {
        for (int i = 0; i <= _random.Next(3); i++) yield return new($"n{i}", _random.Next(3) == 0);
    }

    /// <summary>Sizes around those of vectors: one lane, a full block, and one more. Only one is large, so that no table is.</summary>
    private ImmutableDictionary<string, int> Sizes()
    {
        int[] small = [1, 2, 3, 3, 4, 5], large = [7, 8, 9, 12, 16, 17];
        return _scope.Extents.Select((extent, i) => (extent.Name, Sizes: i == 0 && _random.Next(2) == 0 ? large : small))
            .ToImmutableDictionary(item => item.Name, item => item.Sizes[_random.Next(item.Sizes.Length)]);
    }

    private ImmutableArray<Statement> Body()
    {
        var body = ImmutableArray.CreateBuilder<Statement>();
        body.Add(Site(isLatent: true));
        AddStatements(body, 2 + _random.Next(6));
        body.AddRange(Plate());
        return body.ToImmutable();
    }

    private void AddStatements(ImmutableArray<Statement>.Builder block, int count)
    {
        for (int i = 0; i < count; i++)
        {
            switch (_random.Next(14))
            {
                case < 3 when _scope.Depth == 0:
                case < 1 when _scope.Depth < 2:
                    block.AddRange(Plate());
                    break;
                case 3 when _scope.Depth < 2:
                    block.Add(Series());
                    break;
                case 4:
                    block.Add(new FactorTerm(_expressions.Of(Kind.Tame, 3)));
                    break;
                case 5 when _scope.Changeable.Count > 0:
                    block.Add(Change());
                    break;
                default:
                    block.Add(Assignment());
                    break;
            }
        }
    }

    /// <summary>A plate; sometimes with a sum over it, whose declaration then stands before.</summary>
    private IEnumerable<Statement> Plate()
    {
        var extent = AnyExtent();
        var index = Variable.Scalar(_scope.NewName("i"), Kind.IndexOf(extent));
        var total = _random.Next(4) == 0 ? new Assign(Variable.Scalar(_scope.NewName("v"), Kind.Real), [], Role.Plain, _expressions.Of(Kind.Tame, 1)) : null;
        var body = ImmutableArray.CreateBuilder<Statement>();
        using (_scope.Enter(index, extent))
        {
            AddStatements(body, 1 + _random.Next(5));
            if (total is not null) body.Add(new Update(total.Target, "+=", _expressions.Of(Kind.Real, 2)));
        }

        if (total is not null) yield return total;
        yield return new PlateLoop(index, extent, body.ToImmutable());
        if (total is not null) _scope.AddScalar(total.Target);
    }

    /// <summary>A loop in order, over one array or two that read each other's earlier elements.</summary>
    private SeriesLoop Series()
    {
        var extent = AnyExtent();
        var index = Variable.Scalar(_scope.NewName("t"), Kind.IndexOf(extent));
        var outside = _scope.Indices;
        var arrays = Enumerable.Range(0, 1 + _random.Next(2)).Select(_ =>
        {
            var (role, density) = SeriesRole();
            var target = new Variable(_scope.NewName(Prefix(role)), density?.Result ?? Kind.Tame, [.. _scope.Loops, extent]);
            return (target, role, density);
        }).ToList();
        var first = arrays.Select(array => new Assign(array.target, [.. outside, "0"], array.role, Element(array.density))).ToImmutableArray();
        var body = ImmutableArray.CreateBuilder<Assign>();
        using (_scope.Enter(index, extent))
        {
            foreach (var (target, role, _) in arrays.Where(array => array.role != Role.LeftOut))
            {
                var own = _scope.OwnIndices(target.Over.Length);
                own[^1] = new(own[^1].Kind, "{0} - 1", [own[^1]]);
                _scope.AddArray(target, target.At(own));
            }

            foreach (var (target, role, density) in arrays)
            {
                body.Add(new Assign(target, _scope.Indices, role, Element(density)));
                if (role != Role.LeftOut) _scope.AddArray(target, target.At(_scope.OwnIndices(target.Over.Length)));
            }
        }

        return new(index, extent, first, body.ToImmutable());

        Expression Element(Production? density) => density is null ? _expressions.Of(Kind.Tame, 3) : Density(density);
    }

    private (Role Role, Production? Density) SeriesRole() => _random.Next(4) switch
    {
        0 => (Role.Plain, null),
        1 => (Role.Derived, null),
        2 => (Role.Latent, Any(Production.Latents)),
        _ => (ObservableRole(), Any(Production.Observables)),
    };

    /// <summary>A change of a local, sometimes under a condition.</summary>
    private Statement Change()
    {
        if (_random.Next(3) == 0) return Set();
        return new Branch(_expressions.Of(Kind.Condition, 2), [Set()], _random.Next(2) == 0 ? [] : [Set()]);

        Update Set()
        {
            var local = _scope.Changeable[_random.Next(_scope.Changeable.Count)];
            bool isSum = local.Kind == Kind.Real && _random.Next(2) == 0;
            return new(local, isSum ? "+=" : "=", _expressions.Of(local.Kind, 3));
        }
    }

    private Assign Assignment() => _random.Next(10) switch
    {
        < 4 => Site(isLatent: true),
        < 7 => Site(isLatent: false),
        7 => Value(Role.Derived, Kind.Real),
        8 when _scope.Depth > 0 => Value(Role.Plain, Kind.IndexOf(AnyExtent())),
        _ => Value(Role.Plain, new[] { Kind.Real, Kind.Tame, Kind.Positive, Kind.Moderate }[_random.Next(4)]),
    };

    private Assign Site(bool isLatent)
    {
        var density = Any(isLatent ? Production.Latents : Production.Observables);
        return Named(isLatent ? Role.Latent : ObservableRole(), density.Result, Density(density));
    }

    private Expression Density(Production density) => _expressions.Of(density, 3) with { Kind = Kind.Over(density.Result) };

    private Role ObservableRole() => _leavesOut && _random.Next(2) == 0 ? Role.LeftOut : Role.Given;

    private Assign Value(Role role, Kind kind) => Named(role, kind, _expressions.Of(kind, 4));

    /// <summary>Gives a value a name: a local, or in loops perhaps an element of an array, which may be one for each iteration of the outer loop.</summary>
    private Assign Named(Role role, Kind kind, Expression value)
    {
        bool isObservable = role is Role.Given or Role.LeftOut;
        int rank = isObservable ? _scope.Depth : kind.Into is not null ? 0 : _random.Next(_scope.Depth + 1);
        var target = new Variable(_scope.NewName(Prefix(role)), kind, [.. _scope.Loops.TakeLast(rank)]);
        if (role != Role.LeftOut)
        {
            if (rank == 0) _scope.AddScalar(target, isChangeable: role == Role.Plain && kind.Type == "double");
            else _scope.AddArray(target, target.At(_scope.OwnIndices(rank)));
        }

        return new(target, [.. _scope.Indices.TakeLast(rank)], role, value);
    }

    private Extent AnyExtent() => _scope.Extents[_random.Next(_scope.Extents.Length)];

    private Production Any(IReadOnlyList<Production> productions) => productions[_random.Next(productions.Count)];

    private static string Prefix(Role role) => role switch
    {
        Role.Plain => "v",
        Role.Derived => "d",
        Role.Latent => "z",
        _ => "y",
    };
}

/// <summary>Makes helper methods: expressions of their parameters, with locals.</summary>
internal sealed class MethodGenerator(Random random)
{
    private readonly List<Method> _made = [];

    public ImmutableArray<Method> Made => [.. _made];

    /// <summary>A method whose result is of a kind: a new one, or one that was made before.</summary>
    public Method Of(Kind result)
    {
        var known = _made.Where(method => method.Result.Kind == result).ToList();
        if (known.Count > 0 && random.Next(2) == 0) return known[random.Next(known.Count)];

        var scope = new Scope([]);
        Kind[] kinds = [Kind.Real, Kind.Tame, Kind.Positive, Kind.Moderate];
        var parameters = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Variable.Scalar(scope.NewName("p"), kinds[random.Next(kinds.Length)])).ToImmutableArray();
        foreach (var parameter in parameters) scope.AddScalar(parameter);
        var expressions = new ExpressionGenerator(random, scope, this);
        var body = ImmutableArray.CreateBuilder<Statement>();
        for (int i = random.Next(3); i > 0; i--)
        {
            var local = Variable.Scalar(scope.NewName("v"), kinds[random.Next(kinds.Length)]);
            body.Add(new Assign(local, [], Role.Plain, expressions.Of(local.Kind, 2)));
            scope.AddScalar(local);
        }

        var value = expressions.Of(result, 3) with { Kind = result };
        var method = new Method("F" + _made.Count.ToString(CultureInfo.InvariantCulture), parameters, body.ToImmutable(), value);
        _made.Add(method);
        return method;
    }
}
