using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Builds a loop whose steps hand numbers on and fill arrays: open it, say what a step does, close it.</summary>
/// <remarks>A number that goes from step to step is an array of its history, so that the way back finds every value of it.</remarks>
internal sealed class ForwardLoop(Builder builder, Value extent, string name)
{
    private readonly List<Thread> _threads = [];
    private readonly List<Value> _summands = [];

    /// <summary>The number of the current step; after the loop the number of steps.</summary>
    public Value Index { get; private set; }

    /// <summary>A number that each step receives and hands on; to be called before the loop is opened.</summary>
    /// <param name="symbol">Names its history; no two arrays share a name.</param>
    public Carried Carry(string symbol, Term initial)
    {
        var length = builder.Add(Operations.IndexAdd, extent, builder.Integer(1));
        var blank = builder.Leaf(Operations.Blank, IrType.Real.ArrayOf, symbol, symbol, length);
        return new(this, builder, Fill(builder.Add(Operations.Put, blank, builder.Integer(0), initial.In(builder))));
    }

    /// <summary>An array that the steps fill; to be called before the loop is opened.</summary>
    public Thread Fill(Value array)
    {
        var thread = new Thread(builder, array);
        _threads.Add(thread);
        return thread;
    }

    public void Open()
    {
        Index = builder.OpenLoop();
        foreach (var thread in _threads) thread.Enter();
    }

    /// <summary>Adds a number up over all steps.</summary>
    public void Sum(Term summand) => _summands.Add(summand.In(builder));

    /// <summary>Closes the loop.</summary>
    /// <returns>The sums, in the order in which they were asked for.</returns>
    public IReadOnlyList<Term> Close()
    {
        var body = builder.CloseLoop();
        var sums = _summands.Select(summand => new Yield(YieldKind.Sum, builder.Fresh(IrType.Real), summand)).ToList();
        var yields = _threads.Select(thread => thread.Leave()).Concat(sums).ToSequence();
        builder.Append(new Loop(Index, extent, body, yields, new(0, name), null, Order.Forward));
        Index = extent;
        return [.. sums.Select(sum => new Term(builder, sum.Result))];
    }

    /// <summary>An array that goes through the loop.</summary>
    internal sealed class Thread(Builder builder, Value array)
    {
        private Value _before, _inside;

        /// <summary>The array as it is now: before the loop, in a step, or after the loop.</summary>
        public Value Now { get; private set; } = array;

        public Term this[Value index] => new(builder, builder.Add(Operations.Load, Now, index));

        public void Put(Value index, Term value) => Now = builder.Add(Operations.Put, Now, index, value.In(builder));

        /// <summary>Goes on with a later form of the array: as an inner loop left it.</summary>
        public void Become(Value form) => Now = form;

        public void Enter()
        {
            _before = Now;
            Now = _inside = builder.Fresh(_before.Type);
        }

        public Yield Leave()
        {
            var element = Now;
            Now = builder.Fresh(_before.Type);
            return new(YieldKind.Thread, Now, element, Into: _before, Inside: _inside);
        }
    }

    /// <summary>A number that goes from step to step.</summary>
    internal sealed class Carried(ForwardLoop loop, Builder builder, Thread history)
    {
        /// <summary>In a step what it received, after the loop what the last step handed on.</summary>
        public Term Now => history[loop.Index];

        public void Next(Term value) => history.Put(builder.Add(Operations.IndexAdd, loop.Index, builder.Integer(1)), value);
    }
}
