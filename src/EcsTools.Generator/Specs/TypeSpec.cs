namespace EcsTools.Generator.Specs;

internal enum TypeKind
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
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace of the service's types.</param>
/// <param name="Name">The name of the enum or structure.</param>
/// <param name="Element">The type of the items of a list or map.</param>
internal sealed record TypeSpec(TypeKind Kind, string Namespace, string? Name = null, TypeSpec? Element = null)
{
    /// <summary>The name of the enum or structure with its namespace.</summary>
    public string FullName => $"global::{Namespace}.{Name}";

    public bool IsValueType =>
        Kind is TypeKind.Integer or TypeKind.Long or TypeKind.Double or TypeKind.Boolean or TypeKind.Timestamp or TypeKind.Document;

    /// <summary>The C# type that holds it, without the mark of nullability.</summary>
    public string CSharp => Kind switch
    {
        TypeKind.String or TypeKind.Enum => "string",
        TypeKind.Integer => "int",
        TypeKind.Long => "long",
        TypeKind.Double => "double",
        TypeKind.Boolean => "bool",
        TypeKind.Timestamp => "global::System.DateTime",
        TypeKind.Document => "global::System.Text.Json.JsonElement",
        TypeKind.Structure => FullName,
        TypeKind.List => $"global::System.Collections.Generic.List<{Element!.CSharp}>",
        _ => $"global::System.Collections.Generic.Dictionary<string, {Element!.CSharp}>",
    };
}
