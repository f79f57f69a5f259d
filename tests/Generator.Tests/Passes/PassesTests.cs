using ProbModels.Generator.Ir;
using ProbModels.Generator.Passes;

namespace ProbModels.Generator.Tests;

/// <summary>What passes must not change: on random kernels, what a kernel means before a pass is what it means afterwards.</summary>
public class PassesTests
{
    private static readonly Dictionary<string, Func<Kernel, Kernel>> Passes = new()
    {
        ["Simplify"] = Simplify.Run,
        ["EliminateDead"] = EliminateDead.Run,
        ["FuseLoops"] = kernel => FuseLoops.Run(Simplify.Run(kernel)),
        ["HoistInvariants"] = kernel => HoistInvariants.Run(Simplify.Run(kernel)),
        ["CollectConstants"] = kernel => CollectConstants.Run(Simplify.Run(kernel)),
        ["FuseMultiplyAdds"] = kernel => FuseMultiplyAdds.Run(Simplify.Run(kernel)),
        ["MoveThroughGathers"] = kernel => MoveThroughGathers.Run(Simplify.Run(kernel)),
        ["TakeReciprocals"] = kernel => TakeReciprocals.Run(Simplify.Run(kernel)),
        ["ReducePowers"] = kernel => ReducePowers.Run(Simplify.Run(kernel)),
        ["InvertExponentials"] = kernel => InvertExponentials.Run(Simplify.Run(kernel)),
        ["JoinLogarithms"] = kernel => JoinLogarithms.Run(Simplify.Run(kernel)),
        ["CutIntoSteps"] = kernel => CutIntoSteps.Run(Schedule.Run(Simplify.Run(kernel))),
        ["Schedule"] = Schedule.Run,
        ["DistributeLoops"] = kernel => DistributeLoops.Run(Simplify.Run(kernel)),
        ["FormArrays"] = kernel => FormArrays.Run(Simplify.Run(kernel)),
        ["FormArrays after DistributeLoops"] = kernel => FormArrays.Run(DistributeLoops.Run(Simplify.Run(kernel))),
        ["ForwardCopies"] = kernel => ForwardCopies.Run(Simplify.Run(kernel)),
        ["RecogniseProducts"] = kernel => RecogniseProducts.Run(Simplify.Run(kernel)),
        ["CondenseSquares"] = kernel => CondenseSquares.Run(Simplify.Run(kernel)) ?? kernel,
        ["Differentiate"] = kernel => Differentiate.Run(Simplify.Run(kernel)),
        ["every pass after Differentiate"] = Optimise,
    };

    public static TheoryData<string> PassNames => new(Passes.Keys);

    [Theory]
    [MemberData(nameof(PassNames))]
    public void A_pass_preserves_outputs_and_rules(string name) => RandomKernel.Check((kernel, leaves) =>
    {
        Verifier.Verify(kernel);
        var after = Passes[name](kernel);
        Verifier.Verify(after);
        AreTheSame(Interpreter.Evaluate(kernel, leaves), Interpreter.Evaluate(after, leaves));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_gradient_equals_differences(bool isOptimised) => RandomKernel.Check((kernel, leaves) =>
    {
        var gradient = isOptimised ? Optimise(kernel) : Differentiate.Run(Simplify.Run(kernel));
        var evaluation = Interpreter.Evaluate(gradient, leaves);
        if (!evaluation.IsSound) return;
        foreach (string symbol in leaves.Symbols(Operations.Position).Where(symbol => evaluation.Outputs.ContainsKey((OutputKind.Gradient, symbol))))
        {
            object output = evaluation.Outputs[(OutputKind.Gradient, symbol)];
            Number[] partials = output is Number number ? [number] : (Number[])output;
            for (int i = 0; i < partials.Length; i++)
            {
                var (difference, uncertainty) = Difference(kernel, leaves, symbol, i);
                if (!double.IsFinite(uncertainty)) continue;
                double tolerance = 1e-6 * Math.Max(1, Math.Abs(difference)) + uncertainty + partials[i].Error;
                Assert.True(Math.Abs(partials[i].Value - difference) <= tolerance, $"∂/∂{symbol}[{i}] is {partials[i]}; differences give {difference:R} ± {uncertainty:E1}");
            }
        }
    });

    [Fact]
    public void Every_part_of_the_position_has_a_gradient() => RandomKernel.Check((kernel, _) =>
    {
        var positions = kernel.Body.OfType<Define>().Where(define => define.Op == Operations.Position).Select(define => define.Immediate.Symbol!);
        var gradients = Differentiate.Run(kernel).Outputs.Where(output => output.Kind == OutputKind.Gradient).Select(output => output.Symbol);
        Assert.Equal(positions.Order(), gradients.Order());
    });

    [Fact]
    public void Two_programs_by_time_do_together_what_one_did() => RandomKernel.Check((kernel, leaves) =>
    {
        var whole = Optimise(kernel);
        var (bind, evaluate) = AssignTimes.Run(whole, new BoundNames());
        Verifier.Verify(bind);
        Verifier.Verify(evaluate);
        Assert.DoesNotContain(Leaves(bind.Body), leaf => leaf.Op == Operations.Position);
        Assert.All(Leaves(evaluate.Body), leaf => Assert.True(leaf.Op == Operations.Position || leaf.Op == Operations.Bound || leaf.Op == Operations.Blank || leaf.Op == Operations.Zeros));

        // Joining keeps one of several values that are computed alike.
        var early = Interpreter.Evaluate(AssignTimes.Join("bound", [bind]), leaves);
        var late = Interpreter.Evaluate(Schedule.Run(evaluate), leaves.With(Operations.Bound, early.Outputs.Select(output => (output.Key.Symbol, output.Value))));
        var joined = new Evaluation(late.Outputs, [.. early.Broken, .. late.Broken], early.IsDecided && late.IsDecided);
        AreTheSame(Interpreter.Evaluate(whole, leaves), joined);
    });

    [Fact]
    public void Rows_in_another_order_give_the_same() => RandomKernel.Check((kernel, leaves) =>
    {
        var whole = Optimise(kernel);
        var names = new BoundNames();
        var (bind, evaluate) = AssignTimes.Run(whole, names);
        var (sortedBind, sorted) = SortRows.Run(AssignTimes.Join("bound", [bind]), [evaluate], [], names);
        Verifier.Verify(sortedBind);
        Verifier.Verify(sorted[0]);
        var early = Interpreter.Evaluate(sortedBind, leaves);
        var late = Interpreter.Evaluate(Schedule.Run(sorted[0]), leaves.With(Operations.Bound, early.Outputs.Select(output => (output.Key.Symbol, output.Value))));
        AreTheSame(Interpreter.Evaluate(whole, leaves), new Evaluation(late.Outputs, [.. early.Broken, .. late.Broken], early.IsDecided && late.IsDecided));
    });

    [Fact]
    public void Joined_bind_kernels_give_what_each_of_them_gave() => RandomKernel.Check((kernel, leaves) =>
    {
        var names = new BoundNames();
        var value = AssignTimes.Run(HoistInvariants.Run(FuseLoops.Run(Simplify.Run(kernel))), names).Bind;
        var gradient = AssignTimes.Run(Optimise(kernel), names).Bind;
        var joined = AssignTimes.Join("joined", [value, gradient]);
        Verifier.Verify(joined);
        var (a, b) = (Interpreter.Evaluate(AssignTimes.Join("value", [value]), leaves), Interpreter.Evaluate(AssignTimes.Join("gradient", [gradient]), leaves));
        var both = Interpreter.Evaluate(joined, leaves);
        Assert.Equal(a.Outputs.Keys.Concat(b.Outputs.Keys).Distinct().OrderBy(key => key.Symbol), both.Outputs.Keys.OrderBy(key => key.Symbol));
        AreTheSame(a, both with { Outputs = both.Outputs.Where(output => a.Outputs.ContainsKey(output.Key)).ToDictionary() });
        AreTheSame(b, both with { Outputs = both.Outputs.Where(output => b.Outputs.ContainsKey(output.Key)).ToDictionary() });

        var (check, rest) = SeparateChecks.Run(joined);
        Verifier.Verify(check);
        Verifier.Verify(rest);
        Assert.DoesNotContain(Leaves(check.Body), leaf => leaf.Op == Operations.Observed || leaf.Op == Operations.Given);
        var (early, late) = (Interpreter.Evaluate(check, leaves), Interpreter.Evaluate(rest, leaves));
        AreTheSame(both, late with { Broken = [.. early.Broken, .. late.Broken], IsDecided = early.IsDecided && late.IsDecided });
    });

    [Fact]
    public void Simplifying_twice_is_simplifying_once() => RandomKernel.Check((kernel, _) =>
    {
        var once = Simplify.Run(kernel);
        Assert.Equal(Renumbered(once), Renumbered(Simplify.Run(once)));
    });

    [Fact]
    public void Nothing_that_a_loop_does_not_need_is_left_in_it() => RandomKernel.Check((kernel, _) =>
    {
        foreach (var loop in Simplify.Run(kernel).Body.OfType<Loop>())
        {
            var inside = new HashSet<Value>(Uses.ReceivedBy(loop)) { loop.Index };
            foreach (var statement in loop.Body)
            {
                if (statement is Define define) Assert.Contains(define.Arguments, inside.Contains);
                inside.UnionWith(Uses.DefinedBy(statement));
            }
        }
    });

    [Fact]
    public void Nothing_is_defined_twice_in_a_block() => RandomKernel.Check((kernel, _) =>
    {
        var simplified = Simplify.Run(kernel);
        foreach (var block in simplified.Body.OfType<Loop>().Select(loop => loop.Body).Append(simplified.Body))
        {
            var meanings = block.OfType<Define>().Select(define => (define.Op, define.Arguments, define.Immediate)).ToList();
            Assert.Equal(meanings.Distinct().Count(), meanings.Count);
        }
    });

    [Fact]
    public void After_fusion_no_two_loops_that_could_be_one_are_left() => RandomKernel.Check((kernel, _) =>
    {
        var fused = FuseLoops.Run(Simplify.Run(kernel));
        Assert.Equal(Renumbered(fused), Renumbered(FuseLoops.Run(fused)));
        Assert.True(fused.Body.OfType<Loop>().Count() <= kernel.Body.OfType<Loop>().Count());
    });

    private static string Renumbered(Kernel kernel) => IrText.Renumbered(Printer.Print(kernel));

    private static Kernel Optimise(Kernel kernel)
    {
        var optimised = EliminateDead.Run(Simplify.Run(Differentiate.Run(Simplify.Run(kernel))));
        foreach (var pass in new Func<Kernel, Kernel>[] { FuseLoops.Run, HoistInvariants.Run, CollectConstants.Run, EliminateDead.Run, Schedule.Run })
        {
            optimised = pass(optimised);
            Verifier.Verify(optimised);
        }

        return optimised;
    }

    private static IEnumerable<Define> Leaves(Sequence<Statement> body) =>
        body.OfType<Define>().Where(define => define.Op.HasImmediate && define.Immediate.Symbol is not null);

    private static void AreTheSame(Evaluation before, Evaluation after)
    {
        if (!before.IsDecided || !after.IsDecided) return;
        Assert.Equal(before.Broken.Count > 0, after.Broken.Count > 0);
        if (!before.IsSound) return;
        var numbers = after.Numbers.ToDictionary(item => item.Name, item => item.Number);
        foreach (var (name, number) in before.Numbers)
            Assert.True(number.IsSameAs(numbers[name]), $"{name} was {number} and is {numbers[name]}");
    }

    /// <summary>Central differences of the log density, extrapolated twice, with what is uncertain about them.</summary>
    /// <remarks>
    /// A step that takes an operation across its kink or jump shows another function on the other side and is not used; where all do,
    /// the uncertainty is infinite.
    /// </remarks>
    private static (double Value, double Uncertainty) Difference(Kernel kernel, Leaves leaves, string symbol, int element)
    {
        Evaluation At(double step)
        {
            object moved = leaves[Operations.Position, symbol] switch
            {
                Number number => (Number)(number.Value + step),
                Number[] numbers => numbers.Select((number, i) => i == element ? (Number)(number.Value + step) : number).ToArray(),
                var other => other,
            };
            return Interpreter.Evaluate(kernel, leaves.With(Operations.Position, [(symbol, moved)]));
        }

        var best = (Value: 0.0, Uncertainty: double.PositiveInfinity);
        var sides = At(0).Sides;
        foreach (double h in new[] { 2e-2, 4e-3, 8e-4, 1.6e-4 })
        {
            double error = 0;
            bool isSmooth = true;
            double Central(double step)
            {
                var (above, below) = (At(step), At(-step));
                isSmooth &= above.Sides.SequenceEqual(sides) && below.Sides.SequenceEqual(sides);
                error = (above.LogDensity.Error + below.LogDensity.Error) / step;
                return (above.LogDensity.Value - below.LogDensity.Value) / (2 * step);
            }

            var (a, b, c) = (Central(h), Central(h / 2), Central(h / 4));
            double value = (16 * (4 * c - b) / 3 - (4 * b - a) / 3) / 15;
            double uncertainty = Math.Abs(value - (4 * c - b) / 3) + error;
            if (isSmooth && uncertainty < best.Uncertainty) best = (value, uncertainty);
        }

        return best;
    }
}
