using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcsTools.Generator.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EcsTools.Generator.Parsing;

/// <summary>The model files among a project's additional files, parsed when they change.</summary>
internal static class ModelFiles
{
    private const string Facts = "ecs.json", Docs = "ecs.docs.json";

    /// <summary>The model of ECS.</summary>
    public static IncrementalValueProvider<ModelSpec> OfEcs(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) is Facts or Docs)
            .Collect()
            .Select(static (files, _) => Read(files));

    /// <summary>The models of the services beside ECS. Their types are the module's own, and have no words for users.</summary>
    public static IncrementalValuesProvider<ModelSpec> OfOtherServices(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) is "logs.json" or "ssm.json" or "kms.json")
            .Select(static (file, _) => Read(file, Descriptions.None, []));

    private static ModelSpec Read(IReadOnlyList<AdditionalText> files)
    {
        var problems = new List<DiagnosticSpec>();
        var descriptions = ReadDescriptions(files.FirstOrDefault(file => Path.GetFileName(file.Path) == Docs), problems);
        return Read(files.FirstOrDefault(file => Path.GetFileName(file.Path) == Facts), descriptions, problems);
    }

    private static ModelSpec Read(AdditionalText? facts, Descriptions descriptions, List<DiagnosticSpec> problems)
    {
        if (facts?.GetText() is not { } text) return new(ServiceSpec.Ecs, new([]), new([]), new([]), new([]));
        var found = new List<ModelProblem>();
        var model = ModelParser.Parse(text.ToString(), descriptions, found);
        problems.AddRange(found.Select(problem => Report(facts.Path, text, problem)));
        return model with { Problems = problems.ToEquatableList() };
    }

    private static Descriptions ReadDescriptions(AdditionalText? file, List<DiagnosticSpec> problems)
    {
        if (file?.GetText() is not { } text) return Descriptions.Empty;
        var found = new List<ModelProblem>();
        var root = JsonReader.Read(text.ToString(), found);
        problems.AddRange(found.Select(problem => Report(file.Path, text, problem)));
        return root is null ? Descriptions.Empty : Descriptions.Read(root);
    }

    /// <summary>The error at the line that names the entry.</summary>
    private static DiagnosticSpec Report(string path, SourceText text, ModelProblem problem) => DiagnosticSpec.Of(
        Diagnostics.WrongEntry,
        LocationSpec.Of(path, text, problem.Position),
        problem.Entry.Length == 0 ? Path.GetFileName(path) : problem.Entry,
        problem.Problem);
}
