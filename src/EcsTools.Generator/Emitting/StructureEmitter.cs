using System.Linq;
using EcsTools.Generator.Specs;

namespace EcsTools.Generator.Emitting;

/// <summary>
/// Writes the class of a structure: its properties, its shape, its reader and writer, its copy, and when it equals another.
/// </summary>
internal sealed class StructureEmitter(StructureSpec structure)
{
    private const string OutOfRange = "throw new global::System.ArgumentOutOfRangeException(nameof(number))";

    private readonly CodeWriter code = new();

    public string Emit()
    {
        code.Line($"namespace {structure.Service.Namespace};").Line().Summary(structure.Summary);
        code.Block($"{structure.Service.Access} sealed partial class {structure.Name} : Structure, IStructure<{structure.Name}>{(structure.Token is null ? "" : ", IIdempotentRequest")}", () =>
        {
            code.Line("private static StructureShape? shape;").Line();
            foreach (var member in structure.Members) EmitProperty(member);
            code.Line($"static StructureShape IStructure<{structure.Name}>.TypeShape => shape ??= MakeShape();").Line();
            code.Line("internal override StructureShape Shape => shape ??= MakeShape();").Line();
            if (structure.Token is { PropertyName: var token })
                code.Line($"string? IIdempotentRequest.Token {{ get => {token}; set => {token} = value; }}").Line();
            EmitReader();
            EmitWriter();
            EmitMembersByNumber();
            EmitCopy();
            EmitEquality();
            EmitShape();
        });
        return code.ToString();
    }

    private void EmitProperty(MemberSpec member) => code
        .Summary(member.Summary)
        .Line($"public {member.Type.CSharp}? {member.PropertyName} {{ get; set; }}").Line();

    /// <summary>
    /// Readers call each other as they are, not through the interface: code that is shared by types would have to look each up.
    /// </summary>
    private void EmitReader() => code
        .Line($"static {structure.Name} IStructure<{structure.Name}>.Read(ref global::System.Text.Json.Utf8JsonReader reader) => ReadOrNull(ref reader) ?? throw WireReader.NoObject(ref reader);")
        .Line()
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
                        code.Line($"result.{member.PropertyName} = {ValueExpressions.Read(member.Type)};").Line("continue;"));
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
                code.Line($"writer.WritePropertyName(\"{member.Name}\"u8);").Line($"{ValueExpressions.Write(member.Type, local)};"));
        }

        code.Line("writer.WriteEndObject();");
    }).Line();

    /// <summary>
    /// Two methods for all members, by their numbers in the shape: a getter and a setter for each would make the assembly half as large
    /// again.
    /// </summary>
    private void EmitMembersByNumber()
    {
        code.Block("internal override object? GetMember(int number) => number switch", () =>
        {
            // without the cast, numbers of different types would all become the widest
            foreach (var (member, number) in structure.Members
                .Select((member, number) => (member, number))) code.Line($"{number} => (object?){member.PropertyName},");
            code.Line($"_ => {OutOfRange},");
        }, "};").Line();
        code.Block("internal override void SetMember(int number, object? value)", () => code.Block("switch (number)", () =>
        {
            foreach (var (member, number) in structure.Members.Select((member, number) => (member, number)))
                code.Line($"case {number}: {member.PropertyName} = ({member.Type.CSharp}?)value; break;");
            code.Line($"default: {OutOfRange};");
        })).Line();
    }

    private void EmitCopy()
    {
        code.Block("internal override Structure CopyAll()", () =>
        {
            code.Block($"var copy = new {structure.Name}", () =>
            {
                foreach (var member in structure.Members)
                    code.Line($"{member.PropertyName} = {ValueExpressions.Copy(member.Type, member.PropertyName)},");
            }, "};");
            code.Line("CopyOwn(copy);").Line("return copy;");
        }).Line();
        code.Line("/// <summary>Copies what the structure has beside the members of the API.</summary>");
        code.Line($"partial void CopyOwn({structure.Name} copy);").Line();
    }

    /// <summary>
    /// Equal by value, without reflection. The hash is of the first members that are single values, which name the thing.
    /// </summary>
    private void EmitEquality()
    {
        var same = structure.Members.Select(member => ValueExpressions.Same(member.Type.Kind, member.PropertyName));
        code.Line("/// <summary>Whether the other is of the same type and has the same members.</summary>");
        code
            .Line($"public override bool Equals(object? obj) => ReferenceEquals(this, obj) || ({string.Join(" && ", same.Prepend($"obj is {structure.Name} other"))});")
            .Line();
        var names = structure.Members
            .Where(member => member.Type.Kind is not (TypeKind.List or TypeKind.Map or TypeKind.Structure or TypeKind.Document))
            .Take(3)
            .Select(member => member.PropertyName);
        code.Line("/// <summary>A hash of the members that name the thing. It changes when they do.</summary>");
        code
            .Line($"public override int GetHashCode() => global::System.HashCode.Combine({string.Join(", ", names.Prepend($"\"{structure.Name}\""))});")
            .Line();
    }

    private void EmitShape() =>
        code.Block($"private static StructureShape MakeShape() => new(\"{structure.Name}\", typeof({structure.Name}), static () => new {structure.Name}(), new MemberShape[]", () =>
        {
            foreach (var (member, number) in structure.Members.Select((member, number) => (member, number)))
            {
                var marks = (member.IsRequired ? ", isRequired: true" : "") + (member.IsSensitive ? ", isSensitive: true" : "");
                code
                    .Line($"new({number}, \"{member.Name}\", typeof({structure.Name}), \"{member.PropertyName}\", {ValueExpressions.Shape(member.Type)}{marks}),");
            }
        }, "});");
}
