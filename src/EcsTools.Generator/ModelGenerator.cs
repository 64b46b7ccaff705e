using EcsTools.Generator.Emit;
using Microsoft.CodeAnalysis;

namespace EcsTools.Generator;

/// <summary>Generates the types of the ECS API: one class per structure, one class of constants per enum, and the table of operations.</summary>
[Generator]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var wanted = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.EcsGenerate", out var value) && value == "Model");
        context.RegisterSourceOutput(ModelFiles.From(context).Combine(wanted), EmitWanted);
        context.RegisterSourceOutput(ModelFiles.OfOtherServices(context).Combine(wanted), EmitWanted);
    }

    private static void EmitWanted(SourceProductionContext output, (ModelFiles Files, bool IsWanted) pair)
    {
        if (pair.IsWanted) Emit(output, pair.Files);
    }

    private static void Emit(SourceProductionContext output, ModelFiles files)
    {
        foreach (var problem in files.Problems) output.ReportDiagnostic(problem);
        foreach (var structure in files.Model.Structures.Values)
            output.AddSource($"{files.Model.Service.Name}{structure.Name}.g.cs", new StructureEmitter(structure, files.Model, files.Docs).Emit());
        foreach (var values in files.Model.Enums)
            output.AddSource($"{files.Model.Service.Name}{values.Key}.g.cs", EnumEmitter.Emit(files.Model.Service, values.Key, values.Value, files.Docs.Enum(values.Key)));
        output.AddSource($"{files.Model.Service.Name}Operations.g.cs", OperationsEmitter.Emit(files.Model, files.Docs));
    }
}
