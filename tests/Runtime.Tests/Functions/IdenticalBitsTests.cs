using System.Reflection;
using System.Runtime.Intrinsics.X86;

namespace ProbModels.Tests;

/// <summary>The bits of every function, as numbers that are written down here: they are those of every machine.</summary>
/// <remarks>A change of a function's text changes its number; that of a compiler, a runtime or a processor must not.</remarks>
public class IdenticalBitsTests
{
    private static readonly Dictionary<string, ulong> Expected = new()
    {
        ["Abs"] = 0x9CCAC1127676BBD7,
        ["Acos"] = 0x752D7B18E536B0CA,
        ["Asin"] = 0x90D8054147C15A2E,
        ["Atan"] = 0x10C804AA4C01FEFD,
        ["Atan2"] = 0x39AC56E612FDC1AA,
        ["Cbrt"] = 0xC8EAB3C20CE7A0F2,
        ["Ceiling"] = 0xF9AC37674A61EA86,
        ["Cos"] = 0xCB77EF80DFF7FD9E,
        ["Cosh"] = 0x57233E8BE8890696,
        ["Digamma"] = 0xB86BA1EA2A91B57B,
        ["DivideOrZero"] = 0x2B3DA8182E4BA11B,
        ["Erf"] = 0x8689EFFF2B55BE95,
        ["ErfInverse"] = 0xA45A5488AFBF8851,
        ["Erfc"] = 0x2C27F4AB37715A40,
        ["Exp"] = 0x8BAFA1916228C294,
        ["Expm1"] = 0x079D9641935C528B,
        ["FiniteExp"] = 0x96750E6520542282,
        ["Floor"] = 0x3E93983CB8E598B4,
        ["InverseMillsRatio"] = 0x33F80B2FF32284B7,
        ["Log"] = 0xF59F329C8BE444C1,
        ["Log1mExp"] = 0xCFB76EFFB31A4546,
        ["Log1p"] = 0x2F6B8CA1B685388D,
        ["LogAddExp"] = 0xA5066895D316D604,
        ["LogBeta"] = 0x5925D00F05146A2B,
        ["LogGamma"] = 0x9715973B702F33E8,
        ["LogNormalCdf"] = 0x043F2B09D7B6DD5F,
        ["Logistic"] = 0x9FBF1E7B93E1700D,
        ["Max"] = 0xBDAD5F04723ACBA5,
        ["Min"] = 0x460963317BD1F3AF,
        ["NormalCdf"] = 0x58471449EBBA8E83,
        ["NormalQuantile"] = 0xC04D170F2559CD33,
        ["Pow"] = 0xCC86D555F5F0871C,
        ["Round"] = 0x6B63726A18B1EA86,
        ["Sin"] = 0x08EAE34E7346083F,
        ["Sinh"] = 0x5838CBD570FBB933,
        ["Softplus"] = 0x3B35BA636C04E135,
        ["Sqrt"] = 0x939BA2F1A133B67C,
        ["Tan"] = 0xC2088C0756AA721A,
        ["Tanh"] = 0x48B5B081A3623DA6,
        ["Trigamma"] = 0xB457E3CA6E7A4E02,
        ["Truncate"] = 0x2A0767D8B2E598B4,
        ["XLog1pY"] = 0x2B2730EDCBD47F9D,
        ["XLogY"] = 0x15A67B7A4AADA673,
    };

    public static TheoryData<string> Names => new(Functions.Select(method => method.Name));

    private static IEnumerable<MethodInfo> Functions =>
        typeof(ScalarFunctions).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => method.GetParameters() is { Length: <= 2 } parameters && parameters.All(parameter => !parameter.IsOut));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_has_the_same_bits_on_every_machine(string name)
    {
        ulong actual = Checksum(Functions.Single(method => method.Name == name));
        Assert.True(Expected.GetValueOrDefault(name) == actual, $"If the text of {name} was meant to change, write: [\"{name}\"] = 0x{actual:X16},");
    }

    /// <summary>For runs in which the environment turns instructions off: it does.</summary>
    [Fact]
    public void Instructions_are_those_that_the_environment_allows()
    {
        foreach (var (variable, isSupported) in (ReadOnlySpan<(string, bool)>)
            [
                (InstructionSetsTests.WithoutAvx512, Avx512F.IsSupported || Avx2.IsSupported && !Fma.IsSupported),
                (InstructionSetsTests.WithoutAvx2, Avx512F.IsSupported || Avx2.IsSupported || Fma.IsSupported),
                (InstructionSetsTests.WithoutAny, Sse2.IsSupported),
            ])
            if (Environment.GetEnvironmentVariable(variable) == "0") Assert.False(isSupported, variable);
    }

    /// <summary>FNV-1a over the words of all results.</summary>
    private static ulong Checksum(MethodInfo method)
    {
        var points = SamplePoints.All;
        ulong hash = 14695981039346656037;
        if (method.GetParameters().Length == 1)
        {
            var function = method.CreateDelegate<Func<double, double>>();
            foreach (double x in points) Add(function(x));
        }
        else
        {
            var function = method.CreateDelegate<Func<double, double, double>>();
            for (int i = 0; i < points.Length; i++) Add(function(points[i], points[(i * 7 + 3) % points.Length]));
        }

        return hash;

        void Add(double result) => hash = (hash ^ BitConverter.DoubleToUInt64Bits(double.IsNaN(result) ? double.NaN : result)) * 1099511628211;
    }
}
