using System.Management.Automation;
using System.Reflection;
using EcsTools.Model;
using EcsTools.Tests.Model;
using Microsoft.CodeAnalysis;

namespace EcsTools.Tests.Generator;

public class CmdletGeneratorTests
{
    private const string New = """
        [Cmdlet("New", "EcsService"), Operation("CreateService", Target = "serviceName", Omit = ["clientToken"])]
        public sealed partial class TestCommand : EcsOperationCommand<CreateServiceRequest>;
        """;

    private const string Update = """
        [Cmdlet("Update", "EcsService"), Operation("UpdateService", Targets = "service")]
        public sealed partial class TestCommand : EcsOperationCommand<UpdateServiceRequest>;
        """;

    private static readonly Type NewEcsService = GeneratedCmdlet.Build(InNamespace(New));

    private readonly GeneratedCmdlet create = new(NewEcsService);

    private static string InNamespace(string source) => $"#pragma warning disable CS1591\nnamespace EcsTools.Commands {{ {source} }}";

    [Fact]
    public void Members_become_parameters_and_lists_among_them_in_the_singular() => Assert.Equal(
        ["Cluster", "ServiceName", "TaskDefinition", "DesiredCount", "EnableExecuteCommand", "LaunchType", "Compatibility", "CapacityProvider", "Port", "Status", "Access", "Name", "Configuration", "Tag", "Labels"],
        create.Parameters);

    [Theory]
    [InlineData("ServiceName", typeof(string))]
    [InlineData("DesiredCount", typeof(int?))]
    [InlineData("EnableExecuteCommand", typeof(SwitchParameter))]
    [InlineData("LaunchType", typeof(string))]
    [InlineData("Compatibility", typeof(string[]))]
    [InlineData("CapacityProvider", typeof(string[]))]
    [InlineData("Port", typeof(int[]))]
    [InlineData("Labels", typeof(Dictionary<string, string>))]
    public void A_parameter_has_the_type_that_people_give(string parameter, Type type) => Assert.Equal(type, create[parameter].PropertyType);

    [Theory]
    [InlineData("Configuration", "Configuration")]
    [InlineData("Tag", "Tag[]")]
    public void A_structure_is_given_as_one(string parameter, string type) => Assert.Equal(type, create[parameter].PropertyType.Name);

    [Theory]
    [InlineData("ServiceName", "ServiceArn", "Service")]
    [InlineData("Cluster", "ClusterArn", "ClusterName")]
    [InlineData("TaskDefinition", "TaskDefinitionArn")]
    [InlineData("CapacityProvider", "CapacityProviders", "CapacityProviderArn")]
    [InlineData("Compatibility", "Compatibilities")]
    [InlineData("Tag", "Tags")]
    [InlineData("DesiredCount")]
    [InlineData("Status")]
    [InlineData("Name")]
    public void A_parameter_answers_to_the_names_that_objects_carry(string parameter, params string[] aliases) => Assert.Equal(aliases, create.Aliases(parameter));

    [Theory]
    [InlineData("ServiceName", true)]
    [InlineData("TaskDefinition", true)]
    [InlineData("DesiredCount", false)]
    [InlineData("Cluster", false)] // required, but the session has one
    public void What_the_API_requires_is_mandatory(string parameter, bool isMandatory) => Assert.Equal(isMandatory, create.Parameter(parameter).Mandatory);

    [Fact]
    public void The_target_comes_first_and_from_the_pipeline()
    {
        Assert.Equal((0, true, true), (create.Parameter("ServiceName").Position, create.Parameter("ServiceName").ValueFromPipeline, create.Parameter("ServiceName").ValueFromPipelineByPropertyName));
        foreach (var other in create.Parameters.Where(name => name != "ServiceName"))
            Assert.Equal((int.MinValue, true), (create.Parameter(other).Position, create.Parameter(other).ValueFromPipelineByPropertyName));
    }

    [Theory]
    [InlineData("TaskDefinition", true)]
    [InlineData("DesiredCount", false)]
    public void What_is_mandatory_is_found_in_everything_that_is_piped(string parameter, bool isFound) => Assert.Equal(isFound, create.Parameter(parameter).ValueFromPipeline);

    [Fact]
    public void What_the_target_becomes_comes_second()
    {
        var update = new GeneratedCmdlet(InNamespace(Update.Replace("Targets = \"service\"", "Targets = \"service\", Then = \"desiredCount\"", StringComparison.Ordinal)));
        Assert.Equal((0, 1), (update.Parameter("Service").Position, update.Parameter("DesiredCount").Position));
    }

    [Fact]
    public void What_need_not_live_in_a_cluster_is_not_looked_for_in_the_sessions()
    {
        var update = new GeneratedCmdlet(InNamespace(Update.Replace("Targets = \"service\"", "Targets = \"service\", WithoutCluster = \"all clusters\"", StringComparison.Ordinal)));
        Assert.Equal("The name or ARN of the cluster. Default: all clusters.", update.Parameter("Cluster").HelpMessage);
        Assert.Equal(["""{"service":"a"}"""], update.Give("Service", new[] { "a" }).Requests());
    }

    [Fact]
    public void A_cmdlet_that_can_wait_says_for_what_and_how_long()
    {
        var waiting = new GeneratedCmdlet(InNamespace(Update.Replace("[Cmdlet", "[Waits(\"until it runs\"), Cmdlet", StringComparison.Ordinal).Replace("<UpdateServiceRequest>", "<UpdateServiceRequest>, EcsTools.Calls.IWaitParameters", StringComparison.Ordinal)));
        Assert.Equal(["Waits until it runs.", "How long."], new[] { "Wait", "Timeout" }.Select(name => waiting.Parameter(name).HelpMessage));
        Assert.DoesNotContain("Wait", create.Parameters);
    }

    [Theory]
    [InlineData("DesiredCount", "How many \"tasks\" run.")]
    [InlineData("LaunchType", "What the tasks run on.")]
    public void Descriptions_become_help(string parameter, string help) => Assert.Equal(help, create.Parameter(parameter).HelpMessage);

    [Theory]
    [InlineData("LaunchType")]
    [InlineData("Compatibility")]
    public void Values_that_the_API_names_are_offered(string parameter)
    {
        var values = (IEnumerable<CustomAttributeTypedArgument>)create.Binding(parameter, "Values")!.ConstructorArguments[0].Value!;
        Assert.Equal(["EC2", "FARGATE"], values.Select(value => value.Value));
        Assert.Equal("ValuesCompleter", create.Completer(parameter));
    }

    [Fact]
    public void Structures_and_maps_can_be_given_as_hashtables()
    {
        var one = create.Binding("Configuration", "Structure")!;
        Assert.Equal(("Configuration", "configuration"), (((Type)one.ConstructorArguments[0].Value!).Name, one.ConstructorArguments[1].Value));
        Assert.Empty(one.NamedArguments);
        var several = create.Binding("Tag", "Structure")!;
        Assert.Equal(("Tag", "tags"), (((Type)several.ConstructorArguments[0].Value!).Name, several.ConstructorArguments[1].Value));
        Assert.Equal("IsList", Assert.Single(several.NamedArguments).MemberName);
        Assert.Equal("labels", create.Binding("Labels", "Map")!.ConstructorArguments[0].Value);
    }

    [Theory]
    [InlineData("Cluster", "ClusterCompleter")]
    [InlineData("TaskDefinition", "TaskDefinitionCompleter")]
    [InlineData("ServiceName", "NothingCompleter")] // a new service has a name of its own
    public void Names_are_completed(string parameter, string? completer) => Assert.Equal(completer, create.Completer(parameter));

    [Theory]
    [InlineData("Cluster", "Cluster")]
    [InlineData("ServiceName", "Service")]
    public void An_object_can_stand_for_its_name(string parameter, string thing) =>
        Assert.Equal(thing, create.Binding(parameter, "Identity")!.ConstructorArguments[0].Value);

    [Fact]
    public void What_is_given_is_put_into_the_request_and_nothing_else() => Assert.Equal(
        ["""{"cluster":"prod","serviceName":"web","desiredCount":0,"enableExecuteCommand":false,"compatibilities":["EC2"],"ports":[80,443],"labels":{"a":"b"}}"""],
        create.Give("Cluster", "prod").Give("ServiceName", "web").Give("DesiredCount", 0).Give("EnableExecuteCommand", new SwitchParameter(false))
            .Give("Compatibility", new[] { "EC2" }).Give("Port", new[] { 80, 443 }).Give("Labels", new Dictionary<string, string> { ["a"] = "b" }).Give("CapacityProvider", null).Requests());

    [Fact]
    public void Several_targets_make_a_request_each_and_tell_the_cluster()
    {
        var update = new GeneratedCmdlet(InNamespace(Update));
        Assert.Equal(typeof(string[]), update["Service"].PropertyType);
        Assert.Equal("ServiceCompleter", update.Completer("Service"));
        Assert.Equal(["ServiceArn", "ServiceName", "Name"], update.Aliases("Service"));
        Assert.Equal(
            ["""{"cluster":"the session\u0027s, about a","service":"a","desiredCount":4}""", """{"cluster":"the session\u0027s, about b","service":"b","desiredCount":4}"""],
            update.Give("Service", new[] { "a", "b" }).Give("DesiredCount", 4).Requests());
    }

    [Fact]
    public void A_cluster_that_is_the_target_must_be_given()
    {
        var delete = new GeneratedCmdlet(InNamespace("""
            [Operation("DeleteCluster", Targets = "cluster")]
            public sealed partial class TestCommand : EcsOperationCommand<DeleteClusterRequest>;
            """));
        Assert.True(delete.Parameter("Cluster").Mandatory);
        Assert.Equal(["""{"cluster":"prod"}"""], delete.Give("Cluster", new[] { "prod" }).Requests());
    }

    [Fact]
    public void Without_a_target_there_is_one_request()
    {
        var create = new GeneratedCmdlet(InNamespace("""[Operation("CreateService")] public sealed partial class TestCommand : EcsOperationCommand<CreateServiceRequest>;"""));
        Assert.Equal(["""{"cluster":"the session\u0027s, about nothing","serviceName":"web"}"""], create.Give("ServiceName", "web").Requests());
    }

    [Fact]
    public void Where_JSON_can_be_given_nothing_is_mandatory_beside_it()
    {
        var create = new GeneratedCmdlet(InNamespace(New.Replace("Target =", "TakesJson = true, Target =", StringComparison.Ordinal)));
        var sets = create["TaskDefinition"].GetCustomAttributes<ParameterAttribute>().ToDictionary(set => set.ParameterSetName, set => set.Mandatory);
        Assert.Equal(new Dictionary<string, bool> { ["Parameters"] = true, ["CliInputJson"] = false, ["Definition"] = false }, sets);
        Assert.Equal(ParameterAttribute.AllParameterSets, create.Parameter("DesiredCount").ParameterSetName);
    }

    [Fact]
    public void A_request_can_be_in_a_file_and_nothing_is_mandatory_then()
    {
        var update = new GeneratedCmdlet(InNamespace(Update.Replace("Targets =", "TakesFile = true, Targets =", StringComparison.Ordinal)));
        var sets = update["Service"].GetCustomAttributes<ParameterAttribute>().ToDictionary(set => set.ParameterSetName, set => set.Mandatory);
        Assert.Equal(new Dictionary<string, bool> { ["Parameters"] = true, ["CliInputJson"] = false }, sets);
        Assert.Equal(["CliInputYaml"], update.Aliases("CliInputJson"));
        Assert.Empty(update.Requests());
        Assert.Equal(["""{"cluster":"c"}"""], update.Give("CliInputJson", "web.json").Give("Cluster", "c").Requests());
    }

    [Fact]
    public void What_the_cmdlet_declares_itself_is_left_alone()
    {
        var create = new GeneratedCmdlet(InNamespace(New.Replace(";", """
            {
                [Parameter(HelpMessage = "Mine."), Alias("ClusterArn")] public string? TaskDefinition { get; set; }
                [Parameter] public long DesiredCount { get; set; }
            }
            """, StringComparison.Ordinal)));
        Assert.Equal("Mine.", create.Parameter("TaskDefinition").HelpMessage);
        Assert.Equal(typeof(long), create["DesiredCount"].PropertyType);
        Assert.Equal(["ClusterName"], create.Aliases("Cluster"));
        Assert.Equal(["""{"cluster":"c","serviceName":"web"}"""], create.Give("Cluster", "c").Give("ServiceName", "web").Give("TaskDefinition", "t").Give("DesiredCount", 1L).Requests());
    }

    [Fact]
    public void A_target_that_the_cmdlet_declares_itself_is_still_the_target()
    {
        var update = new GeneratedCmdlet(InNamespace(Update.Replace(";", " { [Parameter] public string[]? Service { get; set; } }", StringComparison.Ordinal)));
        Assert.False(update.Parameter("Service").Mandatory);
        Assert.Equal(["""{"cluster":"c","service":"a"}""", """{"cluster":"c","service":"b"}"""], update.Give("Cluster", "c").Give("Service", new[] { "a", "b" }).Requests());
    }

    [Fact]
    public void A_cmdlet_of_two_operations_has_the_parameters_of_both_and_fills_each()
    {
        var two = new GeneratedCmdlet(InNamespace("""
            [Operation("ListServices")]
            [Operation("UpdateService", Omit = ["desiredCount"])]
            public sealed partial class TestCommand : EcsCommand
            {
                public string Both()
                {
                    var (list, update) = (new ListServicesRequest(), new UpdateServiceRequest());
                    Fill(list, null);
                    Fill(update, null);
                    return WireJson.ToText(list) + WireJson.ToText(update);
                }
            }
            """));
        Assert.Equal(["Cluster", "LaunchType", "Service"], two.Parameters);
        Assert.False(two.Parameter("Service").Mandatory); // only one of the two requires it
        two.Give("Cluster", "c").Give("LaunchType", "EC2").Give("Service", "web");
        Assert.Equal("""{"cluster":"c","launchType":"EC2"}{"cluster":"c","service":"web"}""", two.Invoke("Both"));
    }

    [Fact]
    public void Filling_is_an_override_only_where_the_base_class_asks_for_it()
    {
        Assert.Contains("protected override void Fill(", CmdletModule.With(InNamespace(New)).Source("TestCommand.g.cs"), StringComparison.Ordinal);
        var source = CmdletModule.With(InNamespace("""[Operation("UpdateService")] public sealed partial class TestCommand : EcsOperationCommand<CreateServiceRequest>;""")).Source("TestCommand.g.cs");
        Assert.Contains("private void Fill(", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Targets =>", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[Operation("CreateServce")] public partial class Wrong : EcsCommand;""", "ECS002", "'Wrong' is marked with the operation 'CreateServce', which the API model does not have; did you mean 'CreateService'?")]
    [InlineData("""[Operation(nameof(Operations.Unheard))] public partial class Wrong : EcsCommand;""", "ECS002", "'Wrong' is marked with the operation 'Unheard', which the API model does not have")]
    [InlineData("""[Operation("CreateService", Target = "servceName")] public partial class Wrong : EcsCommand;""", "ECS003", "'Wrong': the request of CreateService has no member 'servceName'; did you mean 'serviceName'?")]
    [InlineData("""[Operation("CreateService", Targets = "x")] public partial class Wrong : EcsCommand;""", "ECS003", "'Wrong': the request of CreateService has no member 'x'")]
    [InlineData("""[Operation("CreateService", Omit = ["tags", "tag"])] public partial class Wrong : EcsCommand;""", "ECS003", "'Wrong': the request of CreateService has no member 'tag'; did you mean 'tags'?")]
    [InlineData("""[Operation("CreateService")] public class Wrong : EcsCommand;""", "ECS004", "'Wrong' has generated parameters, so that it must be declared partial")]
    public void A_wrong_mark_is_an_error_at_the_class(string source, string id, string message)
    {
        var build = CmdletModule.With(InNamespace(source));
        var problem = Assert.Single(build.Problems);
        Assert.Equal((id, message), (problem.Id, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("Wrong", InNamespace(source).Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        Assert.Empty(build.Generated.GeneratedSources);
    }

    [Fact]
    public void A_mark_without_its_operation_leaves_the_compiler_to_complain() =>
        Assert.Empty(CmdletModule.With(InNamespace("[Operation()] public partial class Wrong : EcsCommand;")).Problems);

    [Fact]
    public void Every_operation_of_ECS_can_be_a_cmdlet()
    {
        var cmdlets = Operations.All.Select(operation => $$"""
            namespace EcsTools.Commands { [Operation("{{operation.Name}}")] public sealed partial class {{operation.Name}}Command : EcsOperationCommand<{{operation.Request.Name}}>; }
            """);
        var model = MetadataReference.CreateFromFile(typeof(Operations).Assembly.Location);
        var build = TestBuild.OfCmdlets(model, ModelResources.Facts.GetRawText(), ModelResources.Docs.GetRawText(), [CmdletModule.Base, "#pragma warning disable CS1591\n" + string.Concat(cmdlets)]);
        Assert.Equal(Operations.All.Count, build.Load().GetTypes().Count(type => type is { Namespace: "EcsTools.Commands", IsSealed: true } && type.Name.EndsWith("Command", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_edit_elsewhere_makes_no_cmdlet_again()
    {
        var build = CmdletModule.With(InNamespace(New));
        var again = build.After(compilation => compilation.AddSyntaxTrees(TestBuild.Parse("class Unrelated;")));
        Assert.Equal([IncrementalStepRunReason.Cached], again.OutputReasons);
        Assert.Equal(build.Source("TestCommand.g.cs"), again.Source("TestCommand.g.cs"));
    }

    [Theory]
    [InlineData("\"size\": { \"type\": \"integer\" }", "\"size\": { \"type\": \"long\" }", IncrementalStepRunReason.Cached)]
    [InlineData("\"errors\": []", "\"errors\": [ \"ServerException\" ]", IncrementalStepRunReason.Cached)]
    [InlineData("\"status\": { \"type\": \"[string]\" }", "\"status\": { \"type\": \"[integer]\" }", IncrementalStepRunReason.Modified)]
    public void An_edit_of_the_model_makes_again_the_cmdlets_that_it_changes_alone(string before, string after, IncrementalStepRunReason reason)
    {
        var again = CmdletModule.With(InNamespace(New)).WithFacts(CmdletModule.Facts.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal([reason], again.OutputReasons);
    }

    [Fact]
    public void A_line_above_a_cmdlet_does_not_make_it_again()
    {
        var build = CmdletModule.With(InNamespace(New));
        var again = build.After(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], TestBuild.Parse("\n// More.\n" + InNamespace(New))));
        Assert.Equal([IncrementalStepRunReason.Cached], again.OutputReasons);
    }

    [Fact]
    public void An_edit_of_one_cmdlet_makes_that_one_again_alone()
    {
        var build = CmdletModule.With(InNamespace(New), InNamespace(Update.Replace("TestCommand", "Other", StringComparison.Ordinal)));
        var edited = TestBuild.Parse(InNamespace(New.Replace("\"clientToken\"", "\"clientToken\", \"tags\"", StringComparison.Ordinal)));
        var again = build.After(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], edited));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], again.OutputReasons.Order());
        Assert.DoesNotContain(" Tag ", again.Source("TestCommand.g.cs"), StringComparison.Ordinal);
    }
}
