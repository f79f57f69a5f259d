namespace ProbModels.Benchmarks.Tests;

/// <summary>The reading of machine code.</summary>
public class MachineMethodTests
{
    private const string Listing =
        """
        ; Assembly listing for method Some.Kernel512`1[Some.Case]:PlateAtLine3(double,byref) (FullOpts)
        ; optimized code

        G_M000_IG01:                ;; offset=0x0000
               xor      eax, eax
         
        G_M000_IG02:                ;; offset=0x0002
               cmp      eax, 8
               jl       SHORT G_M000_IG05
         
        G_M000_IG03:                ;; offset=0x0004
               vaddpd   zmm0, zmm0, zmmword ptr [rdi+8*rax]
               inc      eax
               cmp      eax, esi
               jl       SHORT G_M000_IG02
         
        G_M000_IG04:                ;; offset=0x0010
               vmovups  zmmword ptr [rbp-0x48], zmm0
               call     [Some:Other()]
               ret      
         
        G_M000_IG05:                ;; offset=0x0020
               vmovups  zmm0, zmmword ptr [rsp+0x10]
               jmp      SHORT G_M000_IG03
        ; Total bytes of code 40

        ; Assembly listing for method Some:Other() (Tier0)
        G_M001_IG01:
               ret      
        """;

    [Fact]
    public void A_listing_gives_methods_with_their_tiers() =>
        Assert.Equal(
            [("Some.Kernel512`1[Some.Case]:PlateAtLine3(double,byref)", "FullOpts"), ("Some:Other()", "Tier0")],
            MachineMethod.Read(Listing.Split('\n')).Select(method => (method.Name, method.Tier)));

    [Fact]
    public void A_loop_has_the_blocks_that_lead_back_wherever_they_stand()
    {
        var loop = Assert.Single(MachineMethod.Read(Listing.Split('\n')).First().Loops());
        Assert.True(loop.IsInnermost);
        Assert.True(loop.IsOfVectors);
        Assert.Equal(8, loop.Instructions.Count);
        Assert.Empty(loop.Calls);
        Assert.Equal(["vmovups  zmm0, zmmword ptr [rsp+0x10]"], loop.Spills);
    }

    [Fact]
    public void A_loop_around_another_is_not_innermost()
    {
        const string Nested =
            """
            ; Assembly listing for method Some:Thing() (FullOpts)
            G_M000_IG01:
                   xor      eax, eax
            G_M000_IG02:
                   call     [Some:Other()]
            G_M000_IG03:
                   vmulsd   xmm0, xmm0, xmm0
                   jne      G_M000_IG03
                   jmp      G_M000_IG02
            """;
        var loops = MachineMethod.Read(Nested.Split('\n')).Single().Loops();
        Assert.Equal([(2, true, 0), (4, false, 1)], loops.Select(loop => (loop.Instructions.Count, loop.IsInnermost, loop.Calls.Count())).Order());
        Assert.DoesNotContain(loops, loop => loop.IsOfVectors);
    }
}
