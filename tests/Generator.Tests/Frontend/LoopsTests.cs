namespace ProbModels.Generator.Tests;

/// <summary>Loops in order, and loops in loops.</summary>
public class LoopsTests
{
    [Fact]
    public void A_for_loop_samples_an_array_from_its_earlier_elements() => ReadModel.Is(
        """
        %0.x:real[] = input "x"
        %1:int = integer 0
        %2:int = length %0.x
        %3.n:int = input "n"
        %4:int = integer 1
        %5:real = constant 0
        %6:real = constant 1
        site phi Latent real
        sample phi %7.phi:real Normal %5 %6
        %8:bool = ge %3.n %1
        require %8 %3.n Size "" "the length of y" "zero or greater"
        site y Observable real %3.n
        observe y at %1 %9.y:real Normal %5 %6
        %10:bool = lt %1 %3.n
        require %10 %1 Index "" "y" "" %3.n
        %11:int = isub %3.n %4
        %12.y:real[] = blank "y" %3.n
        %13:real[] = put %12.y %1 %9.y
        loop %14.t:int %11 Forward
          receive %15.y:real[] %13
          %16:int = iadd %4 %14.t
          %17:int = isub %16 %4
          %18:real = load %15.y %14.t
          %19:real = mul %7.phi %18
          %20:bool = lt %16 %2
          require %20 %16 Index "" "x" "" %2
          %21.x:real = load %0.x %16
          %22:real = add %19 %21.x
          observe y at %16 %23.y:real Normal %22 %6
          %24:real[] = put %15.y %16 %23.y
          yield Thread %25.y:real[] %24
        end
        """,
        ReadModel.Of(
            "double[] x, int n",
            """
            double phi = Sample(Normal(0, 1));
            var y = new double[n];
            y[0] = Sample(Normal(0, 1));
            for (int t = 1; t < n; t++)
                y[t] = Sample(Normal(phi * y[t - 1] + x[t], 1));
            return y;
            """,
            returns: "double[]"));

    [Fact]
    public void Series_in_groups_may_run_over_times_or_over_groups_first() => ReadModel.Is(
        """
        %0.groups:int = input "groups"
        %1.times:int = input "times"
        %2:int = integer 0
        %3:bool = ge %1.times %2
        require %3 %1.times Size "" "the length of x" "zero or greater"
        %4:bool = ge %0.groups %2
        require %4 %0.groups Size "" "the length of x" "zero or greater"
        %5:int = integer 1
        %6:int = imul %1.times %0.groups
        %7:real = constant 0
        %8:real = constant 1
        site x Latent real %1.times %0.groups
        %9:bool = lt %2 %1.times
        require %9 %2 Index "" "x" "" %1.times
        %10.x:real[] = blank "x" %6
        loop %11.g:int %0.groups
          receive %12.x:real[] %10.x
          sample x at %11.g %13.x:real Normal %7 %8
          %14:real[] = put %12.x %11.g %13.x
          yield Thread %15.x:real[] %14
        end
        %16:int = isub %1.times %5
        loop %17.t:int %16 Forward
          receive %18.x:real[] %15.x
          %19:int = iadd %5 %17.t
          %20:int = imul %19 %0.groups
          %21:int = isub %19 %5
          %22:int = imul %17.t %0.groups
          loop %23.g:int %0.groups
            receive %24.x:real[] %18.x
            %25:int = iadd %20 %23.g
            %26:int = iadd %22 %23.g
            %27:real = load %24.x %26
            sample x at %25 %28.x:real Normal %27 %8
            %29:real[] = put %24.x %25 %28.x
            yield Thread %30.x:real[] %29
          end
          yield Thread %31.x:real[] %30.x
        end
        site y Observable real %1.times %0.groups
        %32.y:real[] = blank "y" %6
        loop %33.g:int %0.groups
          receive %34.y:real[] %32.y
          loop %35.t:int %1.times Forward
            receive %36.y:real[] %34.y
            %37:int = imul %35.t %0.groups
            %38:int = iadd %37 %33.g
            %39:real = load %31.x %38
            observe y at %38 %40.y:real Normal %39 %8
            %41:real[] = put %36.y %38 %40.y
            yield Thread %42.y:real[] %41
          end
          yield Thread %43.y:real[] %42.y
        end
        """,
        ReadModel.Of(
            "int groups, int times",
            """
            var x = new double[times, groups];
            var y = new double[times, groups];
            foreach (int g in Plate(groups)) x[0, g] = Sample(Normal(0, 1));
            for (int t = 1; t < times; t++)
                foreach (int g in Plate(groups))
                    x[t, g] = Sample(Normal(x[t - 1, g], 1));
            foreach (int g in Plate(groups))
                for (int t = 0; t < times; t++)
                    y[t, g] = Sample(Normal(x[t, g], 1));
            return y;
            """,
            returns: "double[,]"));

    [Fact]
    public void A_variable_goes_from_iteration_to_iteration_through_its_history_and_a_sum_is_a_sum() => ReadModel.Is(
        """
        %0.e:real[] = input "e"
        %1:int = integer 0
        %2:int = length %0.e
        %3.a0:real = input "a0"
        %4:int = integer 1
        %5:real = constant 1
        site a Latent real
        sample a %6.a:real Normal %3.a0 %5
        %7:real = constant 0
        %8:int = iadd %2 %4
        %9.s:real[] = blank "s" %8
        %10:real[] = put %9.s %1 %7
        loop %11.t:int %2 Forward
          receive %12.s:real[] %10
          %13.s:real = load %12.s %11.t
          %14:real = mul %6.a %13.s
          %15.e:real = load %0.e %11.t
          %16.s:real = add %14 %15.e
          %17:int = iadd %11.t %4
          %18:real[] = put %12.s %17 %16.s
          yield Thread %19.s:real[] %18
        end
        %20.s:real = load %19.s %2
        site last Derived real
        record last %20.s "s"
        loop %21.i:int %2
          %22.e:real = load %0.e %21.i
          %23:real = mul %6.a %22.e
          yield Sum %24.total:real %23
        end
        %25.all:real = add %5 %24.total
        site all Derived real
        record all %25.all "total"
        """,
        ReadModel.Of(
            "double[] e, double a0",
            """
            double a = Sample(Normal(a0, 1));
            double s = 0;
            for (int t = 0; t < e.Length; t++) s = a * s + e[t];
            double last = Derived(s);
            double total = 1;
            foreach (int i in Plate(e.Length)) total += a * e[i];
            double all = Derived(total);
            """));

    [Fact]
    public void A_branch_on_the_index_reads_no_element_before_the_first() => ReadModel.Is(
        """
        %0.n:int = input "n"
        %1.z:real[] = input "z"
        %2:int = integer 0
        %3:int = length %1.z
        %4:int = integer 1
        %5:real = constant -1
        %6:real = constant 1
        site phi Latent real
        sample phi %7.phi:real Uniform %5 %6
        site sigma Latent real
        sample sigma %8.sigma:real Exponential %6
        %9:bool = ge %0.n %2
        require %9 %0.n Size "" "the length of h" "zero or greater"
        %10:real = constant 0
        site eps Latent real %0.n
        site y Observable real %0.n
        %11.h:real[] = blank "h" %0.n
        %12.y:real[] = blank "y" %0.n
        loop %13.t:int %0.n Forward
          receive %14.h:real[] %11.h
          receive %15.y:real[] %12.y
          sample eps at %13.t %16.eps:real Normal %10 %6
          %17:bool = eq %13.t %2
          %18.h:real = mul %8.sigma %16.eps
          %19:bool = not %17
          %20:int = isub %13.t %4
          %21:bool = ge %20 %2
          %22:bool = or %17 %21
          require %22 %20 Index "" "h" "" %0.n
          %23:int = select %19 %20 %2
          %24:real = load %14.h %23
          %25:real = mul %7.phi %24
          %26:real = add %25 %18.h
          %27:real = select %17 %18.h %26
          observe y at %13.t %28.y:real Normal %27 %6
          %29:real[] = put %14.h %13.t %27
          %30:real[] = put %15.y %13.t %28.y
          yield Thread %31.h:real[] %29
          yield Thread %32.y:real[] %30
        end
        """,
        ReadModel.Of(
            "int n, double[] z",
            """
            double phi = Sample(Uniform(-1, 1));
            double sigma = Sample(Exponential(1));
            var h = new double[n];
            var y = new double[n];
            for (int t = 0; t < n; t++)
            {
                double eps = Sample(Normal(0, 1));
                if (t == 0) h[t] = sigma * eps;
                else h[t] = phi * h[t - 1] + sigma * eps;
                y[t] = Sample(Normal(h[t], 1));
            }
            return y;
            """,
            returns: "double[]"));
}
