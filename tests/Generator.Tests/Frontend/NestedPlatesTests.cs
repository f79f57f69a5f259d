namespace ProbModels.Generator.Tests;

/// <summary>Plates in plates, tables and arrays of arrays.</summary>
public class NestedPlatesTests
{
    [Fact]
    public void Inner_plates_may_have_a_size_of_their_own_in_each_group() => ReadModel.Is(
        """
        %0.xElements:real[] = input "x.Elements"
        %1:int = integer 0
        %2.xRows:int = input "x.Rows"
        %3.xColumns:int = input "x.Columns"
        %4.size:int[] = input "size"
        %5:int = length %4.size
        %6.zElements:real[] = input "z.Elements"
        %7.zOffsets:int[] = input "z.Offsets"
        %8.zGroups:int = input "z.Groups"
        %9:int = integer 1
        %10:real = constant 0
        %11:real = constant 1
        site beta Latent real %3.xColumns
        loop %12.k:int %3.xColumns
          sample beta at %12.k %13.beta:real Normal %10 %11
          yield Array %14.beta:real[] %13.beta
        end
        site mu Latent real %5
        %15:int = iadd %5 %9
        %16.offsets:int[] = blank "offsets1" %15
        %17:int[] = put %16.offsets %1 %1
        loop %18.g:int %5 Forward
          receive %19.offsets:int[] %17
          %20:int = load %19.offsets %18.g
          %21.size:int = load %4.size %18.g
          %22:int = iadd %20 %21.size
          %23:int = iadd %18.g %9
          %24:int[] = put %19.offsets %23 %22
          yield Thread %25.offsets:int[] %24
        end
        %26:int = load %25.offsets %5
        %27:bool = eq %8.zGroups %5
        require %27 %8.zGroups Length "" "z" "foreach (int g in Plate(size.Length))" %5
        site u Latent real %5 groups %25.offsets
        loop %28.g:int %5
          sample mu at %28.g %29.mu:real Normal %10 %11
          %30.size:int = load %4.size %28.g
          %31:bool = ge %30.size %1
          require %31 %30.size Size "" "the size of the Plate" "zero or greater"
          %32:int = load %25.offsets %28.g
          %33.zOffsets:int = load %7.zOffsets %28.g
          %34:int = iadd %28.g %9
          %35.zOffsets:int = load %7.zOffsets %34
          %36:int = isub %35.zOffsets %33.zOffsets
          loop %37.j:int %30.size
            %38:int = iadd %32 %37.j
            %39:bool = lt %37.j %36
            require %39 %37.j Index "" "z" "" %36
            %40:int = iadd %33.zOffsets %37.j
            %41.zElements:real = load %6.zElements %40
            %42:real = add %29.mu %41.zElements
            sample u at %38 %43.u:real Normal %42 %11
          end
        end
        site e Latent real %2.xRows
        loop %44.i:int %2.xRows
          %45:int = imul %44.i %3.xColumns
          loop %46.k:int %3.xColumns
            %47:int = iadd %45 %46.k
            %48.xElements:real = load %0.xElements %47
            %49:real = load %14.beta %46.k
            %50:real = mul %48.xElements %49
            yield Sum %51.s:real %50
          end
          sample e at %44.i %52.e:real Normal %51.s %11
        end
        """,
        ReadModel.Of(
            "double[,] x, int[] size, double[][] z",
            """
            var beta = new double[x.GetLength(1)];
            foreach (int k in Plate(beta.Length)) beta[k] = Sample(Normal(0, 1));
            foreach (int g in Plate(size.Length))
            {
                double mu = Sample(Normal(0, 1));
                foreach (int j in Plate(size[g]))
                {
                    double u = Sample(Normal(mu + z[g][j], 1));
                }
            }
            foreach (int i in Plate(x.GetLength(0)))
            {
                double s = 0;
                foreach (int k in Plate(x.GetLength(1))) s += x[i, k] * beta[k];
                double e = Sample(Normal(s, 1));
            }
            """));

    [Fact]
    public void Arrays_of_arrays_are_filled_row_by_row() => ReadModel.Is(
        """
        %0.n:int[] = input "n"
        %1:int = integer 0
        %2:int = length %0.n
        %3:int = integer 1
        %4:int = iadd %2 %3
        %5.offsets:int[] = blank "offsets1" %4
        %6:int[] = put %5.offsets %1 %1
        loop %7.g:int %2 Forward
          receive %8.offsets:int[] %6
          %9:int = load %8.offsets %7.g
          %10.n:int = load %0.n %7.g
          %11:int = iadd %9 %10.n
          %12:int = iadd %7.g %3
          %13:int[] = put %8.offsets %12 %11
          yield Thread %14.offsets:int[] %13
        end
        %15:int = load %14.offsets %2
        %16:real = constant 0
        %17:real = constant 1
        site m Latent real %2
        %18:int = integer 2
        %19:int = imul %2 %18
        site w Latent real %2 %18
        site y Observable real %2 groups %14.offsets
        %20.y:real[] = blank "y" %15
        %21.w:real[] = blank "w" %19
        loop %22.g:int %2
          receive %23.y:real[] %20.y
          receive %24.w:real[] %21.w
          %25.n:int = load %0.n %22.g
          %26:bool = ge %25.n %1
          require %26 %25.n Size "" "the length of y" "zero or greater"
          %27:int = load %14.offsets %22.g
          %28:int = iadd %22.g %3
          %29:int = load %14.offsets %28
          %30:int = isub %29 %27
          sample m at %22.g %31.m:real Normal %16 %17
          %32:int = imul %22.g %18
          loop %33.k:int %18
            receive %34.w:real[] %24.w
            %35:int = iadd %32 %33.k
            sample w at %35 %36.w:real Normal %31.m %17
            %37:real[] = put %34.w %35 %36.w
            yield Thread %38.w:real[] %37
          end
          %39:real = load %38.w %32
          %40:real = add %31.m %39
          loop %41.j:int %25.n
            receive %42.y:real[] %23.y
            %43:int = iadd %27 %41.j
            observe y at %43 %44.y:real Normal %40 %17
            %45:real[] = put %42.y %43 %44.y
            yield Thread %46.y:real[] %45
          end
          yield Thread %47.y:real[] %46.y
          yield Thread %48.w:real[] %38.w
        end
        """,
        ReadModel.Of(
            "int[] n",
            """
            var y = new double[n.Length][];
            foreach (int g in Plate(n.Length))
            {
                y[g] = new double[n[g]];
                double m = Sample(Normal(0, 1));
                var w = new double[2];
                foreach (int k in Plate(2)) w[k] = Sample(Normal(m, 1));
                foreach (int j in Plate(n[g])) y[g][j] = Sample(Normal(m + w[0], 1));
            }
            return y;
            """,
            returns: "double[][]"));
}
