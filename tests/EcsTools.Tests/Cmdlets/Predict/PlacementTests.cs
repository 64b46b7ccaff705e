namespace EcsTools.Tests.Cmdlets.Predict;

/// <summary>Test-EcsPlacement: what fits where, and why no more.</summary>
public class PlacementTests
{
    private const string Big = "$null = Register-EcsTaskDefinition big -ContainerDefinition @{ name = 'app'; image = 'app'; cpu = 64; memory = 3000; portMappings = @(@{ containerPort = 80; hostPort = 8080 }) }";

    [Fact]
    public void What_fits_is_what_then_starts()
    {
        using var prompt = Shop.Open(instances: 4);
        prompt.Run("$null = Register-EcsTaskDefinition fat -ContainerDefinition @{ name = 'app'; image = 'app'; cpu = 64; memory = 3000 }; $null = Start-EcsTask fat -Count 3; Step-EcsLocal | Out-Null").Clean();

        var fits = prompt.Run("Test-EcsPlacement fat -Count 20").Output.Select(row => row.BaseObject).ToList();
        Assert.Equal(5, fits.Count);
        Assert.Equal("cluster shop: 5 more tasks of fat:1 fit", fits[0].ToString());

        prompt.Run("$null = New-EcsService fat -TaskDefinition fat -DesiredCount 20; Step-EcsLocal | Out-Null").Clean();
        Assert.Equal(5, prompt.Run("Get-EcsService fat").One<EcsTools.Model.Service>().RunningCount);
        Assert.All(prompt.Run("Test-EcsPlacement fat").Clean().Output, row => Assert.Equal(0, row.Properties["Fits"].Value));
    }

    [Fact]
    public void An_instance_that_cannot_take_the_task_says_what_is_missing_with_amounts_and_names()
    {
        using var prompt = Shop.Open(instances: 3);
        prompt.Run(Big + """

            $null = New-EcsService big -TaskDefinition big -DesiredCount 1 -Wait
            $busy = (Get-EcsTask).ContainerInstanceArn
            $other, $third = Get-EcsContainerInstance | Where-Object ContainerInstanceArn -ne $busy
            $null = Update-EcsContainerInstanceState $third -Status DRAINING
            """).Clean();
        var task = prompt.Run("Get-EcsTask").One<EcsTools.Model.Task>();
        var id = task.TaskArn![(task.TaskArn!.LastIndexOf('/') + 1)..];

        Assert.Equal($"port 8080 is taken by task {id} of service:big", Reason("Test-EcsPlacement big", "$busy"));
        Assert.Equal("it is DRAINING", Reason("Test-EcsPlacement big", "$third.ContainerInstanceArn"));
        Assert.Equal("", Reason("Test-EcsPlacement big", "$other.ContainerInstanceArn"));
        Assert.Equal("needs 9000 MiB, 8192 left", Reason("Test-EcsPlacement web -Override @{ containerOverrides = @(@{ name = 'web'; memory = 9000 }) }", "$other.ContainerInstanceArn"));
        Assert.Equal("needs 5000 CPU units, 4096 left", Reason("Test-EcsPlacement web -Override @{ containerOverrides = @(@{ name = 'web'; cpu = 5000 }) }", "$other.ContainerInstanceArn"));
        Assert.Equal("it does not match attribute:disk == ssd", Reason("Test-EcsPlacement web -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:disk == ssd' }", "$other.ContainerInstanceArn"));
        Assert.Equal("it has a task of service:big already", Reason("Test-EcsPlacement web -Service big -PlacementConstraint @{ type = 'distinctInstance' }", "$busy"));

        string Reason(string test, string instance) =>
            $"{prompt.Run($"({test} | Where-Object ContainerInstanceArn -eq {instance}).Reason").Clean().Output.SingleOrDefault()}";
    }

    [Fact]
    public void The_next_tasks_go_where_the_strategy_puts_them()
    {
        using var prompt = Shop.Open(instances: 4);

        Assert.Equal([6, 2, 2, 1, 1], Next("Test-EcsPlacement web -Count 6 -PlacementStrategy @{ type = 'spread'; field = 'attribute:ecs.availability-zone' }, @{ type = 'spread'; field = 'instanceId' }"));
        Assert.Equal([6, 6, 0, 0, 0], Next("Test-EcsPlacement web -Count 6 -PlacementStrategy @{ type = 'binpack'; field = 'cpu' }"));

        int[] Next(string test) => [.. prompt.Run(test).Clean().Output.Select(row => (int)row.Properties["Next"].Value).OrderDescending()];
    }

    [Fact]
    public void A_service_asks_with_its_own_constraints_and_comes_down_the_pipeline()
    {
        using var prompt = Shop.Open(instances: 3);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -PlacementConstraint @{ type = 'distinctInstance' } -Wait").Clean();

        Assert.Equal(2, prompt.Run("Get-EcsService web | Test-EcsPlacement -Count 5").Clean().Output[0].Properties["Fits"].Value);
        Assert.Equal("there is capacity for 2 of 5", prompt.Run("(Test-EcsPlacement -Service web -Count 5)[0].Reason").Clean().Output.Single().ToString());
    }

    [Fact]
    public void Fargate_needs_no_instance()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("there is no container instance", prompt.Run("(Test-EcsPlacement web).Reason").Clean().Output.Single().ToString());
        Assert.Equal("Fargate needs no instance", prompt.Run("(Test-EcsPlacement web -LaunchType FARGATE).Reason").Clean().Output.Single().ToString());
    }

    [Fact]
    public void What_is_not_there_is_an_error_and_nothing_is_changed()
    {
        using var prompt = Shop.Open(instances: 1);
        Assert.Contains("nothing", prompt.Run("Test-EcsPlacement nothing").Error().ToString(), StringComparison.Ordinal);
        Assert.Equal("ClusterNotFoundException", prompt.Run("Test-EcsPlacement web -Cluster gone").Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal("TaskDefinitionMissing", prompt.Run("Test-EcsPlacement").Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.All(
            prompt.Run("Test-EcsPlacement web -Verbose").Verbose.Select(line => line.Message.Split(':')[0]),
            operation => Assert.True(operation.StartsWith("List", StringComparison.Ordinal) || operation.StartsWith("Describe", StringComparison.Ordinal), operation));
    }
}
