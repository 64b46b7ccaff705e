using System.Linq;
using EcsTools.Generator.Specs;

namespace EcsTools.Generator.Emitting;

/// <summary>Writes the table of operations. Each is made when it is first asked for: a session needs few of them.</summary>
internal static class OperationsEmitter
{
    public static string Emit(ServiceSpec service, EquatableList<OperationSpec> operations)
    {
        var code = new CodeWriter();
        code.Line($"namespace {service.Namespace};").Line();
        code.Block($"{service.Access} static partial class {service.Name}Operations", () =>
        {
            EmitProperty(
                code,
                $"The service: {service.Id}.",
                "AwsService",
                "Service",
                $"new({CodeWriter.Literal(service.Id)}, {CodeWriter.Literal(service.Host)}, {CodeWriter.Literal(service.TargetPrefix)}, {(service.IsFipsInGovCloud ? "true" : "false")})");
            foreach (var operation in operations)
                EmitProperty(code, operation.Summary, Type(operation), operation.Name, $"new({Arguments(operation)}){Facts(operation)}");
            EmitProperty(
                code,
                "All operations, by name.",
                "global::System.Collections.Generic.IReadOnlyList<Operation>",
                "All",
                $"new Operation[] {{ {string.Join(", ", operations.Select(operation => operation.Name))} }}");
        });
        return code.ToString();
    }

    private static void EmitProperty(CodeWriter code, string summary, string type, string name, string value)
    {
        code.Line($"private static {type}? _{name};").Line();
        code.Summary(summary).Line($"public static {type} {name} => _{name} ??= {value};").Line();
    }

    private static string Type(OperationSpec operation) => operation.Paginator is { } pages
        ? $"PagedOperation<{operation.Input}, {operation.Output}, {pages.Items.Type.Element!.CSharp}>"
        : $"Operation<{operation.Input}, {operation.Output}>";

    private static string Facts(OperationSpec operation) => operation.BatchSize == 1 ? "" : $" {{ BatchSize = {operation.BatchSize} }}";

    private static string Arguments(OperationSpec operation)
    {
        var basics =
            $"Service, {CodeWriter.Literal(operation.Name)}, new string[] {{ {string.Join(", ", operation.Errors.Select(CodeWriter.Literal))} }}";
        if (operation.Paginator is not { } pages) return basics;
        var (token, limit, items) = (pages.Token.PropertyName, pages.Limit.PropertyName, string.Join(
            "?.", pages.Path.Select(member => member.PropertyName)));
        return $"{basics}, static (r, token) => r.{token} = token, static (r, limit) => r.{limit} = limit, static r => r.{token}, static r => r.{items}";
    }
}
