using System.IO.Compression;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsTools.Tests.Pack;

/// <summary>The package of the local ECS for NuGet, used by a project that has nothing else of EcsTools.</summary>
/// <param name="package">The package.</param>
public sealed partial class LocalPackageTests(LocalPackage package) : IClassFixture<LocalPackage>
{
    private const string Consumer = """
        using System.Net.Http;
        using System.Text;
        using EcsTools.Local;
        using EcsTools.Local.Behaviors;
        using EcsTools.Local.Http;

        public static class Consumer
        {
            public static async Task<string> Run()
            {
                using var ecs = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ManualClock() });
                ecs.Start();
                using var http = new HttpClient { BaseAddress = ecs.Url };
                await Call("CreateCluster", "{ \"capacityProviders\": [\"FARGATE_SPOT\"] }");
                await Call("RegisterTaskDefinition", "{ \"family\": \"web\", \"networkMode\": \"awsvpc\", \"requiresCompatibilities\": [\"FARGATE\"], \"cpu\": \"256\", \"memory\": \"512\", \"containerDefinitions\": [{ \"name\": \"app\", \"image\": \"app:1\" }] }");
                ecs.SetBehavior(new TaskBehavior { Image = "app:1", PullTime = TimeSpan.FromSeconds(2) });
                var run = await Call("RunTask", "{ \"taskDefinition\": \"web\", \"capacityProviderStrategy\": [{ \"capacityProvider\": \"FARGATE_SPOT\" }], \"networkConfiguration\": { \"awsvpcConfiguration\": { \"subnets\": [\"subnet-1\"] } } }");
                var task = run.Split("\"taskArn\":\"")[1].Split('"')[0];
                ecs.Advance(TimeSpan.FromMinutes(1));
                var steps = $"{ecs.GetBehaviors().Tasks.Count} {ecs.InterruptSpot(task)} {ecs.RunUntilSettled(TimeSpan.FromHours(1))}";
                steps += $" {(await Call("DescribeTasks", $"{{ \"tasks\": [\"{task}\"] }}")).Contains("SpotInterruption")} {ecs.InterruptSpot(task)}";
                ecs.ClearBehaviors();
                ecs.Reset();
                return $"{steps} {ecs.GetBehaviors().Tasks.Count} {await Call("ListClusters", "{}")} {ecs.GetFaults().Count}";

                async Task<string> Call(string operation, string body)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1") };
                    request.Headers.Add("X-Amz-Target", "AmazonEC2ContainerServiceV20141113." + operation);
                    using var response = await http.SendAsync(request);
                    return await response.Content.ReadAsStringAsync();
                }
            }
        }
        """;

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";

    [Fact]
    public async Task It_has_all_that_it_needs_and_says_what_it_is()
    {
        using var zip = ZipFile.OpenRead(package.File);
        Assert.Equal(
            ["EcsTools.Local", "EcsTools.Model", "EcsTools.Rules", "EcsTools.Scheduling"],
            zip.Entries.Where(entry => entry.FullName.StartsWith("lib/net8.0/", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).Order());
        using var nuspec = zip.GetEntry("EcsTools.Local.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single().Elements().ToLookup(element => element.Name.LocalName, element => element.Value);
        Assert.Equal(("EcsTools.Local", "Apache-2.0", "README.md"), (metadata["id"].Single(), metadata["license"].Single(), metadata["readme"].Single()));
        Assert.Empty(metadata["dependencies"]);
        Assert.NotNull(zip.GetEntry("README.md"));
        Assert.NotNull(zip.GetEntry("lib/net8.0/EcsTools.Local.xml"));
    }

    [Fact]
    public async Task A_project_that_has_the_package_alone_uses_it()
    {
        var compilation = Compile(Consumer);
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning));

        var context = new AssemblyLoadContext("consumer", isCollectible: true);
        foreach (var file in Directory.GetFiles(Path.Combine(package.Folder, "lib", "net8.0"), "*.dll")) context.LoadFromStream(new MemoryStream(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        image.Position = 0;
        var run = context.LoadFromStream(image).GetType("Consumer")!.GetMethod("Run")!;
        Assert.Equal("""1 True True True False 0 {"clusterArns":[]} 0""", await (Task<string>)run.Invoke(null, [])!);
        context.Unload();
    }

    /// <summary>The AWS SDK's client for ECS isn't here, so what comes from it isn't checked.</summary>
    [Fact]
    public async Task The_example_of_its_README_compiles()
    {
        var example = Example().Match(await File.ReadAllTextAsync(Path.Combine(package.Folder, "README.md"), TestContext.Current.CancellationToken)).Groups[1].Value;
        var compilation = Compile(example, "internal sealed class Deployer(Amazon.ECS.AmazonECSClient client) { public Task DeployAsync(string service, string image) => Task.CompletedTask; public object Client => client; }");
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(problem => problem.Severity == DiagnosticSeverity.Error && !OfTheSdk().IsMatch(problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture))));
    }

    private CSharpCompilation Compile(params string[] sources)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => !Path.GetFileName(path).StartsWith("EcsTools", StringComparison.Ordinal));
        var files = platform.Concat(Directory.GetFiles(Path.Combine(package.Folder, "lib", "net8.0"), "*.dll"));
        return CSharpCompilation.Create(
            "Consumer",
            sources.Append(Usings).Select(source => CSharpSyntaxTree.ParseText(source)),
            files.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("'(Amazon|AmazonECS\\w+|CreateClusterRequest|DescribeServicesRequest)'")]
    private static partial Regex OfTheSdk();
}
