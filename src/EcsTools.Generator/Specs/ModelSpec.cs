using System.Linq;

namespace EcsTools.Generator.Specs;

/// <summary>The API of a service as its file describes it, and what is wrong with the file.</summary>
internal sealed record ModelSpec(
    ServiceSpec Service,
    EquatableList<OperationSpec> Operations,
    EquatableList<StructureSpec> Structures,
    EquatableList<EnumSpec> Enums,
    EquatableList<DiagnosticSpec> Problems)
{
    public OperationSpec? Operation(string name) => Operations.FirstOrDefault(operation => operation.Name == name);

    public StructureSpec Structure(string name) => Structures.First(structure => structure.Name == name);
}
