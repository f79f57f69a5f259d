using System.Collections.Immutable;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Takes an array out of a loop that fills it.</summary>
internal sealed class ThreadPassage
{
    private readonly Reading _reading;
    private readonly OpenLoop _loop;
    private readonly Thread _thread;
    private readonly Value _element;
    private readonly bool _isOwn;
    private readonly Box? _piece;
    private readonly ImmutableArray<EarlyRead> _reads = [];
    private readonly Known _known;

    /// <summary>Decides, at the end of the loop's body, what an iteration made of the array.</summary>
    public ThreadPassage(Reading reading, OpenLoop loop, Thread thread)
    {
        (_reading, _loop, _thread) = (reading, loop, thread);
        var storage = thread.Storage;
        var inside = reading.StateOf(storage);
        if (storage.Depth < loop.Depth && !storage.IsTrusted)
        {
            reading.Try(reading.Here!, () => reading.Loops.Filling.Resolve(storage, loop, inside.Filled, inside.Reads), out _reads);
            if (_reads.IsDefault) _reads = [];
            if (inside.Filled is { } piece) reading.Try(reading.Here!, () => reading.Loops.Filling.Spread(storage, loop, piece), out _piece);
        }
        else if (storage.Depth == loop.Depth)
        {
            reading.Try(reading.Here!, () => Finish(reading, storage));
        }

        _isOwn = IsOwn(inside);
        if (_isOwn)
        {
            _element = inside.Pending[0].Value;
            _known = reading.Knowledge.Of(_element);
            return;
        }

        reading.Elements.Flush(storage);
        _element = reading.StateOf(storage).Form!.Value;
        bool isReadEarly = storage.IsTrusted || !inside.Reads.IsEmpty;
        _known = isReadEarly ? reading.Knowledge.Of(thread.Inside) : KnownWithout(_element);
    }

    /// <summary>How the loop hands the array out; stands after the loop's body.</summary>
    public Yield Leave()
    {
        var storage = _thread.Storage;
        _reading.Store(storage, _thread.Before);
        var filled = _thread.Before.Filled;
        if (_piece is { } piece) _reading.Try(_reading.Here!, () => Add(storage, piece), out filled);
        var result = _reading.Builder.Fresh(storage.Element.ArrayOf);
        _reading.Knowledge.Learn(result, _known);
        Yield yield;
        if (_isOwn)
        {
            yield = new(YieldKind.Array, result, _element, Name: storage.Name);
            _reading.Rules.RequireLength(storage.Sizes[0], _loop.Size, storage.Name, _loop.Words, _loop.Source);
        }
        else
        {
            _reading.Elements.Flush(storage);
            var into = _reading.StateOf(storage).Form ?? _reading.Elements.Blank(storage);
            yield = new(YieldKind.Thread, result, _element, Name: storage.Name, Into: into, Inside: _thread.Inside);
        }

        bool isOut = _reading.Nest.Depth == storage.Depth;
        if (isOut)
            foreach (var read in _reads) _reading.Report(DiagnosticInfo.At(Descriptors.UnassignedElement, read.Use.Syntax.GetLocation(), read.Use.Syntax.ToString(), storage.Name));
        _reading.Store(storage, new(result, [], filled, null, isOut ? [] : _thread.Before.Reads.AddRange(_reads)));
        return yield;
    }

    /// <summary>What must hold of an array when nothing more is assigned to it.</summary>
    public static void Finish(Reading reading, Storage storage) => reading.Loops.Filling.RequireWhole(storage);

    private Box Add(Storage storage, Box piece)
    {
        if (_thread.Before.Filled is { } before) return _reading.Loops.Filling.Join(storage, before, piece);
        if (_reading.Nest.Depth == storage.Depth && !_isOwn) _reading.Loops.Filling.RequireStart(storage, piece);
        return piece;
    }

    /// <summary>Whether a plate makes the whole array, each iteration its own element: then the array is what the plate hands out.</summary>
    private bool IsOwn(StorageState inside) =>
        _loop is { IsPlate: true, Outer: null }
        && _thread.Storage is { Depth: 0, Sizes.Count: 1, Offsets: null }
        && _thread.Before.Form is null && _thread.Before.Pending.IsEmpty
        && inside.Form == _thread.Inside && inside.Reads.IsEmpty
        && inside.Pending.Length == 1 && inside.Pending[0].At == _loop.Index;

    /// <summary>What decides the elements that were put, apart from those that were there before.</summary>
    private Known KnownWithout(Value form)
    {
        var known = Known.Inputs;
        while (form != _thread.Inside && _reading.Builder.DefinitionOf(form) is { } define && define.Op == Operations.Put)
        {
            var value = _reading.Knowledge.Of(define.Arguments[2]);
            known = value > known ? value : known;
            form = define.Arguments[0];
        }

        var rest = form == _thread.Inside ? Known.Inputs : _reading.Knowledge.Of(form);
        return rest > known ? rest : known;
    }
}
