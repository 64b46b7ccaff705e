using System.Linq;
using EcsTools.Generator.Specs;

namespace EcsTools.Generator.Emitting;

/// <summary>Writes the constants of an enum. The API may name new values at any time, so that they stay texts.</summary>
internal static class EnumEmitter
{
    public static string Emit(EnumSpec spec)
    {
        var code = new CodeWriter();
        code.Line($"namespace {spec.Service.Namespace};").Line().Summary(spec.Summary);
        code.Block($"{spec.Service.Access} static class {spec.Name}", () =>
        {
            foreach (var value in spec.Values.GroupBy(Names.Constant).Select(g => g.First()))
            {
                code.Summary($"{value}.").Line($"public const string {Names.Constant(value)} = {CodeWriter.Literal(value)};").Line();
            }

            code.Summary("All values that the API names.");
            code
                .Line($"public static global::System.Collections.Generic.IReadOnlyList<string> Values {{ get; }} = new string[] {{ {string.Join(", ", spec.Values.Select(CodeWriter.Literal))} }};");
        });
        return code.ToString();
    }
}
