namespace ProbModels.Generator.Tests;

/// <summary>Reductions and arithmetic on arrays.</summary>
public class ArrayExpressionTests
{
    [Fact]
    public void Reductions_are_loops_with_sums_and_greatest_elements() => ReadModel.Is(
        """
        %0.x:real[] = input "x"
        %1:int = integer 0
        %2:int = length %0.x
        %3.e:real[] = input "e"
        %4:int = length %3.e
        %5.g:int[] = input "g"
        %6:int = length %5.g
        %7.dElements:real[] = input "d.Elements"
        %8.dRows:int = input "d.Rows"
        %9.dColumns:int = input "d.Columns"
        %10.k:int = input "k"
        %11:int = integer 1
        %12:real = constant 0
        %13:real = constant 1
        site beta Latent real %2
        loop %14.i:int %2
          sample beta at %14.i %15.beta:real Normal %12 %13
          yield Array %16.beta:real[] %15.beta
        end
        loop %17:int %2
          %18.x:real = load %0.x %17
          %19:real = load %16.beta %17
          %20:real = mul %18.x %19
          yield Sum %21:real %20
        end
        loop %22:int %2
          %23.x:real = load %0.x %22
          yield Sum %24:real %23.x
        end
        %25:real = real %2
        %26:real = div %24 %25
        loop %27:int %2
          %28:real = load %16.beta %27
          yield Max %29:real %28
        end
        loop %30:int %2
          %31:real = load %16.beta %30
          %32:real = sub %31 %29
          %33:real = exp %32
          yield Sum %34:real %33
        end
        %35:real = log %34
        %36:real = add %29 %35
        %37:real = add %26 %36
        loop %38:int %2
          %39.x:real = load %0.x %38
          yield Max %40:real %39.x
        end
        %41.m:real = add %37 %40
        %42:real = add %21 %41.m
        %43:bool = eq %2 %9.dColumns
        require %43 %2 Length "" "beta" "Dot(d, i, beta)" %9.dColumns
        site y Observable real %8.dRows
        loop %44.i:int %8.dRows
          %45:int = imul %44.i %9.dColumns
          loop %46:int %9.dColumns
            %47:int = iadd %45 %46
            %48.dElements:real = load %7.dElements %47
            %49:real = load %16.beta %46
            %50:real = mul %48.dElements %49
            yield Sum %51:real %50
          end
          %52:real = add %42 %51
          observe y at %44.i %53.y:real Normal %52 %13
          yield Array %54.y:real[] %53.y
        end
        %55:real = neg %21
        %56:real = constant -1
        %57:real = mul %21 %21
        %58:real = neg %57
        term - %58
        %59:bool = eq %10.k %1
        %60:bool = not %59
        %61:bool = eq %10.k %11
        %62:bool = and %60 %61
        %63:bool = not %61
        %64:bool = and %60 %63
        %65:real = constant 2
        %66:real = select %61 %41.m %65
        %67.q:real = select %59 %21 %66
        site weight Latent real
        sample weight %68.weight:real Normal %67.q %13
        """,
        ReadModel.Of(
            "double[] x, double[] e, int[] g, double[,] d, int k",
            """
            var beta = new double[x.Length];
            foreach (int i in Plate(x.Length)) beta[i] = Sample(Normal(0, 1));
            double a = Dot(x, beta);
            double m = Mean(x) + LogSumExp(beta) + Max(x);
            var y = new double[d.GetLength(0)];
            foreach (int i in Plate(d.GetLength(0))) y[i] = Sample(Normal(a + m + Dot(d, i, beta), 1));
            Factor(-a * a);
            double q = k switch { 0 => a, 1 => m, _ => 2.0 };
            double w = Sample("weight", Normal(q, 1));
            return y;
            """,
            returns: "double[]"));

    [Fact]
    public void Arithmetic_on_arrays_is_done_where_an_element_is_read() => ReadModel.Is(
        """
        %0.x:real[] = input "x"
        %1:int = integer 0
        %2:int = length %0.x
        %3.e:real[] = input "e"
        %4:int = length %3.e
        %5.g:int[] = input "g"
        %6:int = length %5.g
        %7:int = integer 1
        %8:real = constant 0
        %9:real = constant 1
        site m Latent real
        sample m %10.m:real Normal %8 %9
        %11:int = integer 3
        site effect Latent real %11
        loop %12.k:int %11
          sample effect at %12.k %13.effect:real Normal %8 %9
          yield Array %14.effect:real[] %13.effect
        end
        %15:real = constant 2
        %16:bool = eq %4 %2
        require %16 %4 Length "" "e" "Exp(m * x + 2) / e" %2
        %17:bool = eq %6 %2
        require %17 %6 Length "" "g" "Exp(m * x + 2) / e - effect.At(g)" %2
        site y Observable real %2
        loop %18.i:int %2
          %19.x:real = load %0.x %18.i
          %20:real = mul %10.m %19.x
          %21:real = add %20 %15
          %22:real = exp %21
          %23.e:real = load %3.e %18.i
          %24:real = div %22 %23.e
          %25.g:int = load %5.g %18.i
          %26:bool = ge %25.g %1
          %27:bool = lt %25.g %11
          %28:bool = and %26 %27
          require %28 %25.g Index "" "effect" "" %11
          %29:real = load %14.effect %25.g
          %30:real = sub %24 %29
          observe y at %18.i %31.y:real Normal %30 %9
          yield Array %32.y:real[] %31.y
        end
        loop %33:int %2
          %34.x:real = load %0.x %33
          %35:real = mul %10.m %34.x
          %36:real = add %35 %15
          %37:real = exp %36
          %38.e:real = load %3.e %33
          %39:real = div %37 %38.e
          %40.g:int = load %5.g %33
          %41:bool = ge %40.g %1
          %42:bool = lt %40.g %11
          %43:bool = and %41 %42
          require %43 %40.g Index "" "effect" "" %11
          %44:real = load %14.effect %40.g
          %45:real = sub %39 %44
          yield Sum %46:real %45
        end
        site t Derived real
        record t %46 "Sum(mu)"
        """,
        ReadModel.Of(
            "double[] x, double[] e, int[] g",
            """
            double m = Sample(Normal(0, 1));
            var effect = new double[3];
            foreach (int k in Plate(3)) effect[k] = Sample(Normal(0, 1));
            var mu = Exp(m * x + 2) / e - effect.At(g);
            var y = new double[x.Length];
            foreach (int i in Plate(x.Length)) y[i] = Sample(Normal(mu[i], 1));
            double t = Derived(Sum(mu));
            return y;
            """,
            returns: "double[]"));

    [Fact]
    public void Sites_over_arrays_are_plates() => ReadModel.Is(
        """
        %0.x:real[] = input "x"
        %1:int = integer 0
        %2:int = length %0.x
        %3.e:real[] = input "e"
        %4:int = length %3.e
        %5:int = integer 1
        %6:real = constant -5
        %7:real = constant 5
        site m Latent real
        sample m %8.m:real Uniform %6 %7
        %9:real = constant -10
        %10:real = constant 10
        site c Latent real
        sample c %11.c:real Uniform %9 %10
        site mu Derived real %2
        loop %12.i:int %2
          %13.x:real = load %0.x %12.i
          %14:real = mul %8.m %13.x
          %15:real = add %14 %11.c
          record mu at %12.i %15 "m * x + c"
          yield Array %16.mu:real[] %15
        end
        %17:bool = eq %4 %2
        require %17 %4 Length "" "e" "Normal(mu, e)" %2
        site y Observable real %2
        loop %18.i:int %2
          %19:real = load %16.mu %18.i
          %20.e:real = load %3.e %18.i
          observe y at %18.i %21.y:real Normal %19 %20.e
          yield Array %22.y:real[] %21.y
        end
        """,
        ReadModel.Of(
            "double[] x, double[] e",
            """
            double m = Sample(Uniform(-5, 5));
            double c = Sample(Uniform(-10, 10));
            var mu = Derived(m * x + c);
            var y = Sample(Normal(mu, e));
            return y;
            """,
            returns: "double[]"));
}
