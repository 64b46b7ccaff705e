using System;
using EcsTools.Generator.Emitting;
using EcsTools.Generator.Parsing;
using EcsTools.Generator.Specs;
using Microsoft.CodeAnalysis;

namespace EcsTools.Generator;

/// <summary>Generates the types of an API: a class for each structure, constants for each enum, and the table of operations.</summary>
[Generator]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isWanted = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.EcsGenerate", out var value) && value == "Model");
        var ecs = ModelFiles.OfEcs(context)
            .Combine(isWanted)
            .SelectMany(static (pair, _) => pair.Right ? [pair.Left] : Array.Empty<ModelSpec>());
        var others = ModelFiles.OfOtherServices(context)
            .Combine(isWanted)
            .SelectMany(static (pair, _) => pair.Right ? [pair.Left] : Array.Empty<ModelSpec>());
        Register(context, ecs);
        Register(context, others);
    }

    /// <summary>Each output depends on its own spec alone, so that an edit of the model generates again only what it changes.</summary>
    private static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ModelSpec> models)
    {
        context.RegisterSourceOutput(models.SelectMany(static (model, _) => model.Problems), static (output, problem) =>
            output.ReportDiagnostic(problem.ToDiagnostic()));
        context.RegisterSourceOutput(models.SelectMany(static (model, _) => model.Structures), static (output, structure) =>
            output.AddSource($"{structure.Service.Name}{structure.Name}.g.cs", new StructureEmitter(structure).Emit()));
        context.RegisterSourceOutput(models.SelectMany(static (model, _) => model.Enums), static (output, values) =>
            output.AddSource($"{values.Service.Name}{values.Name}.g.cs", EnumEmitter.Emit(values)));
        context.RegisterSourceOutput(models.Select(static (model, _) => (model.Service, model.Operations)), static (output, table) =>
            output.AddSource($"{table.Service.Name}Operations.g.cs", OperationsEmitter.Emit(table.Service, table.Operations)));
    }
}
