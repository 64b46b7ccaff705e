using System.Linq;
using EcsTools.Generator.Api;

namespace EcsTools.Generator.Emit;

/// <summary>Writes the table of operations.</summary>
internal static class OperationsEmitter
{
    public static string Emit(ApiModel model, ApiDocs docs)
    {
        var code = new CodeWriter();
        code.Line("namespace EcsTools.Model;").Line();
        code.Block("public static partial class Operations", () =>
        {
            foreach (var operation in model.Operations.Values)
                code.Summary(docs.Operation(operation.Name)).Line($"public static {Type(operation)} {operation.Name} {{ get; }} = new({Arguments(operation)});").Line();
            code.Summary("All operations, by name.");
            code.Line($"public static global::System.Collections.Generic.IReadOnlyList<Operation> All {{ get; }} = new Operation[] {{ {string.Join(", ", model.Operations.Keys)} }};");
        });
        return code.ToString();
    }

    private static string Type(ApiOperation operation) => operation.Paginator is { } pages
        ? $"PagedOperation<{operation.Input}, {operation.Output}, {pages.Items.Type.Element!.CSharp}>"
        : $"Operation<{operation.Input}, {operation.Output}>";

    private static string Arguments(ApiOperation operation)
    {
        var basics = $"{CodeWriter.Literal(operation.Name)}, new string[] {{ {string.Join(", ", operation.Errors.Select(CodeWriter.Literal))} }}";
        if (operation.Paginator is not { } pages) return basics;
        var (token, limit, items) = (pages.Token.PropertyName, pages.Limit.PropertyName, pages.Items.PropertyName);
        return $"{basics}, static (r, token) => r.{token} = token, static (r, limit) => r.{limit} = limit, static r => r.{token}, static r => r.{items}";
    }
}
