using System.Text.Json.Nodes;
using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The operations of agents, and their update: reports change tasks, and the simulated life cycle continues from there.</summary>
public sealed class AgentTests
{
    private const string Vpc = """
        $null = Register-EcsTaskDefinition vpc -NetworkMode awsvpc -ContainerDefinition @{ name = 'web'; image = 'nginx'; cpu = 8; memory = 8 }
        $task = Start-EcsTask vpc -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = @('subnet-1') } }
        $attachment = "arn:aws:ecs:us-east-1:123456789012:attachment/$($task.Attachments[0].Id)"
        """;

    [Fact]
    public void Agents_are_sent_back_to_the_local_ecs()
    {
        using var prompt = Shop.Open(instances: 1);
        var url = prompt.Run("(Get-EcsLocal).Url.ToString()").One<string>();
        var found = prompt.Run("Get-EcsContainerInstance | Get-EcsPollEndpoint").One<DiscoverPollEndpointResponse>();
        Assert.Equal((url, url, url), (found.Endpoint, found.TelemetryEndpoint, found.ServiceConnectEndpoint));
        Assert.Equal(url, prompt.Run("Get-EcsPollEndpoint").One<DiscoverPollEndpointResponse>().Endpoint);
        var error = prompt.Run("Get-EcsPollEndpoint 00000000000000000000000000000000").Error();
        Assert.Equal("Referenced container instance 00000000000000000000000000000000 not found.", Refusal.EcsText(error));
    }

    [Fact]
    public void A_task_that_is_reported_RUNNING_runs_at_once_and_stays_so()
    {
        using var prompt = Shop.Open();
        prompt.Run("$task = Start-EcsTask web").Clean();
        Assert.Equal("ACK", prompt.Run("$task | Submit-EcsTaskStateChange -Status RUNNING -Container @{ containerName = 'web'; runtimeId = 'abc'; status = 'RUNNING'; imageDigest = 'sha256:1' }").One<string>());
        var task = prompt.Run("$task | Get-EcsTask").One<EcsTask>();
        Assert.Equal(("RUNNING", "RUNNING"), (task.LastStatus, task.DesiredStatus));
        Assert.Equal(("abc", "sha256:1", "RUNNING"), (task.Containers![0].RuntimeId, task.Containers[0].ImageDigest, task.Containers[0].LastStatus));
        Assert.Equal("RUNNING", prompt.Run("$null = Step-EcsLocal; $task | Get-EcsTask").One<EcsTask>().LastStatus);
    }

    [Fact]
    public void A_task_that_is_reported_STOPPED_has_failed_with_the_reported_exit_code_and_its_service_replaces_it()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait; $task = Get-EcsTask -Service web").Clean();
        prompt.Run("$null = $task | Submit-EcsTaskStateChange -Status STOPPED -Reason 'out of memory' -Container @{ containerName = 'web'; exitCode = 137; status = 'STOPPED' }").Clean();
        var task = prompt.Run("$task | Get-EcsTask").One<EcsTask>();
        Assert.Equal(("STOPPED", "STOPPED", "EssentialContainerExited", "out of memory"), (task.LastStatus, task.DesiredStatus, task.StopCode, task.StoppedReason));
        Assert.Equal(137, task.Containers![0].ExitCode);
        prompt.Run("Step-EcsLocal").Clean();
        Assert.NotEqual(task.TaskArn, prompt.Run("Get-EcsTask -Service web").One<EcsTask>().TaskArn);
    }

    [Fact]
    public void A_task_that_stops_before_it_ran_failed_to_start()
    {
        using var prompt = Shop.Open();
        prompt.Run("$task = Start-EcsTask web; $null = $task | Submit-EcsTaskStateChange -Status STOPPED -Reason 'CannotPullContainerError: no such image'").Clean();
        var task = prompt.Run("$task | Get-EcsTask").One<EcsTask>();
        Assert.Equal(("STOPPED", "TaskFailedToStart", "CannotPullContainerError: no such image"), (task.LastStatus, task.StopCode, task.StoppedReason));
        Assert.Null(task.StartedAt);
    }

    [Fact]
    public void What_is_past_cannot_be_reported_back()
    {
        using var prompt = Shop.Open();
        prompt.Run("$task = Start-EcsTask web; Step-EcsLocal; $task | Stop-EcsTask -Reason enough; Step-EcsLocal").Clean();
        prompt.Run("$null = $task | Submit-EcsTaskStateChange -Status RUNNING; $null = $task | Submit-EcsTaskStateChange -Status STOPPED -Reason late").Clean();
        var task = prompt.Run("$task | Get-EcsTask").One<EcsTask>();
        Assert.Equal(("STOPPED", "UserInitiated", "enough"), (task.LastStatus, task.StopCode, task.StoppedReason));
    }

    [Fact]
    public void The_agent_tells_how_long_images_were_pulled_and_of_managed_agents()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $task = Start-EcsTask web
            $null = $task | Submit-EcsTaskStateChange -PullStartedAt 2024-01-01T00:00:00Z -PullStoppedAt 2024-01-01T00:01:00Z -ManagedAgent @{ containerName = 'web'; managedAgentName = 'ExecuteCommandAgent'; status = 'RUNNING' }
            """).Clean();
        var task = prompt.Run("$task | Get-EcsTask").One<EcsTask>();
        Assert.Equal(TimeSpan.FromMinutes(1), task.PullStoppedAt - task.PullStartedAt);
        Assert.Equal("RUNNING", Assert.Single(task.Containers![0].ManagedAgents!).LastStatus);
    }

    [Fact]
    public void When_an_essential_container_stops_the_agent_stops_the_others()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = Register-EcsTaskDefinition two -ContainerDefinition @{ name = 'main'; image = 'i'; memory = 8 }, @{ name = 'side'; image = 'i'; memory = 8; essential = $false }
            $task = Start-EcsTask two
            Step-EcsLocal
            $null = ($task | Get-EcsTask).Containers | Where-Object { $_.Name -eq "side" } | Submit-EcsContainerStateChange -Status STOPPED -ExitCode 3
            Step-EcsLocal
            """).Clean();
        Assert.Equal("RUNNING", prompt.Run("$task | Get-EcsTask").One<EcsTask>().LastStatus);
        prompt.Run("$null = $task | Submit-EcsContainerStateChange -ContainerName main -Status STOPPED -ExitCode 1 -Reason crashed").Clean();
        Assert.Equal(("RUNNING", "STOPPED"), (prompt.Run("$task | Get-EcsTask").One<EcsTask>().LastStatus, prompt.Run("$task | Get-EcsTask").One<EcsTask>().DesiredStatus));
        var task = prompt.Run("$null = Step-EcsLocal; $task | Get-EcsTask").One<EcsTask>();
        Assert.Equal(("STOPPED", "EssentialContainerExited", "Essential container in task exited"), (task.LastStatus, task.StopCode, task.StoppedReason));
        Assert.Equal(["main 1 crashed", "side 3 "], task.Containers!.Select(c => $"{c.Name} {c.ExitCode} {c.Reason}"));
    }

    [Fact]
    public void Ports_that_the_agent_reports_are_taken_and_given_back()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("""
            $null = Register-EcsTaskDefinition port -ContainerDefinition @{ name = 'web'; image = 'i'; memory = 8; portMappings = @{ containerPort = 80 } }
            $null = Start-EcsTask port | Submit-EcsContainerStateChange -ContainerName web -Status RUNNING -NetworkBinding @{ bindIP = '0.0.0.0'; containerPort = 80; hostPort = 32768; protocol = 'tcp' }
            $second = Start-EcsTask port
            Step-EcsLocal
            """).Clean();
        Assert.Equal([32768, 32769], prompt.Run("(Get-EcsTask).Containers.NetworkBindings").All<NetworkBinding>().Select(b => b.HostPort!.Value).Order());
    }

    [Fact]
    public void A_task_goes_on_when_its_interface_is_reported_attached()
    {
        using var prompt = Shop.Open();
        prompt.Run(Vpc).Clean();
        Assert.Equal("PROVISIONING", prompt.Run("$task | Get-EcsTask").One<EcsTask>().LastStatus);
        Assert.Equal("ACK", prompt.Run("Submit-EcsAttachmentStateChange @{ attachmentArn = $attachment; status = 'ATTACHED' }").One<string>());
        var task = prompt.Run("$task | Get-EcsTask").One<EcsTask>();
        Assert.Equal(("PENDING", "ATTACHED"), (task.LastStatus, task.Attachments![0].Status));
        Assert.Equal("RUNNING", prompt.Run("$null = Step-EcsLocal; $task | Get-EcsTask").One<EcsTask>().LastStatus);
    }

    [Fact]
    public void A_task_reports_its_own_interface_too()
    {
        using var prompt = Shop.Open();
        prompt.Run(Vpc + "; $null = $task | Submit-EcsTaskStateChange -Attachment @{ attachmentArn = $attachment; status = 'ATTACHED' } -Status RUNNING").Clean();
        Assert.Equal("RUNNING", prompt.Run("$task | Get-EcsTask").One<EcsTask>().LastStatus);
    }

    [Fact]
    public void An_agent_is_updated_step_by_step_while_its_tasks_run_on()
    {
        using var prompt = Open("1.89.0");
        prompt.Run("$task = Start-EcsTask web; Step-EcsLocal").Clean();
        Assert.Equal("PENDING", prompt.Run("Get-EcsContainerInstance | Update-EcsContainerAgent").One<ContainerInstance>().AgentUpdateStatus);
        var steps = new List<string?>();
        for (var i = 0; i < 4; i++) steps.Add(prompt.Run("$null = Step-EcsLocal 00:00:02; Get-EcsContainerInstance").One<ContainerInstance>() is var at ? $"{at.AgentUpdateStatus} {at.AgentConnected}" : null);
        Assert.Equal(["STAGING True", "STAGED True", "UPDATING False", "UPDATED True"], steps);
        Assert.Equal("RUNNING", prompt.Run("$task | Get-EcsTask").One<EcsTask>().LastStatus);
        Assert.Equal("1.100.0", prompt.Run("Get-EcsContainerInstance").One<ContainerInstance>().VersionInfo!.AgentVersion);
        Assert.StartsWith("NoUpdateAvailableException,", prompt.Run("Get-EcsContainerInstance | Update-EcsContainerAgent").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_under_way_is_not_begun_again()
    {
        using var prompt = Open("1.89.0");
        var said = prompt.Run("$i = Get-EcsContainerInstance; $null = Update-EcsContainerAgent $i; Update-EcsContainerAgent $i");
        Assert.StartsWith("UpdateInProgressException,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("my own build")]
    public void An_agent_of_unknown_version_is_not_updated(string version)
    {
        using var prompt = Open(version);
        Assert.StartsWith("MissingVersionException,", prompt.Run("Get-EcsContainerInstance | Update-EcsContainerAgent").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Submit-EcsTaskStateChange 00000000000000000000000000000000 -Status RUNNING", "InvalidParameterException", "The referenced task was not found.")]
    [InlineData("Submit-EcsTaskStateChange $task -Status ASLEEP", "InvalidParameterException", "task status should be one of [PENDING,RUNNING,STOPPED]")]
    [InlineData("Submit-EcsTaskStateChange $task -Container @{ containerName = 'db' }", "InvalidParameterException", "The task has no container db.")]
    [InlineData("Submit-EcsTaskStateChange $task.TaskArn -Status RUNNING -Cluster nosuch", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Submit-EcsContainerStateChange $task db -Status RUNNING", "InvalidParameterException", "The task has no container db.")]
    [InlineData("Submit-EcsContainerStateChange $task web -Status ASLEEP", "InvalidParameterException", "container status should be one of [PENDING,MANIFEST_PULLED,RUNNING,STOPPED]")]
    [InlineData("Submit-EcsContainerStateChange $task.TaskArn web -Cluster nosuch", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Submit-EcsAttachmentStateChange @{ attachmentArn = 'x'; status = 'ATTACHED' }", "InvalidParameterException", "Invalid attachment ARN. Specify the full ARN of an attachment and try again.")]
    [InlineData("Submit-EcsAttachmentStateChange @{ attachmentArn = 'arn:aws:ecs:us-east-1:123456789012:attachment/x'; status = 'ATTACHED' }", "InvalidParameterException", "The referenced attachment was not found.")]
    [InlineData("Submit-EcsAttachmentStateChange @{ attachmentArn = 'x'; status = 'ASLEEP' }", "InvalidParameterException", "attachment status should be one of [PRECREATED,CREATED,ATTACHING,ATTACHED,DETACHING,DETACHED,DELETED,FAILED]")]
    [InlineData("Submit-EcsAttachmentStateChange @{ attachmentArn = 'x'; status = 'ATTACHED' } -Cluster nosuch", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Update-EcsContainerAgent 00000000000000000000000000000000", "InvalidParameterException", "Referenced container instance 00000000000000000000000000000000 not found.")]
    [InlineData("Update-EcsContainerAgent 00000000000000000000000000000000 -Cluster nosuch", "ClusterNotFoundException", "Cluster not found.")]
    public void What_ECS_refuses_is_one_error_and_changes_nothing(string script, string type, string message)
    {
        using var prompt = Shop.Open(instances: 1);
        var error = prompt.Run($"$task = Start-EcsTask web; {script}").Error();
        Assert.StartsWith(type + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(message, Refusal.EcsText(error));
        Assert.Equal(1, prompt.Run("$task | Get-EcsTask").One<EcsTask>().Version);
    }

    [Theory]
    [InlineData("$task | Submit-EcsTaskStateChange -Status STOPPED -Reason r", "SubmitTaskStateChange", """{"cluster":"arn:aws:ecs:us-east-1:123456789012:cluster/shop","task":"$arn","status":"STOPPED","reason":"r"}""")]
    [InlineData("$task | Submit-EcsContainerStateChange -ContainerName web -ExitCode 1", "SubmitContainerStateChange", """{"cluster":"arn:aws:ecs:us-east-1:123456789012:cluster/shop","task":"$arn","exitCode":1,"containerName":"web"}""")]
    [InlineData("Submit-EcsAttachmentStateChange @{ attachmentArn = 'a'; status = 'b' } -Cluster shop", "SubmitAttachmentStateChanges", """{"attachments":[{"attachmentArn":"a","status":"b"}],"cluster":"shop"}""")]
    public void A_report_says_only_what_it_was_told_to(string script, string operation, string body)
    {
        const string arn = "arn:aws:ecs:us-east-1:123456789012:task/shop/00000000000000000000000000000000";
        using var peer = new HttpPeer(HttpPeer.Ok("""{"acknowledgment":"ok"}"""));
        using var prompt = new EcsPrompt();
        prompt.Run($"$task = [EcsTools.Model.Task]@{{ TaskArn = '{arn}'; LastStatus = 'PENDING'; PullStartedAt = '2024-01-01'; Containers = [Collections.Generic.List[EcsTools.Model.Container]]@([EcsTools.Model.Container]@{{ Name = 'web' }}) }}; {script} -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey AKIAEXAMPLE -SecretKey x").Clean();
        var received = Assert.Single(peer.Received);
        Assert.EndsWith("." + operation, received.Headers["x-amz-target"], StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body.Replace("$arn", arn, StringComparison.Ordinal)), JsonNode.Parse(received.Text)), received.Text);
    }

    private static EcsPrompt Open(string version)
    {
        var prompt = Shop.Open(instances: 0);
        prompt.Run($$"""
            $null = Register-EcsContainerInstance -VersionInfo @{ agentVersion = '{{version}}' } -TotalResource @{ name = 'CPU'; integerValue = 1024 }, @{ name = 'MEMORY'; integerValue = 1024 }
            """).Clean();
        return prompt;
    }
}
