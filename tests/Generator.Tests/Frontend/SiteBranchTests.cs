namespace ProbModels.Generator.Tests;

/// <summary>Branches on inputs with sites in them.</summary>
public class SiteBranchTests
{
    [Fact]
    public void A_site_has_no_element_where_its_branch_is_not_taken() => ReadModel.Is(
        """
        %0.useSlope:bool = input "useSlope"
        %1.x:real[] = input "x"
        %2:int = integer 0
        %3:int = length %1.x
        %4.groups:int = input "groups"
        %5.flag:bool[] = input "flag"
        %6:int = length %5.flag
        %7:real = constant 0
        %8:bool = not %0.useSlope
        %9:int = integer 1
        %10:int = select %0.useSlope %9 %2
        %11:real = constant 1
        site slope Latent real %10
        loop %12:int %10 Forward
          sample slope at %12 %13.slope:real Normal %7 %11
          yield Sum %14.slope:real %13.slope
        end
        %15:real = select %0.useSlope %14.slope %7
        %16:bool = ge %4.groups %2
        require %16 %4.groups Size "" "the length of effect" "zero or greater"
        site sd Latent real %10
        %17:int = select %0.useSlope %4.groups %2
        site effect Latent real %17
        %18.effect:real[] = blank "effect" %4.groups
        loop %19:int %10 Forward
          receive %20.effect:real[] %18.effect
          sample sd at %19 %21.sd:real Exponential %11
          loop %22.g:int %17
            receive %23.effect:real[] %20.effect
            sample effect at %22.g %24.effect:real Normal %7 %21.sd
            %25:real[] = put %23.effect %22.g %24.effect
            yield Thread %26.effect:real[] %25
          end
          yield Thread %27.effect:real[] %26.effect
        end
        %28:int = select %8 %9 %2
        %29:int = select %8 %4.groups %2
        loop %30:int %28 Forward
          receive %31.effect:real[] %27.effect
          loop %32:int %29 Forward
            receive %33.effect:real[] %31.effect
            %34:real[] = put %33.effect %32 %7
            yield Thread %35.effect:real[] %34
          end
          yield Thread %36.effect:real[] %35.effect
        end
        %37:bool = eq %6 %3
        require %37 %6 Length "" "flag" "foreach (int i in Plate(x.Length))" %3
        site y Observable real %3
        %38:bool = lt %2 %4.groups
        %39:real = load %36.effect %2
        %40:real = add %15 %39
        %41.y:real[] = blank "y" %3
        loop %42.i:int %3
          receive %43.y:real[] %41.y
          %44.flag:bool = load %5.flag %42.i
          %45:bool = not %44.flag
          %46:int = select %44.flag %9 %2
          %47.x:real = load %1.x %42.i
          %48:real = mul %15 %47.x
          loop %49:int %46 Forward
            receive %50.y:real[] %43.y
            observe y at %42.i %51.y:real Normal %48 %11
            %52:real[] = put %50.y %42.i %51.y
            yield Thread %53.y:real[] %52
          end
          %54:int = select %45 %9 %2
          %55:bool = or %44.flag %38
          require %55 %2 Index "" "effect" "" %4.groups
          loop %56:int %54 Forward
            receive %57.y:real[] %53.y
            observe y at %42.i %58.y:real Cauchy %40 %11
            %59:real[] = put %57.y %42.i %58.y
            yield Thread %60.y:real[] %59
          end
          yield Thread %61.y:real[] %60.y
        end
        """,
        ReadModel.Of(
            "bool useSlope, double[] x, int groups, bool[] flag",
            """
            double slope = 0;
            if (useSlope) slope = Sample(Normal(0, 1));
            var effect = new double[groups];
            if (useSlope)
            {
                double sd = Sample(Exponential(1));
                foreach (int g in Plate(groups)) effect[g] = Sample(Normal(0, sd));
            }
            var y = new double[x.Length];
            foreach (int i in Plate(x.Length))
            {
                if (flag[i]) y[i] = Sample(Normal(slope * x[i], 1));
                else y[i] = Sample(Cauchy(slope + effect[0], 1));
            }
            return y;
            """,
            returns: "double[]"));

    [Fact]
    public void A_branch_in_a_plate_makes_groups_of_one_element_or_none() => ReadModel.Is(
        """
        %0.n:int = input "n"
        %1.type:int[] = input "type"
        %2:int = integer 0
        %3:int = length %1.type
        %4:int = integer 1
        %5:int = iadd %0.n %4
        %6:bool = ge %5 %2
        require %6 %5 Size "" "the length of s" "zero or greater"
        %7:int = imax %2 %0.n
        %8:real = constant 1
        %9:real = constant 0
        %10.s:real[] = blank "s" %5
        %11:real[] = put %10.s %2 %9
        loop %12.t:int %7 Forward
          receive %13.s:real[] %11
          %14:int = iadd %12.t %4
          %15:real = load %13.s %12.t
          %16.s:real = add %15 %8
          %17:real[] = put %13.s %14 %16.s
          yield Thread %18.s:real[] %17
        end
        %19:bool = ge %0.n %2
        require %19 %0.n Size "" "the length of mu" "zero or greater"
        site a Latent real
        sample a %20.a:real Normal %9 %8
        %21:bool = eq %3 %0.n
        require %21 %3 Length "" "type" "foreach (int i in Plate(n))" %0.n
        %22:real = neg %20.a
        loop %23.i:int %0.n
          %24.type:int = load %1.type %23.i
          %25:bool = eq %24.type %4
          %26:bool = not %25
          %27:real = select %25 %20.a %22
          yield Array %28.mu:real[] %27
        end
        %29.offsets:int[] = blank "offsets1" %5
        %30:int[] = put %29.offsets %2 %2
        loop %31.i:int %0.n Forward
          receive %32.offsets:int[] %30
          %33:int = load %32.offsets %31.i
          %34.type:int = load %1.type %31.i
          %35:bool = gt %34.type %4
          %36:int = select %35 %4 %2
          %37:int = iadd %33 %36
          %38:int = iadd %31.i %4
          %39:int[] = put %32.offsets %38 %37
          yield Thread %40.offsets:int[] %39
        end
        %41:int = load %40.offsets %0.n
        site u Latent real %0.n groups %40.offsets
        %42.Knots:real[] = input "static:global::Tested.Knots"
        %43:int = length %42.Knots
        %44:bool = lt %4 %43
        require %44 %4 Index "" "Knots" "" %43
        %45.Knots:real = load %42.Knots %4
        %46:real = constant 0.5
        site y Observable real %0.n
        loop %47.i:int %0.n
          %48.type:int = load %1.type %47.i
          %49:bool = gt %48.type %4
          %50:bool = not %49
          %51:int = select %49 %4 %2
          %52:int = load %40.offsets %47.i
          loop %53:int %51 Forward
            %54:int = iadd %52 %53
            sample u at %54 %55.u:real Normal %9 %8
            yield Sum %56.u:real %55.u
          end
          %57:real = select %49 %56.u %9
          %58:real = load %28.mu %47.i
          %59:real = add %58 %57
          %60:real = load %18.s %47.i
          %61:real = add %59 %60
          %62:real = add %61 %45.Knots
          %63:real = add %62 %46
          observe y at %47.i %64.y:real Normal %63 %8
          yield Array %65.y:real[] %64.y
        end
        """,
        ReadModel.Of(
            "int n, int[] type",
            """
            var s = new double[n + 1];
            for (int t = 0; t < n; t++) s[t + 1] = s[t] + 1;
            var mu = new double[n];
            double a = Sample(Normal(0, 1));
            foreach (int i in Plate(n)) { if (type[i] == 1) mu[i] = a; else mu[i] = -a; }
            var y = new double[n];
            foreach (int i in Plate(n))
            {
                double u = 0;
                if (type[i] > 1) u = Sample(Normal(0, 1));
                y[i] = Sample(Normal(mu[i] + u + s[i] + Knots[1] + Shift, 1));
            }
            return y;
            """,
            returns: "double[]",
            beside:
            """
            public static readonly double[] Knots = [1, 2, 3];
            private static readonly double Shift = 0.5;
            """));
}
