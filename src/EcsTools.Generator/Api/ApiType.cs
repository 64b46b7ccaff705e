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
internal sealed class ApiType(ApiKind kind, string? name = null, ApiType? element = null)
{
    public ApiKind Kind => kind;

    /// <summary>The name of the enum or structure.</summary>
    public string? Name => name;

    public ApiType? Element => element;

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
        ApiKind.Structure => $"global::EcsTools.Model.{name}",
        ApiKind.List => $"global::System.Collections.Generic.List<{element!.CSharp}>",
        _ => $"global::System.Collections.Generic.Dictionary<string, {element!.CSharp}>",
    };
}
