using EcsTools.Generator.Specs;

namespace EcsTools.Generator.Emitting;

/// <summary>The expressions that read, write, copy, compare and describe a value of some type.</summary>
internal static class ValueExpressions
{
    public static string Read(TypeSpec type) => type.Kind switch
    {
        TypeKind.List =>
            $"WireReader.{(type.Element!.IsValueType ? "Values" : "List")}<{type.Element.CSharp}>(ref reader, {Reader(type.Element)})",
        TypeKind.Map => $"WireReader.Map<{type.Element!.CSharp}>(ref reader, {Reader(type.Element)})",
        _ => $"{Reader(type)}(ref reader)",
    };

    public static string Write(TypeSpec type, string value) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map => $"WireWriter.{type.Kind}(writer, {value}, {Writer(type.Element!)})",
        _ => $"{Writer(type)}(writer, {value})",
    };

    /// <summary>A copy that shares nothing that could be changed.</summary>
    public static string Copy(TypeSpec type, string value) => type.Kind switch
    {
        TypeKind.Structure => $"({type.CSharp}?){value}?.CopyAll()",
        TypeKind.List or TypeKind.Map when type.Element!.Kind is TypeKind.Structure or TypeKind.List or TypeKind.Map =>
            $"Copies.{type.Kind}({value}, static item => {CopyOfItem(type.Element)})",
        TypeKind.List or TypeKind.Map => $"Copies.{type.Kind}({value})",
        _ => value,
    };

    public static string Same(TypeKind kind, string member) => kind switch
    {
        TypeKind.List or TypeKind.Map or TypeKind.Document => $"Equality.{kind}s({member}, other.{member})",
        TypeKind.Structure => $"Equals({member}, other.{member})",
        _ => $"{member} == other.{member}",
    };

    public static string Shape(TypeSpec type) => type.Kind switch
    {
        TypeKind.Enum => $"ValueShape.Enum({type.FullName}.Values)",
        TypeKind.Structure => $"ValueShape.Of<{type.CSharp}>()",
        TypeKind.List or TypeKind.Map => $"ValueShape.{type.Kind}<{type.Element!.CSharp}>({Shape(type.Element)})",
        _ => $"ValueShape.{type.Kind}",
    };

    private static string CopyOfItem(TypeSpec type) =>
        type.Kind == TypeKind.Structure ? $"({type.CSharp})item.CopyAll()" : $"{Copy(type, "item")}!";

    private static string Reader(TypeSpec type) => type.Kind switch
    {
        TypeKind.Structure => $"{type.CSharp}.ReadOrNull",
        TypeKind.Enum => "WireReader.String",
        TypeKind.List or TypeKind.Map => $"static (ref global::System.Text.Json.Utf8JsonReader reader) => {Read(type)}",
        _ => $"WireReader.{type.Kind}",
    };

    private static string Writer(TypeSpec type) => type.Kind switch
    {
        TypeKind.Structure => $"WireWriter.Structure<{type.CSharp}>",
        TypeKind.Enum => "WireWriter.String",
        TypeKind.List or TypeKind.Map => $"static (writer, value) => {Write(type, "value")}",
        _ => $"WireWriter.{type.Kind}",
    };
}
