using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Makes a plain distribution of one that is made of others: <c>Truncated(Normal(…), …)</c>.</summary>
/// <remarks>
/// The parameters of the others take the place of the parameters that they are, under names such as <c>inner.sd</c>, and calls of their
/// members become the members' bodies. Thus no later part of the compiler knows that distributions can be made of others.
/// </remarks>
internal static class MadeDistribution
{
    /// <param name="parts">The distributions that the parameters of that kind are, in order.</param>
    public static Distribution Of(Distribution whole, IReadOnlyList<Distribution> parts)
    {
        var names = whole.Parameters.Where(IsPart).Select(parameter => parameter.Name).ToList();
        var byName = names.Zip(parts, (name, part) => (name, part)).ToDictionary(pair => pair.name, pair => pair.part);
        var parameters = whole.Parameters.SelectMany(parameter => IsPart(parameter) ? Renamed(byName[parameter.Name], parameter.Name) : [parameter]).ToSequence();
        var support = whole.Support.Constraint.Kind switch
        {
            ConstraintKind.Same => Renamed(byName[whole.Support.Constraint.Low.Immediate.Symbol!].Support.Constraint, whole.Support.Constraint.Low.Immediate.Symbol!),
            ConstraintKind.Reading => whole.Support.Constraint,
            _ => parts.Aggregate(whole.Support.Constraint, Cut),
        };

        // Where the parts begin at 0 a bound below it would cut nothing: it must not lie there.
        bool beginsAtZero = support != whole.Support.Constraint || parts.Any(part => part.Support.Constraint.Kind is ConstraintKind.Positive or ConstraintKind.NonNegative);
        if (whole.Support.Constraint is { HasLow: true, Kind: not ConstraintKind.Same, Low.Immediate.Symbol: { } bound } && beginsAtZero)
            parameters = parameters.Select(parameter => parameter.Name == bound ? parameter with { Constraint = new(ConstraintKind.NonNegative) } : parameter).ToSequence();
        var linker = new Linker(whole, byName);
        return new(
            $"{whole.Name}<{string.Join(",", parts.Select(part => part.Name))}>",
            parameters,
            whole.Support with { Constraint = support, Type = byName.Values.First().Support.Type },
            linker.Link(whole.LogDensity, mustContain: support.Kind is not ConstraintKind.Reading && whole.Support.Constraint.Kind != ConstraintKind.Same));
    }

    /// <summary>What is left of a support where another distribution lives on a part of the line only.</summary>
    /// <exception cref="MissingMemberException">That depends on numbers that are not known yet.</exception>
    private static Constraint Cut(Constraint bounds, Distribution part) => part.Support.Constraint.Kind switch
    {
        ConstraintKind.None => bounds,
        ConstraintKind.Positive or ConstraintKind.NonNegative when bounds.Kind == ConstraintKind.LessThan => new(ConstraintKind.Inside, new(new Immediate(0)), bounds.High),
        ConstraintKind.Positive or ConstraintKind.NonNegative => bounds,
        _ => throw new MissingMemberException(part.ShortName, "support without bounds of its own"),
    };

    public static bool IsPart(Variable parameter) => parameter.Type.Scalar == Scalar.Distribution;

    private static IEnumerable<Variable> Renamed(Distribution part, string owner) =>
        part.Parameters.Select(parameter => parameter with { Name = $"{owner}.{parameter.Name}", Constraint = Renamed(parameter.Constraint, owner) });

    private static Constraint Renamed(Constraint constraint, string owner) =>
        constraint with { Low = Renamed(constraint.Low, owner), High = Renamed(constraint.High, owner) };

    private static Operand Renamed(Operand operand, string owner) =>
        operand.Immediate.Symbol is { } name ? new(new Immediate(0, $"{owner}.{name}")) : operand;

    /// <summary>Puts the members of the parts in the place of their calls.</summary>
    private sealed class Linker(Distribution whole, IReadOnlyDictionary<string, Distribution> parts) : Rewriter
    {
        private readonly Dictionary<string, Value[]> _arguments = [];

        /// <param name="mustContain">Whether a value off the support of a part has no density.</param>
        public Function Link(Function function, bool mustContain)
        {
            var values = new List<Value>();
            int sizes = function.Parameters.Count - whole.Parameters.Count(parameter => !IsPart(parameter));
            int next = 0;
            Value Fresh(IrType type)
            {
                var value = Builder.Fresh(type);
                values.Add(value);
                return value;
            }

            void Own() => Bind(function.Parameters[next], Fresh(function.Parameters[next++].Type));
            while (next < sizes) Own();
            foreach (var parameter in whole.Parameters)
            {
                if (IsPart(parameter)) _arguments[parameter.Name] = [.. parts[parameter.Name].Parameters.Select(inner => Fresh(inner.Type))];
                else Own();
            }

            Rewrite(function.Body);
            var result = Map(function.Result);
            if (mustContain)
            {
                var inside = parts.Keys.Select(part => Contains(part, values[0])).OfType<Term>().ToList();
                foreach (var condition in inside) result = Term.Select(condition, new Term(Builder, result), double.NegativeInfinity).In(Builder);
            }

            return new(function.Name, values.ToSequence(), Builder.Finish(), result);
        }

        protected override void Rewrite(Statement statement)
        {
            if (statement is not Call call)
            {
                base.Rewrite(statement);
                return;
            }

            var (part, member) = (call.Function.Split('.')[0], call.Function.Split('.')[1]);
            var arguments = Map(call.Arguments);
            if (member == "Contains")
            {
                Bind(call.Result, (Contains(part, arguments[0]) ?? new Term(Builder, Builder.Boolean(true))).In(Builder));
                return;
            }

            var function = member == "LogDensity" ? parts[part].LogDensity : parts[part].Members.FirstOrDefault(candidate => candidate.Name == member);
            if (function is null) throw new MissingMemberException(parts[part].ShortName, member);
            Bind(call.Result, Inline(function, [.. arguments, .. _arguments[part]]));
        }

        /// <summary>Whether a value lies where a part has a density; null where that is everywhere.</summary>
        private Term? Contains(string part, Value value)
        {
            var constraint = parts[part].Support.Constraint;
            var x = new Term(Builder, value.Type == IrType.Integer ? Builder.Add(Operations.ToReal, value) : value);
            Term Bound(Operand operand) => operand.Immediate.Symbol is { } name
                ? new Term(Builder, _arguments[part][parts[part].Parameters.Select(parameter => parameter.Name).ToList().IndexOf(name)])
                : operand.Immediate.Number;
            return constraint.Kind switch
            {
                ConstraintKind.None or ConstraintKind.Reading => (Term?)null,
                ConstraintKind.Positive => x > 0,
                ConstraintKind.NonNegative => x >= 0,
                ConstraintKind.GreaterThan => x > Bound(constraint.Low),
                ConstraintKind.LessThan => x < Bound(constraint.High),
                ConstraintKind.Inside => (x > Bound(constraint.Low)) & (x < Bound(constraint.High)),
                _ => (x >= Bound(constraint.Low)) & (x <= Bound(constraint.High)),
            };
        }
    }
}

/// <summary>A distribution lacks what another asks of it.</summary>
internal sealed class MissingMemberException(string distribution, string member) : Exception
{
    public string Distribution => distribution;

    public string Member => member;
}
