namespace EcsTools.Generator.Api;

internal enum ApiKind
{
    String,
    Integer,
    Long,
    Double,
    Boolean,
    Timestamp,
    Document,
    Enum,
    Structure,
    List,
    Map,
}

/// <summary>The type of a member: a scalar, an enum or structure by name, or a list or map of one of them.</summary>
internal sealed class ApiType(ApiKind kind, ApiService service, string? name = null, ApiType? element = null)
{
    public ApiKind Kind => kind;

    /// <summary>The name of the enum or structure.</summary>
    public string? Name => name;

    public ApiType? Element => element;

    /// <summary>The name of the enum or structure with its namespace.</summary>
    public string FullName => $"global::{service.Namespace}.{name}";

    public bool IsValueType => kind is ApiKind.Integer or ApiKind.Long or ApiKind.Double or ApiKind.Boolean or ApiKind.Timestamp or ApiKind.Document;

    /// <summary>The C# type that holds it, without the mark of nullability.</summary>
    public string CSharp => kind switch
    {
        ApiKind.String or ApiKind.Enum => "string",
        ApiKind.Integer => "int",
        ApiKind.Long => "long",
        ApiKind.Double => "double",
        ApiKind.Boolean => "bool",
        ApiKind.Timestamp => "global::System.DateTime",
        ApiKind.Document => "global::System.Text.Json.JsonElement",
        ApiKind.Structure => FullName,
        ApiKind.List => $"global::System.Collections.Generic.List<{element!.CSharp}>",
        _ => $"global::System.Collections.Generic.Dictionary<string, {element!.CSharp}>",
    };
}
