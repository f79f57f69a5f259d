using System.Runtime.CompilerServices;
using V = System.Runtime.Intrinsics.Vector256<double>;
using X = System.Runtime.Intrinsics.Vector256;

namespace ProbModels;

/// <content>The same text for each width, but for the two aliases above.</content>
public sealed partial class PackedMatrix
{
    /// <inheritdoc cref="Multiply"/>
    [MethodImpl(Hot)]
    private static void Multiply256(ref double tile, int columns, ref double vector, int tiles, ref double products)
    {
        int size = Rows * columns, block = 0;
        for (; block <= tiles - 4; block += 4)
        {
            for (int part = 0; part < Rows; part += V.Count)
            {
                ref double first = ref Unsafe.Add(ref tile, (nint)block * size + part), second = ref Unsafe.Add(ref first, size);
                ref double third = ref Unsafe.Add(ref second, size), fourth = ref Unsafe.Add(ref third, size);
                V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
                for (int j = 0; j < columns; j++)
                {
                    V factor = X.Create(Unsafe.Add(ref vector, j));
                    nuint at = (nuint)(Rows * j);
                    a = X.FusedMultiplyAdd(X.LoadUnsafe(ref first, at), factor, a);
                    b = X.FusedMultiplyAdd(X.LoadUnsafe(ref second, at), factor, b);
                    c = X.FusedMultiplyAdd(X.LoadUnsafe(ref third, at), factor, c);
                    d = X.FusedMultiplyAdd(X.LoadUnsafe(ref fourth, at), factor, d);
                }

                ref double product = ref Unsafe.Add(ref products, Rows * block + part);
                X.StoreUnsafe(a, ref product);
                X.StoreUnsafe(b, ref product, Rows);
                X.StoreUnsafe(c, ref product, 2 * Rows);
                X.StoreUnsafe(d, ref product, 3 * Rows);
            }
        }

        for (; block < tiles; block++)
        {
            for (int part = 0; part < Rows; part += V.Count)
            {
                ref double first = ref Unsafe.Add(ref tile, (nint)block * size + part);
                V a = V.Zero;
                for (int j = 0; j < columns; j++) a = X.FusedMultiplyAdd(X.LoadUnsafe(ref first, (nuint)(Rows * j)), X.Create(Unsafe.Add(ref vector, j)), a);
                X.StoreUnsafe(a, ref Unsafe.Add(ref products, Rows * block + part));
            }
        }
    }

    /// <inheritdoc cref="AddRows"/>
    [MethodImpl(Hot)]
    private static void AddRows256(ref double tile, int columns, ref double weights, int tiles, ref double sums)
    {
        int size = Rows * columns, block = 0;
        for (; block <= tiles - 4; block += 4)
        {
            for (int part = 0; part < Rows; part += V.Count)
            {
                ref double first = ref Unsafe.Add(ref tile, (nint)block * size + part), second = ref Unsafe.Add(ref first, size);
                ref double third = ref Unsafe.Add(ref second, size), fourth = ref Unsafe.Add(ref third, size);
                ref double weight = ref Unsafe.Add(ref weights, Rows * block + part), sum = ref Unsafe.Add(ref sums, part);
                V a = X.LoadUnsafe(ref weight), b = X.LoadUnsafe(ref weight, Rows), c = X.LoadUnsafe(ref weight, 2 * Rows), d = X.LoadUnsafe(ref weight, 3 * Rows);
                for (int j = 0; j < columns; j++)
                {
                    nuint at = (nuint)(Rows * j);
                    V total = X.FusedMultiplyAdd(X.LoadUnsafe(ref first, at), a, X.LoadUnsafe(ref sum, at));
                    total = X.FusedMultiplyAdd(X.LoadUnsafe(ref second, at), b, total);
                    total = X.FusedMultiplyAdd(X.LoadUnsafe(ref third, at), c, total);
                    total = X.FusedMultiplyAdd(X.LoadUnsafe(ref fourth, at), d, total);
                    X.StoreUnsafe(total, ref sum, at);
                }
            }
        }

        for (; block < tiles; block++)
        {
            for (int part = 0; part < Rows; part += V.Count)
            {
                ref double first = ref Unsafe.Add(ref tile, (nint)block * size + part), sum = ref Unsafe.Add(ref sums, part);
                V a = X.LoadUnsafe(ref Unsafe.Add(ref weights, Rows * block + part));
                for (int j = 0; j < columns; j++)
                {
                    nuint at = (nuint)(Rows * j);
                    X.StoreUnsafe(X.FusedMultiplyAdd(X.LoadUnsafe(ref first, at), a, X.LoadUnsafe(ref sum, at)), ref sum, at);
                }
            }
        }
    }
}
