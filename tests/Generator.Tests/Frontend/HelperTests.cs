namespace ProbModels.Generator.Tests;

/// <summary>Methods in the place of their calls.</summary>
public class HelperTests
{
    [Fact]
    public void A_helper_may_sample_loop_branch_and_fill_arrays() => ReadModel.Is(
        """
        %0.x:real[] = input "x"
        %1:int = integer 0
        %2:int = length %0.x
        %3:real = constant 2
        %4:int = integer 1
        %5:real = constant 0
        site group.mu Latent real
        sample group.mu %6.group.mu:real Normal %5 %3
        %7:real = constant 1
        site group.extra Latent real
        sample group.extra %8.group.extra:real Normal %6.group.mu %7
        %9.group:real = add %6.group.mu %8.group.extra
        site mu Latent real
        sample mu %10.mu:real Normal %9.group %7
        %11:int = integer 3
        site w Latent real %11
        loop %12.k:int %11
          sample w at %12.k %13.w:real Normal %10.mu %7
          yield Array %14.w:real[] %13.w
        end
        %15:real = load %14.w %4
        %16:real = constant 3
        site y Observable real %2
        loop %17.i:int %2
          loop %18.i:int %2 Forward
            %19.x:real = load %0.x %18.i
            %20:real = mul %19.x %19.x
            yield Sum %21.s:real %20
          end
          %22:real = sqrt %21.s
          %23:real = add %15 %22
          %24.x:real = load %0.x %17.i
          %25:bool = lt %24.x %16
          %26:bool = not %25
          %27:real = mul %3 %24.x
          %28:real = add %27 %10.mu
          %29:real = select %25 %24.x %28
          %30:real = add %23 %29
          observe y at %17.i %31.y:real Normal %30 %7
          yield Array %32.y:real[] %31.y
        end
        """,
        ReadModel.Of(
            "double[] x",
            """
            var group = Group(2.0);
            double mu = Draw(group);
            var w = new double[3];
            Fill(w, mu);
            var y = new double[x.Length];
            foreach (int i in Plate(x.Length)) y[i] = Sample(Normal(w[1] + Norm(x) + Local(x[i]), 1));
            return y;
            double Local(double q) { if (q < 3) return q; return 2 * q + mu; }
            """,
            returns: "double[]",
            beside:
            """
            static double Group(double sd) { double mu = Sample(Normal(0, sd)); double extra = Sample(Normal(mu, 1)); return mu + extra; }
            static double Draw(double m) => Sample(Normal(m, 1));
            static void Fill(double[] w, double m) { foreach (int k in Plate(w.Length)) w[k] = Sample(Normal(m, 1)); }
            static double Norm(double[] x) { double s = 0; for (int i = 0; i < x.Length; i++) s += x[i] * x[i]; return Sqrt(s); }
            """));
}
