namespace EcsTools.Tests.Architecture;

/// <summary>How the folders of the projects depend on one another.</summary>
public sealed class FolderTests
{
    private static readonly string[] Projects =
        ["EcsTools", "EcsTools.Client", "EcsTools.Forecast", "EcsTools.Local", "EcsTools.Model", "EcsTools.Rules", "EcsTools.Scheduling", "EcsTools.Show"];

    /// <summary>The layers of the local ECS, the lowest first. A folder uses folders of its own layer and of those below.</summary>
    private static readonly string[][] LayersOfLocal =
    [
        [""],
        ["Behaviors"],
        ["Sessions", "Engine/State"],
        ["Engine/Core"],
        ["Engine/Tasks", "Engine/TaskDefinitions", "Engine/Services", "Engine/Daemons", "Engine/Instances", "Engine/Capacity", "Engine/Gateways"],
        ["Engine"],
        ["Api"],
        ["Api/*"],
        ["Http"],
    ];

    public static TheoryData<string> Existing => [.. Projects.Where(project => Directory.Exists(Path.Combine(Cmdlets.EcsPrompt.Metadata("Repository"), "src", project)))];

    [Theory]
    [MemberData(nameof(Existing))]
    public void The_folders_of_a_project_form_no_circle(string name)
    {
        var project = CompiledProject.Of(name);
        List<string> circles = [.. project.Circles().Select(circle => Explained(project, circle.Split(" <-> ")))];
        Assert.True(circles.Count == 0, string.Join(Environment.NewLine, circles));
    }

    [Fact]
    public void The_local_ecs_is_built_in_layers()
    {
        var project = CompiledProject.Of("EcsTools.Local");
        var folders = project.Sources.Select(source => source.Folder).Distinct().ToList();
        Assert.All(folders, folder => Assert.True(Layer(folder) >= 0, $"{folder} is in no layer"));
        var upward =
            from arrow in project.Arrows
            from used in arrow.Value.Keys
            where Layer(used) > Layer(arrow.Key)
            select project.Why(arrow.Key, used);
        Assert.True(!upward.Any(), string.Join(Environment.NewLine, upward));
    }

    [Theory]
    [InlineData("EcsTools")]
    [InlineData("EcsTools.Forecast")]
    [InlineData("EcsTools.Local")]
    [InlineData("EcsTools.Show")]
    public void A_namespace_is_its_folder(string name)
    {
        var elsewhere =
            from source in CompiledProject.Of(name).Sources
            let expected = NamespaceOf(name, source.Folder)
            where source.Namespace != expected
            select $"{source.Path} is in {source.Namespace}";
        Assert.True(!elsewhere.Any(), string.Join(Environment.NewLine, elsewhere));
    }

    /// <summary>All cmdlets have one namespace: EcsTools.Commands.Task would hide the type of the model with that name.</summary>
    private static string NamespaceOf(string project, string folder) =>
        folder.StartsWith("Commands/", StringComparison.Ordinal) ? "EcsTools.Commands" : folder.Length == 0 ? project : $"{project}.{folder.Replace('/', '.')}";

    private static int Layer(string folder) => Array.FindIndex(LayersOfLocal, layer =>
        layer.Contains(folder) || layer.Any(one => one.EndsWith("/*", StringComparison.Ordinal) && folder.StartsWith(one[..^1], StringComparison.Ordinal)));

    private static string Explained(CompiledProject project, string[] circle) => string.Join(Environment.NewLine, circle
        .SelectMany(from => circle.Where(to => project.Arrows[from].ContainsKey(to)).Select(to => project.Why(from, to))));
}
