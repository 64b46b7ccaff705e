using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcsTools.Generator.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EcsTools.Generator;

/// <summary>The model files among a project's additional files, read and checked.</summary>
internal sealed class ModelFiles(ApiModel model, ApiDocs docs, IReadOnlyList<Diagnostic> problems)
{
    private static readonly DiagnosticDescriptor WrongEntry = new(
        "ECS001", "The API model has a wrong entry", "{0}: {1}", "EcsTools", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public ApiModel Model => model;

    public ApiDocs Docs => docs;

    public IReadOnlyList<Diagnostic> Problems => problems;

    public static IncrementalValueProvider<ModelFiles> From(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) is "ecs.json" or "ecs.docs.json")
            .Collect()
            .Select(static (files, _) => Read(files));

    /// <summary>The model files of the other services, one each. Their types are internal and have no descriptions for users.</summary>
    public static IncrementalValuesProvider<ModelFiles> OfOtherServices(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) is "logs.json" or "ssm.json" or "kms.json")
            .Select(static (file, _) => Read(file, ApiDocs.None, []));

    private static ModelFiles Read(IReadOnlyList<AdditionalText> files)
    {
        var diagnostics = new List<Diagnostic>();
        var docs = ReadDocs(files.FirstOrDefault(f => Path.GetFileName(f.Path) == "ecs.docs.json"), diagnostics);
        return Read(files.FirstOrDefault(f => Path.GetFileName(f.Path) == "ecs.json"), docs, diagnostics);
    }

    private static ModelFiles Read(AdditionalText? facts, ApiDocs docs, List<Diagnostic> diagnostics)
    {
        if (facts?.GetText() is not { } text) return new ModelFiles(new ApiModel(), ApiDocs.Empty, []);
        var (model, problems) = ApiModelReader.Read(text.ToString());
        diagnostics.AddRange(problems.Select(p => Report(facts.Path, text, p)));
        return new ModelFiles(model, docs, diagnostics);
    }

    private static ApiDocs ReadDocs(AdditionalText? file, List<Diagnostic> diagnostics)
    {
        if (file?.GetText() is not { } text) return ApiDocs.Empty;
        var problems = new List<ApiProblem>();
        var root = JsonReader.Read(text.ToString(), problems);
        diagnostics.AddRange(problems.Select(p => Report(file.Path, text, p)));
        return root is null ? ApiDocs.Empty : ApiDocs.Read(root);
    }

    /// <summary>The error at the line that names the entry.</summary>
    private static Diagnostic Report(string path, SourceText text, ApiProblem problem)
    {
        var span = new TextSpan(problem.Position, 0);
        var entry = problem.Entry.Length == 0 ? Path.GetFileName(path) : problem.Entry;
        return Diagnostic.Create(WrongEntry, Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), entry, problem.Problem);
    }
}
