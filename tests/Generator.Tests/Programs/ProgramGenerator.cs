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

    /// <summary>Sizes around those of vectors: one lane, a full block, and one more.</summary>
    private ImmutableDictionary<string, int> Sizes()
    {
        int[] sizes = [1, 2, 3, 3, 4, 5, 7, 8, 9, 12, 16, 17];
        return _scope.Extents.ToImmutableDictionary(extent => extent.Name, _ => sizes[_random.Next(sizes.Length)]);
    }

    private ImmutableArray<Statement> Body()
    {
        var body = ImmutableArray.CreateBuilder<Statement>();
        body.Add(Site(isLatent: true));
        int count = 2 + _random.Next(6);
        for (int i = 0; i < count; i++) body.Add(_random.Next(2) == 0 ? Plate() : Assignment());
        body.Add(Plate());
        return body.ToImmutable();
    }

    private PlateLoop Plate()
    {
        var extent = _scope.Extents[_random.Next(_scope.Extents.Length)];
        var index = Variable.Scalar(_scope.NewName("i"), Kind.IndexOf(extent));
        var body = ImmutableArray.CreateBuilder<Statement>();
        using (_scope.Enter(index, extent))
        {
            int count = 1 + _random.Next(5);
            for (int i = 0; i < count; i++) body.Add(Assignment());
        }

        return new(index, extent, body.ToImmutable());
    }

    private Assign Assignment() => _random.Next(10) switch
    {
        < 4 => Site(isLatent: true),
        < 7 => Site(isLatent: false),
        7 => Value(Role.Derived, Kind.Real),
        8 when _scope.IsInPlate => Value(Role.Plain, Kind.IndexOf(_scope.Extents[_random.Next(_scope.Extents.Length)])),
        _ => Value(Role.Plain, new[] { Kind.Real, Kind.Tame, Kind.Positive, Kind.Moderate }[_random.Next(4)]),
    };

    private Assign Site(bool isLatent)
    {
        var densities = isLatent ? Production.Latents : Production.Observables;
        var density = densities[_random.Next(densities.Count)];
        var value = _expressions.Of(density, 3) with { Kind = Kind.Over(density.Result) };
        return Named(isLatent ? Role.Latent : _leavesOut && _random.Next(2) == 0 ? Role.LeftOut : Role.Given, density.Result, value);
    }

    private Assign Value(Role role, Kind kind) => Named(role, kind, _expressions.Of(kind, 4));

    /// <summary>Gives a value a name: a local, or in a plate perhaps an array's element.</summary>
    private Assign Named(Role role, Kind kind, Expression value)
    {
        string prefix = role switch
        {
            Role.Plain => "v",
            Role.Derived => "d",
            Role.Latent => "z",
            _ => "y",
        };
        bool isArray = _scope.IsInPlate && kind.Into is null && (role is Role.Given or Role.LeftOut || _random.Next(2) == 0);
        var target = new Variable(_scope.NewName(prefix), kind, isArray ? _scope.Plates : []);
        if (role != Role.LeftOut) _scope.Add(target);
        return new(target, isArray ? _scope.Indices : [], role, value);
    }
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
        foreach (var parameter in parameters) scope.Add(parameter);
        var expressions = new ExpressionGenerator(random, scope, this);
        var body = ImmutableArray.CreateBuilder<Statement>();
        for (int i = random.Next(3); i > 0; i--)
        {
            var local = Variable.Scalar(scope.NewName("v"), kinds[random.Next(kinds.Length)]);
            body.Add(new Assign(local, [], Role.Plain, expressions.Of(local.Kind, 2)));
            scope.Add(local);
        }

        var value = expressions.Of(result, 3) with { Kind = result };
        var method = new Method("F" + _made.Count.ToString(CultureInfo.InvariantCulture), parameters, body.ToImmutable(), value);
        _made.Add(method);
        return method;
    }
}
