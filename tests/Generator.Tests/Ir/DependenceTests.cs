using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

public class DependenceTests
{
    [Fact]
    public void A_derived_value_stands_between_its_readers_and_what_it_reads() => Reads(
        """
        sample a %0.a:real Flat @1 ""
        sample b %1.b:real Flat @2 ""
        %2:real = add %0.a %1.b
        record sum %2 "a + b"
        sample c %3.c:real Mean %2 @3 "" "sum"
        """,
        ("a", ""), ("sum", "a b"), ("c", "sum"));

    [Fact]
    public void A_term_reads_through_derived_values_and_a_derived_value_is_no_term()
    {
        var dependence = Of(
            """
            sample a %0.a:real Flat @1 ""
            %1:real = add %0.a %0.a
            record sum %1 "a + a"
            sample b %2.b:real Mean %1 @2 "" "sum"
            sample c %3.c:real Flat @3 ""
            record twice %3.c "c"
            sample d %4.d:real Flat @4 ""
            term - %4.d
            """);
        Assert.Equal([true, false, false, true], new[] { "a", "b", "c", "d" }.Select(dependence.IsReadByTerms));
    }

    [Fact]
    public void A_site_that_is_recorded_once_more_stays_what_others_read() => Reads(
        """
        sample a %0.a:real Flat @1 ""
        record again %0.a "a"
        sample b %1.b:real Mean %0.a @2 "" "a"
        """,
        ("again", "a"), ("b", "a"));

    [Fact]
    public void A_gather_leads_to_the_sites_of_the_array() => Reads(
        """
        %0.n:int = input "n"
        %1.of:int[] = input "of"
        sample mu %2.mu:real Flat @1 ""
        loop %3.i:int %0.n @2 "plate"
          sample x at %3.i %4.x:real Mean %2.mu @2 "" "mu"
          %5:real = mul %4.x %4.x
          record square at %3.i %5 "x * x"
        yield Array %6.squares:real[] %5
        end
        loop %7.j:int %0.n @3 "plate"
          %8:int = load %1.of %7.j
          %9:real = load %6.squares %8
          observe y at %7.j %10.y:real Mean %9 @4 "" "squares[of[j]]"
        end
        """,
        ("x", "mu"), ("square", "x"), ("y", "square"));

    [Fact]
    public void A_recurrence_reads_itself_and_all_that_went_into_it() => Reads(
        """
        %0.n:int = input "n"
        %1:int = integer 0
        %2:int = integer 1
        sample start %3.start:real Flat @1 ""
        sample drift %4.drift:real Flat @1 ""
        %5:real[] = blank "x" %0.n
        %6:real[] = put %5 %1 %3.start
        loop %7.t:int %0.n Forward @2 "for"
          receive %8.x:real[] %6
          %9:int = isub %7.t %2
          %10:real = load %8.x %9
          %11:real = add %10 %4.drift
          sample x at %7.t %12.x:real Mean %11 @3 "" "x[t - 1] + drift"
          %13:real[] = put %8.x %7.t %12.x
        yield Thread %14.x:real[] %13
        end
        %15:real = load %14.x %1
        observe y %16.y:real Mean %15 @4 "" "x[0]"
        """,
        ("x", "drift start x"), ("y", "start x"));

    [Fact]
    public void A_helper_hands_on_the_arguments_that_it_uses() => Reads(
        """
        sample a %0.a:real Flat @1 ""
        sample b %1.b:real Flat @1 ""
        call %2:real "Second" %0.a %1.b
        sample c %3.c:real Mean %2 @2 "" "Second(a, b)"
        """,
        ("c", "b"));

    private static void Reads(string body, params (string Site, string Sites)[] expected)
    {
        var dependence = Of(body);
        foreach (var (site, sites) in expected)
            Assert.Equal(sites, string.Join(" ", dependence.ReadBy(site).Order(StringComparer.Ordinal)));
    }

    private static Dependence Of(string body)
    {
        const string Definitions =
            """
            distribution Flat
            support x real None
            function "LogDensity" %0.x:real
              %1:real = constant 0
            return %1
            distribution Mean
            argument mean real None
            support x real None
            function "LogDensity" %0.x:real %1.mean:real
              %2:real = sub %0.x %1.mean
            return %2
            function "Second" %0.a:real %1.b:real
              %2:real = exp %1.b
            return %2

            """;
        return new(Parser.ParseModel("model M \"\" \"\" public \"\" @1 \"\" \"\"\n" + Definitions + body));
    }
}
