using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads what makes one number of many: sums, products of vectors, greatest elements.</summary>
internal sealed class ReductionReader(Reading reading)
{
    private Builder Builder => reading.Builder;

    /// <summary>Null for words that reduce nothing.</summary>
    public Content? Read(IInvocationOperation call)
    {
        string name = call.TargetMethod.Name;
        if (name is not ("Sum" or "Mean" or "Max" or "LogSumExp" or "Dot" or "At")) return null;
        if (name == "Max" && call.Arguments.Length == 2 && call.Arguments[0].Parameter!.Type is not Microsoft.CodeAnalysis.IArrayTypeSymbol) return null;
        var vectors = Vectors(call);
        var first = vectors[0];
        if (name == "At") return new FormulaArray(first.Element, vectors[1].Length, index => Gather(call, first, vectors[1].At(index)), vectors[1].Name);
        var result = name switch
        {
            "Sum" => Sum(call, first.Length, first.At),
            "Mean" => Builder.Add(Operations.Divide, Sum(call, first.Length, first.At), Builder.Add(Operations.ToReal, first.Length)),
            "Max" => Reduce(call, YieldKind.Max, first.Length, first.At),
            "LogSumExp" => LogSumExp(call, first),
            _ => Dot(call, first, vectors[1]),
        };
        return new ScalarContent(result);
    }

    private Value Dot(IInvocationOperation call, FormulaArray a, FormulaArray b)
    {
        reading.Rules.RequireLength(b, a.Length, call, reading.Quote(call).Text);
        return Sum(call, a.Length, index => Builder.Add(Operations.Multiply, a.At(index), b.At(index)));
    }

    /// <summary>m + log Σ exp(x − m) with the greatest element m: no term overflows.</summary>
    private Value LogSumExp(IInvocationOperation call, FormulaArray x)
    {
        var greatest = Reduce(call, YieldKind.Max, x.Length, x.At);
        var sum = Sum(call, x.Length, index => Builder.Add(Operations.Exp, Builder.Add(Operations.Subtract, x.At(index), greatest)));
        return Builder.Add(Operations.Add, greatest, Builder.Add(Operations.Log, sum));
    }

    private Value Sum(IInvocationOperation call, Value length, Func<Value, Value> element) => Reduce(call, YieldKind.Sum, length, element);

    private Value Reduce(IInvocationOperation call, YieldKind kind, Value length, Func<Value, Value> element)
    {
        var extent = reading.Guards.OrNone(length);
        var index = Builder.OpenLoop();
        reading.Knowledge.Learn(index, Known.Inputs);
        var loop = new OpenLoop(LoopKind.For, index, extent, reading.Nest.Innermost, reading.Quote(call), Quotation.OneLine(call)) { Size = length };
        reading.Nest.Open(loop);
        var summand = element(index);
        var body = Builder.CloseLoop();
        reading.Nest.Close();
        var result = Builder.Fresh(IrType.Real);
        reading.Knowledge.Learn(result, reading.Knowledge.Of(summand));
        Builder.Append(new Loop(index, extent, body, Sequence.Of(new Yield(kind, result, summand)), loop.Source));
        return result;
    }

    private Value Gather(IInvocationOperation call, FormulaArray array, Value index) =>
        array.At(reading.Rules.RequireIndex(index, reading.Proofs.LinearOf(array.Length), array.Name ?? Quotation.OneLine(call), call));

    /// <summary>The arguments as vectors: an array, or a table with the number of its row.</summary>
    private List<FormulaArray> Vectors(IInvocationOperation call)
    {
        var arguments = CallReader.ArgumentsOf(call).ToList();
        var vectors = new List<FormulaArray>();
        for (int i = 0; i < arguments.Count; i++)
        {
            if (reading.Expressions.Read(arguments[i]) is not ArrayContent array) throw reading.Unsupported(arguments[i], "an array is needed here");
            reading.Elements.RequireWhole(array, arguments[i]);
            if (array is StoredArray { Sizes.Count: 2 } table && i + 1 < arguments.Count)
            {
                var row = reading.Expressions.ReadInteger(arguments[++i]);
                var harmless = reading.Rules.RequireIndex(row, reading.Proofs.LinearOf(table.Sizes[0]), table.Storage.Name, arguments[i]);
                vectors.Add(new(table.Element, table.Sizes[1], column => reading.Elements.Load(table, reading.Elements.Flat(table, [harmless, column])), table.Name));
            }
            else
            {
                if (ArrayReader.IsNoVector(array)) throw reading.Unsupported(arguments[i], "a one-dimensional array is needed here");
                vectors.Add(new(array.Element, array.Sizes[0], index => reading.Arrays.ElementOf(array, index), array.Name));
            }
        }

        return vectors;
    }
}
