namespace ProbModels.Generator.Tests;

/// <summary>Locals that change, conditions and choices.</summary>
public class LocalsTests
{
    [Fact]
    public void A_local_may_change_and_a_branch_selects_its_value() => ReadModel.Is(
        """
        %0.x:real[] = input "x"
        %1:int = integer 0
        %2:int = length %0.x
        %3.n:int = input "n"
        %4:int = integer 1
        %5:real = constant 0
        %6:real = constant 1
        site a Latent real
        sample a %7.a:real Normal %5 %6
        %8:bool = lt %1 %2
        require %8 %1 Index "" "x" "" %2
        %9.x:real = load %0.x %1
        %10:int = integer 3
        %11:bool = gt %3.n %10
        %12.b:real = add %9.x %7.a
        %13:bool = not %11
        %14:real = constant 2
        %15.b:real = mul %14 %9.x
        %16:real = select %11 %12.b %15.b
        %17:real = mul %14 %16
        %18:int = integer 2
        %19:bool = gt %3.n %18
        %20:bool = lt %18 %2
        %21:bool = not %19
        %22:bool = or %21 %20
        require %22 %18 Index "" "x" "" %2
        %23:int = select %19 %18 %1
        %24.x:real = load %0.x %23
        %25:bool = gt %24.x %5
        %26:bool = and %19 %25
        %27:bool = lt %4 %2
        %28:bool = not %26
        %29:bool = or %28 %27
        require %29 %4 Index "" "x" "" %2
        %30:int = select %26 %4 %1
        %31.x:real = load %0.x %30
        %32:real = select %26 %31.x %17
        site c Latent real
        sample c %33.c:real Normal %32 %6
        """,
        ReadModel.Of(
            "double[] x, int n",
            """
            double a = Sample(Normal(0, 1));
            double b = x[0];
            if (n > 3) b = b + a; else b = 2 * b;
            b *= 2;
            double c = Sample(Normal(n > 2 && x[2] > 0 ? x[1] : b, 1));
            """));
}
