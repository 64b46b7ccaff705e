namespace EcsTools.Generator.Emitting;

/// <summary>Writes the parameters of a cmdlet that change a task definition.</summary>
internal static class DeployEmitter
{
    private const string Collections = "global::System.Collections.Generic.";
    private const string Binding = "global::EcsTools.Binding.";
    private const string Engine = "global::System.Management.Automation.";
    private const string Texts = Collections + "List<string>", Map = Collections + "Dictionary<string, string?>";
    private const string Nothing = Engine + "ArgumentCompleter(typeof(global::EcsTools.Completion.NothingCompleter))";

    private static readonly DeployParameter[] Parameters =
    [
        PerContainer(
            "Image",
            "image",
            "string",
            "String, TakesPairs = true",
            Engine + "ArgumentCompleter(typeof(global::EcsTools.Completion.ImageCompleter))"),
        PerContainer("Environment", "environment", Map, "Map"),
        PerContainer("EnvironmentFile", "environmentFile", Texts, "List, AreNames = true"),
        PerContainer("RemoveEnvironment", "removeEnvironment", Texts, "List, AreNames = true", Nothing),
        PerContainer("Secret", "secrets", Map, "Map"),
        PerContainer("RemoveSecret", "removeSecret", Texts, "List, AreNames = true", Nothing),
        PerContainer("Cpu", "cpu", "string", "String"),
        PerContainer("Memory", "memory", "string", "String"),
        PerContainer("Command", "command", Texts, "List, TakesEmptyItems = true"),
        new(
            "HealthCheck",
            $"{Collections}Dictionary<string, global::EcsTools.Model.HealthCheck?>",
            Binding + "HealthChecks",
            Engine + "AllowNull"),
        new("TaskRole", "string", Engine + "AllowEmptyString", Nothing),
        new("ExecutionRole", "string", Engine + "AllowEmptyString", Nothing),
    ];

    private static DeployParameter PerContainer(string name, string path, string type, string arguments, params string[] attributes) =>
        new(name, $"{Collections}Dictionary<string, {type}>", [
            $"{Binding}PerContainer(\"{path}\", global::EcsTools.Model.ValueKind.{arguments})", .. attributes]);

    public static string Emit(string inNamespace, string inClass)
    {
        var code = new CodeWriter();
        code.Line($"namespace {inNamespace};").Line();
        code.Block($"partial class {inClass}", () =>
        {
            foreach (var parameter in Parameters)
            {
                code.Line("/// <inheritdoc/>");
                code.Line($"[{Engine}Parameter(HelpMessage = global::EcsTools.Deploy.IDeployParameters.{parameter.Name}Help)]");
                foreach (var attribute in parameter.Attributes) code.Line($"[{attribute}]");
                code.Line($"public {parameter.Type}? {parameter.Name} {{ get; set; }}").Line();
            }
        });
        return code.ToString();
    }

    /// <summary>A parameter, with its attributes.</summary>
    private sealed class DeployParameter(string name, string type, params string[] attributes)
    {
        public string Name => name;

        public string Type => type;

        public string[] Attributes => attributes;
    }
}
