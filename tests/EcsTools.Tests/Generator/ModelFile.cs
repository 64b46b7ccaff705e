using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EcsTools.Tests.Generator;

/// <summary>A model file as the build hands it to a generator.</summary>
internal sealed class ModelFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    /// <summary>The facts: ecs.json.</summary>
    public static ModelFile Facts(string text) => new("/src/api/ecs.json", text);

    /// <summary>Our own words: ecs.docs.json.</summary>
    public static ModelFile Docs(string text) => new("/src/api/ecs.docs.json", text);
}
