using System.Reflection;
using System.Runtime.Loader;
using EcsTools.Generator;
using EcsTools.Tests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsTools.Tests.Generator;

/// <summary>A project that is built in memory with one of the generators, as the compiler does it.</summary>
internal sealed class TestBuild
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("EcsTools", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>What structures need of the model's class of that name, which itself is made in part by the generator of regular expressions.</summary>
    private const string Shown = "#nullable enable\nnamespace EcsTools.Text; internal static class Shown { public static string Text(string text) => text; public static string Value(string? name, string? value) => value ?? \"\"; }";

    private static readonly SyntaxTree[] Wire =
        [.. ModelResources.WireSources.Append(Usings).Append(Shown).Select(Parse)];

    private readonly CSharpCompilation output;
    private readonly Lazy<byte[]> image;

    private readonly ModelFile facts;

    private TestBuild(CSharpCompilation input, GeneratorDriver driver, ModelFile facts)
    {
        (Input, this.facts) = (input, facts);
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out var compilation, out var problems);
        output = (CSharpCompilation)compilation;
        Problems = problems;
        image = new(Emit);
    }

    public CSharpCompilation Input { get; }

    public GeneratorDriver Driver { get; }

    /// <summary>What the generator complains about.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    public GeneratorRunResult Generated => Driver.GetRunResult().Results[0];

    /// <summary>Why each output of the generator is as it is: made anew, or kept from the build before.</summary>
    public IEnumerable<IncrementalStepRunReason> OutputReasons =>
        Generated.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    /// <summary>The model project, of a small model and the hand-written sources that it always has.</summary>
    public static TestBuild OfModel(string facts, string? docs = null, string source = "", string generate = "Model") =>
        Of(Compilation("Model", [.. Wire, Parse(source)], []), new ModelGenerator(), facts, docs, generate);

    /// <summary>A project of cmdlets over a model that was built before.</summary>
    public static TestBuild OfCmdlets(MetadataReference model, string facts, string? docs, params string[] sources) =>
        Of(Compilation("Cmdlets", sources.Select(Parse), [model]), new CmdletGenerator(), facts, docs, "Cmdlets");

    /// <summary>The same project after an edit; the generator remembers what it made before.</summary>
    public TestBuild After(Func<CSharpCompilation, CSharpCompilation> edit) => new(edit(Input), Driver, facts);

    /// <summary>The same project after an edit of the facts.</summary>
    public TestBuild WithFacts(string edited)
    {
        var file = ModelFile.Facts(edited);
        return new(Input, Driver.ReplaceAdditionalText(facts, file), file);
    }

    /// <summary>The finished assembly, for another project to build on.</summary>
    public MetadataReference Reference => MetadataReference.CreateFromImage(image.Value);

    public static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Language, path: "Test.cs");

    public string Source(string hintName) => Generated.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    public INamedTypeSymbol Type(string name) => output.GetTypeByMetadataName(name)!;

    /// <summary>The assembly, loaded together with those that it needs.</summary>
    public Assembly Load(params TestBuild[] dependencies)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        foreach (var dependency in dependencies) context.LoadFromStream(new MemoryStream(dependency.image.Value));
        return context.LoadFromStream(new MemoryStream(image.Value));
    }

    /// <summary>The finished assembly. The compiler had nothing to say, not even a warning.</summary>
    private byte[] Emit()
    {
        using var stream = new MemoryStream();
        var result = output.Emit(stream);
        Assert.Empty(Problems.Concat(result.Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning)));
        return stream.ToArray();
    }

    private static CSharpCompilation Compilation(string name, IEnumerable<SyntaxTree> sources, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        name, sources, [.. Platform, .. references], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static TestBuild Of(CSharpCompilation input, IIncrementalGenerator generator, string facts, string? docs, string generate)
    {
        var file = ModelFile.Facts(facts);
        return new(input, NewDriver(generator, docs is null ? [file] : [file, ModelFile.Docs(docs)], generate), file);
    }

    private static CSharpGeneratorDriver NewDriver(IIncrementalGenerator generator, IEnumerable<ModelFile> files, string generate) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        files,
        Language,
        new BuildProperties(generate),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
