using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Api;

namespace EcsTools.Generator.Emit;

/// <summary>Writes the constants of an enum. The API may name new values at any time, so that they stay texts.</summary>
internal static class EnumEmitter
{
    public static string Emit(ApiService service, string name, IReadOnlyList<string> values, string summary)
    {
        var code = new CodeWriter();
        code.Line($"namespace {service.Namespace};").Line().Summary(summary);
        code.Block($"{service.Access} static class {name}", () =>
        {
            foreach (var value in values.GroupBy(Names.Constant).Select(g => g.First()))
            {
                code.Summary($"{value}.").Line($"public const string {Names.Constant(value)} = {CodeWriter.Literal(value)};").Line();
            }

            code.Summary("All values that the API names.");
            code.Line($"public static global::System.Collections.Generic.IReadOnlyList<string> Values {{ get; }} = new string[] {{ {string.Join(", ", values.Select(CodeWriter.Literal))} }};");
        });
        return code.ToString();
    }
}
