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
            {
                var type = Type(operation, model);
                code.Summary(docs.Operation(operation.Name)).Line($"public static {type} {operation.Name} {{ get; }} = new({Arguments(operation)});").Line();
            }

            code.Summary("All operations, by name.");
            code.Line($"public static global::System.Collections.Generic.IReadOnlyList<Operation> All {{ get; }} = new Operation[] {{ {string.Join(", ", model.Operations.Keys)} }};");
        });
        return code.ToString();
    }

    private static string Type(ApiOperation operation, ApiModel model)
    {
        if (operation.PageItems is null) return $"Operation<{operation.Input}, {operation.Output}>";
        var items = model.Structures[operation.Output].Members.First(m => m.Name == operation.PageItems);
        return $"PagedOperation<{operation.Input}, {operation.Output}, {items.Type.Element!.CSharp}>";
    }

    private static string Arguments(ApiOperation operation)
    {
        var basics = $"{CodeWriter.Literal(operation.Name)}, new string[] {{ {string.Join(", ", operation.Errors.Select(CodeWriter.Literal))} }}";
        return operation.PageItems is null ? basics
            : $"{basics}, static (r, token) => r.NextToken = token, static (r, limit) => r.MaxResults = limit, static r => r.NextToken, static r => r.{Names.Pascal(operation.PageItems)}";
    }
}
