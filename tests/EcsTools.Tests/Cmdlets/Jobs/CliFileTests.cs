using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Requests in files, as users have them for the AWS CLI: parameters take precedence over them.</summary>
public sealed class CliFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ecstools").FullName;
    private readonly EcsPrompt prompt = Shop.Open();

    private static readonly (string Cmdlet, string Json, string Problem)[] Misspelt =
    [
        ("New-EcsService", """{"serviceName":"web","taskDefinition":"web","desiredCount":1,"deploymentConfiguration":{"maximumPrecent":150}}""", "deploymentConfiguration.maximumPrecent: DeploymentConfiguration has no such member; did you mean maximumPercent?"),
        ("Update-EcsService", """{"service":"web","desiredCuont":1}""", "desiredCuont: UpdateServiceRequest has no such member; did you mean desiredCount?"),
        ("Test-EcsDeployment", """{"service":"web","desiredCuont":1}""", "desiredCuont: UpdateServiceRequest has no such member; did you mean desiredCount?"),
        ("Start-EcsTask", """{"taskDefinition":"web","overrides":{"containerOverrides":[{"naem":"web"}]}}""", "overrides.containerOverrides[0].naem: ContainerOverride has no such member; did you mean name?"),
        ("New-EcsTaskSet", """{"service":"web","taskDefinition":"web","scale":{"valeu":1}}""", "scale.valeu: Scale has no such member; did you mean value?"),
        ("New-EcsCapacityProvider", """{"name":"cp","autoScalingGroupProvider":{"autoScalingGroupArm":"x"}}""", "did you mean autoScalingGroupArn?"),
    ];

    private static readonly (string Cmdlet, string Json, string Advice)[] Incomplete =
    [
        ("New-EcsService", """{"taskDefinition":"web"}""", "Add serviceName, or specify -ServiceName."),
        ("Update-EcsService", """{"desiredCount":1}""", "Add service, or specify -Service."),
        ("Start-EcsTask", """{"count":1}""", "Add taskDefinition, or specify -TaskDefinition."),
        ("New-EcsTaskSet", """{"service":"web"}""", "Add taskDefinition, or specify -TaskDefinition."),
        ("New-EcsCapacityProvider", """{"tags":[]}""", "Add name, or specify -Name."),
    ];

    public void Dispose()
    {
        prompt.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_service_is_created_and_updated_from_files_and_parameters_take_precedence()
    {
        var create = Write("web.json", """{"serviceName":"web","taskDefinition":"web","desiredCount":1,"propagateTags":"SERVICE","tags":[{"key":"a","value":"b"}]}""");
        var said = prompt.Run($"New-EcsService -CliInputJson '{create}' -DesiredCount 2 -Verbose");
        Assert.Equal(("web", 2, "SERVICE"), (said.One<Service>().ServiceName, said.One<Service>().DesiredCount, said.One<Service>().PropagateTags));
        Assert.Equal(["CreateService"], said.Called);

        var update = Write("update.yaml", "service: web\ndesiredCount: 3\npropagateTags: NONE\n");
        var updated = prompt.Run($"Update-EcsService -CliInputYaml '{update}' -PropagateTags TASK_DEFINITION -Verbose");
        Assert.Equal((3, "TASK_DEFINITION"), (updated.One<Service>().DesiredCount, updated.One<Service>().PropagateTags));
        Assert.Equal(["UpdateService"], updated.Called);
    }

    [Fact]
    public void A_file_holds_for_each_service_that_is_named_or_piped()
    {
        prompt.Run("'a', 'b' | ForEach-Object { $null = New-EcsService $_ -TaskDefinition web -DesiredCount 1 }").Clean();
        var update = Write("update.json", """{"service":"nosuch","desiredCount":2}""");
        Assert.Equal([2, 2], prompt.Run($"Get-EcsService | Update-EcsService -CliInputJson '{update}'").All<Service>().Select(service => service.DesiredCount));
        Assert.Equal(["a", "b"], prompt.Run($"Update-EcsService a, b -CliInputJson '{update}'").All<Service>().Select(service => service.ServiceName));
    }

    [Fact]
    public void The_cluster_is_the_command_lines_then_the_files_then_the_sessions()
    {
        prompt.Run("'one', 'two' | New-EcsCluster | Out-Null").Clean();
        var file = Write("web.json", """{"cluster":"one","serviceName":"web","taskDefinition":"web","desiredCount":0}""");
        Assert.Equal("one", prompt.Run($"New-EcsService -CliInputJson '{file}'").One<Service>().Cluster);
        Assert.Equal("two", prompt.Run($"New-EcsService -CliInputJson '{file}' -Cluster two").One<Service>().Cluster);
        Assert.Equal("shop", prompt.Run("New-EcsService -CliInputJson '{\"serviceName\":\"web\",\"taskDefinition\":\"web\",\"desiredCount\":0}'").One<Service>().Cluster);
    }

    [Fact]
    public void Files_texts_and_hashtables_come_down_the_pipeline()
    {
        foreach (var name in (string[])["a", "b"]) Write($"{name}.json", $$"""{"serviceName":"{{name}}","taskDefinition":"web","desiredCount":0}""");
        Assert.Equal(["a", "b"], prompt.Run($"[IO.FileInfo[]]('{folder}/a.json', '{folder}/b.json') | New-EcsService").All<Service>().Select(service => service.ServiceName));
        Assert.Equal("c", prompt.Run("""'{"serviceName":"c","taskDefinition":"web","desiredCount":0}' | New-EcsService""").One<Service>().ServiceName);
        Assert.Equal("d", prompt.Run("@{ serviceName = 'd'; taskDefinition = 'web'; desiredCount = 0 } | New-EcsService").One<Service>().ServiceName);
        Assert.Equal("d", prompt.Run("@{ service = 'd'; desiredCount = 1 } | Update-EcsService").One<Service>().ServiceName);
        Assert.Equal("GivenTwice", Id(prompt.Run($"[IO.FileInfo]'{folder}/a.json' | New-EcsService -CliInputJson '{folder}/b.json'")));
    }

    [Fact]
    public void One_bad_file_does_not_stop_the_others()
    {
        var (bad, good) = (Write("a.json", """{"serviceNam":"a"}"""), Write("b.json", """{"serviceName":"b","taskDefinition":"web","desiredCount":0}"""));
        var said = prompt.Run($"[IO.FileInfo[]]('{bad}', '{good}') | New-EcsService");
        Assert.Equal("b", Assert.Single(said.Output).BaseObject.ToString());
        Assert.Contains("a.json, line 1: serviceNam", said.Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_member_is_an_error_with_its_path()
    {
        foreach (var (cmdlet, given, problem) in Misspelt.SelectMany(one => new[] { one with { Json = Write($"{one.Cmdlet}.json", one.Json) }, one }))
        {
            var error = prompt.Run($"{cmdlet} -CliInputJson '{given}'").Error();
            Assert.StartsWith("InvalidRequestJson,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(problem, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_missing_is_an_error_that_says_where_to_add_it()
    {
        foreach (var (cmdlet, json, advice) in Incomplete)
        {
            var error = prompt.Run($"{cmdlet} -CliInputJson '{Write("a.json", json)}'").Error();
            Assert.StartsWith("Missing", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(advice, error.ErrorDetails.RecommendedAction);
        }
    }

    [Fact]
    public void Tasks_are_started_from_files_for_run_task_and_start_task()
    {
        var run = Write("run.json", """{"taskDefinition":"web","count":12,"startedBy":"me","overrides":{"containerOverrides":[{"name":"web","command":["a","b"]}]}}""");
        var said = prompt.Run($"Start-EcsTask -CliInputJson '{run}' -StartedBy you -Verbose");
        Assert.Equal((12, 2, 2), (said.All<EcsTask>().Count, said.Calls("RunTask"), said.Called.Count));
        Assert.All(said.All<EcsTask>(), task => Assert.Equal(("you", "a b"), (task.StartedBy, string.Join(' ', task.Overrides!.ContainerOverrides![0].Command!))));
        Assert.Single(prompt.Run($"Start-EcsTask -CliInputJson '{run}' -Count 1").All<EcsTask>());

        var instance = prompt.Run("Get-EcsContainerInstance").All<ContainerInstance>()[0].ContainerInstanceArn!;
        var start = Write("start.json", $$"""{"taskDefinition":"web","containerInstances":["{{instance}}"]}""");
        Assert.Equal(instance, prompt.Run($"Start-EcsTask -CliInputJson '{start}'").One<EcsTask>().ContainerInstanceArn);
    }

    [Fact]
    public void Task_sets_and_capacity_providers_are_created_from_files()
    {
        prompt.Run("$null = New-EcsService ext -DesiredCount 2 -DeploymentController EXTERNAL").Clean();
        var set = Write("set.json", """{"service":"ext","taskDefinition":"web","launchType":"EC2","scale":{"value":50,"unit":"PERCENT"}}""");
        Assert.Equal(50, prompt.Run($"New-EcsTaskSet -CliInputJson '{set}'").One<TaskSet>().Scale!.Value);
        Assert.Equal(25, prompt.Run($"New-EcsTaskSet -CliInputJson '{set}' -Scale 25").One<TaskSet>().Scale!.Value);
        var provider = Write("cp.json", """{"name":"cp","autoScalingGroupProvider":{"autoScalingGroupArn":"arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/g"}}""");
        Assert.Equal("cp", prompt.Run($"New-EcsCapacityProvider -CliInputJson '{provider}'").One<CapacityProvider>().Name);
        Assert.Equal("other", prompt.Run($"New-EcsCapacityProvider other -CliInputJson '{provider}' -AutoScalingGroupProvider arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:2:autoScalingGroupName/h").One<CapacityProvider>().Name);
    }

    [Fact]
    public void What_describe_services_printed_is_no_request()
    {
        var error = prompt.Run("""Update-EcsService -CliInputJson '{"services":[{"serviceName":"web"}]}'""").Error();
        Assert.Contains("services: UpdateServiceRequest has no such member; did you mean service?", error.ToString(), StringComparison.Ordinal);
    }

    private static string Id(Said said) => said.Error().FullyQualifiedErrorId.Split(',')[0];

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
