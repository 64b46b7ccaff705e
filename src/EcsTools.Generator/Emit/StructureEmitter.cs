using System.Linq;
using EcsTools.Generator.Api;

namespace EcsTools.Generator.Emit;

/// <summary>Writes the class of a structure: its properties, its shape, its reader and its writer.</summary>
internal sealed class StructureEmitter(ApiStructure structure, ApiModel model, ApiDocs docs)
{
    private readonly CodeWriter code = new();

    public string Emit()
    {
        var isRequest = model.Operations.Values.Any(o => o.Input == structure.Name); // the name isn't sufficient: MemoryMiBRequest is part of a request
        var token = isRequest ? structure.Members.FirstOrDefault(m => m.IsToken) : null;
        code.Line($"namespace {model.Service.Namespace};").Line().Summary(Describe());
        code.Block($"{model.Service.Access} sealed partial class {structure.Name} : Structure, IStructure<{structure.Name}>{(token is null ? "" : ", IIdempotentRequest")}", () =>
        {
            code.Line("private static StructureShape? shape;").Line();
            foreach (var member in structure.Members) EmitProperty(member);
            code.Line($"static StructureShape IStructure<{structure.Name}>.TypeShape => shape ??= MakeShape();").Line();
            code.Line("internal override StructureShape Shape => shape ??= MakeShape();").Line();
            if (token is not null) code.Line($"string? IIdempotentRequest.Token {{ get => {token.PropertyName}; set => {token.PropertyName} = value; }}").Line();
            EmitReader();
            EmitWriter();
            EmitEquality();
            EmitShape();
        });
        return code.ToString();
    }

    private string Describe()
    {
        var operation = model.Operations.Values.FirstOrDefault(o => o.Input == structure.Name || o.Output == structure.Name);
        if (operation is null) return docs.Structure(structure.Name);
        return operation.Input == structure.Name ? $"The request of {operation.Name}. {docs.Operation(operation.Name)}" : $"The response of {operation.Name}.";
    }

    private void EmitProperty(ApiMember member) => code
        .Summary(docs.Member(structure.Name, member.Name))
        .Line($"public {member.Type.CSharp}? {member.PropertyName} {{ get; set; }}").Line();

    /// <summary>Readers call each other as they are, not through the interface: code that is shared by types would have to look each up.</summary>
    private void EmitReader() => code
        .Line($"static {structure.Name} IStructure<{structure.Name}>.Read(ref global::System.Text.Json.Utf8JsonReader reader) => ReadOrNull(ref reader) ?? throw WireReader.NoObject(ref reader);").Line()
        .Block($"internal static {structure.Name}? ReadOrNull(ref global::System.Text.Json.Utf8JsonReader reader)", () =>
    {
        code.Line("if (!WireReader.StartObject(ref reader)) return null;").Line($"var result = new {structure.Name}();");
        code.Block("while (WireReader.NextMember(ref reader, out var name))", () =>
        {
            if (structure.Members.Count > 0) EmitMemberReaders();
            code.Line("reader.Skip();");
        });
        code.Line("return result;");
    }).Line();

    /// <summary>The length distinguishes most members without comparing text.</summary>
    private void EmitMemberReaders() => code.Block("switch (name.Length)", () =>
    {
        foreach (var sameLength in structure.Members.GroupBy(m => m.Name.Length).OrderBy(g => g.Key))
        {
            code.Block($"case {sameLength.Key}:", () =>
            {
                foreach (var member in sameLength)
                {
                    code.Block($"if (global::System.MemoryExtensions.SequenceEqual(name, \"{member.Name}\"u8))", () =>
                        code.Line($"result.{member.PropertyName} = {Read(member.Type)};").Line("continue;"));
                }

                code.Line("break;");
            });
        }
    });

    private void EmitWriter() => code.Block("internal override void WriteTo(global::System.Text.Json.Utf8JsonWriter writer)", () =>
    {
        code.Line("writer.WriteStartObject();");
        foreach (var member in structure.Members)
        {
            var local = "_" + member.Name;
            code.Block($"if ({member.PropertyName} is {{ }} {local})", () =>
                code.Line($"writer.WritePropertyName(\"{member.Name}\"u8);").Line($"{Write(member.Type, local)};"));
        }

        code.Line("writer.WriteEndObject();");
    }).Line();

    /// <summary>Equal by value, without reflection. The hash is of the first members that are single values, which name the thing.</summary>
    private void EmitEquality()
    {
        var same = structure.Members.Select(member => Same(member.Type.Kind, member.PropertyName));
        code.Line("/// <summary>Whether the other is of the same type and has the same members.</summary>");
        code.Line($"public override bool Equals(object? obj) => ReferenceEquals(this, obj) || ({string.Join(" && ", same.Prepend($"obj is {structure.Name} other"))});").Line();
        var names = structure.Members.Where(member => member.Type.Kind is not (ApiKind.List or ApiKind.Map or ApiKind.Structure or ApiKind.Document)).Take(3).Select(member => member.PropertyName);
        code.Line("/// <summary>A hash of the members that name the thing. It changes when they do.</summary>");
        code.Line($"public override int GetHashCode() => global::System.HashCode.Combine({string.Join(", ", names.Prepend($"\"{structure.Name}\""))});").Line();
    }

    private static string Same(ApiKind kind, string member) => kind switch
    {
        ApiKind.List or ApiKind.Map or ApiKind.Document => $"Equality.{kind}s({member}, other.{member})",
        ApiKind.Structure => $"Equals({member}, other.{member})",
        _ => $"{member} == other.{member}",
    };

    private void EmitShape()
    {
        code.Block($"private static StructureShape MakeShape() => new(\"{structure.Name}\", typeof({structure.Name}), static () => new {structure.Name}(), new MemberShape[]", () =>
        {
            foreach (var member in structure.Members)
            {
                var marks = (member.IsRequired ? ", isRequired: true" : "") + (member.IsSensitive ? ", isSensitive: true" : "");
                code.Line($"new(\"{member.Name}\", typeof({structure.Name}), \"{member.PropertyName}\", {Shape(member.Type)}{marks}),");
            }
        }, "});");
    }

    private static string Read(ApiType type) => type.Kind switch
    {
        ApiKind.List => $"WireReader.{(type.Element!.IsValueType ? "Values" : "List")}<{type.Element.CSharp}>(ref reader, {Reader(type.Element)})",
        ApiKind.Map => $"WireReader.Map<{type.Element!.CSharp}>(ref reader, {Reader(type.Element)})",
        _ => $"{Reader(type)}(ref reader)",
    };

    private static string Reader(ApiType type) => type.Kind switch
    {
        ApiKind.Structure => $"{type.CSharp}.ReadOrNull",
        ApiKind.Enum => "WireReader.String",
        ApiKind.List or ApiKind.Map => $"static (ref global::System.Text.Json.Utf8JsonReader reader) => {Read(type)}",
        _ => $"WireReader.{type.Kind}",
    };

    private static string Write(ApiType type, string value) => type.Kind switch
    {
        ApiKind.List or ApiKind.Map => $"WireWriter.{type.Kind}(writer, {value}, {Writer(type.Element!)})",
        _ => $"{Writer(type)}(writer, {value})",
    };

    private static string Writer(ApiType type) => type.Kind switch
    {
        ApiKind.Structure => $"WireWriter.Structure<{type.CSharp}>",
        ApiKind.Enum => "WireWriter.String",
        ApiKind.List or ApiKind.Map => $"static (writer, value) => {Write(type, "value")}",
        _ => $"WireWriter.{type.Kind}",
    };

    private static string Shape(ApiType type) => type.Kind switch
    {
        ApiKind.Enum => $"ValueShape.Enum({type.FullName}.Values)",
        ApiKind.Structure => $"ValueShape.Of<{type.CSharp}>()",
        ApiKind.List or ApiKind.Map => $"ValueShape.{type.Kind}<{type.Element!.CSharp}>({Shape(type.Element)})",
        _ => $"ValueShape.{type.Kind}",
    };
}
