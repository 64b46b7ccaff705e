using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Logs of containers, at the prompt.</summary>
public sealed class LogTests
{
    /// <summary>A family job of two containers with logs, a family web with a service, and a family side with a log elsewhere.</summary>
    private const string World = """
        function Log($Prefix) { @{ logDriver = 'awslogs'; options = @{ 'awslogs-group' = '/ecs/shop'; 'awslogs-region' = 'us-east-1'; 'awslogs-stream-prefix' = $Prefix } } }
        $null = Register-EcsTaskDefinition job -ContainerDefinition @{ name = 'app'; image = 'job'; memory = 64; logConfiguration = (Log job) }, @{ name = 'helper'; image = 'help'; memory = 64; essential = $false; logConfiguration = (Log job) }
        $null = Register-EcsTaskDefinition site -ContainerDefinition @{ name = 'site'; image = 'site'; memory = 64; logConfiguration = (Log site) }
        $null = Register-EcsTaskDefinition side -ContainerDefinition @{ name = 'app'; image = 'app'; memory = 64; logConfiguration = (Log side) }, @{ name = 'router'; image = 'r'; memory = 64; logConfiguration = @{ logDriver = 'splunk'; options = @{ 'splunk-token' = 'h1dd3n'; 'splunk-url' = 'https://splunk.example' } } }
        $null = Set-EcsLocalBehavior -Family job -Container app -Output 'starting', '{"level":"ERROR","text":"no disk"}' -ExitCode 3 -ExitAfter 10
        $null = Set-EcsLocalBehavior -Family job -Container helper -Output 'helping' -OutputEvery 4
        $null = Set-EcsLocalBehavior -Family site -Output 'GET /', 'GET /cart' -OutputEvery 10
        """;

    [Fact]
    public void The_log_of_a_task_is_that_of_its_containers_by_time()
    {
        using var prompt = Open();
        prompt.Run("$task = Start-EcsTask job; $null = Step-EcsLocal").Clean();
        var lines = Lines(prompt.Run("$task | Get-EcsLog"));
        Assert.Equal(["app starting", """app {"level":"ERROR","text":"no disk"}""", "helper helping", "helper helping", "helper helping"], lines.Select(line => $"{line.Container} {line.Message}"));
        Assert.Equal(lines.OrderBy(line => line.Timestamp), lines);
        Assert.All(lines, line => Assert.Equal(prompt.Run("$task.TaskArn").One<string>(), line.Task));
    }

    [Theory]
    [InlineData("Get-EcsLog $task.Id -Container app", 2)]
    [InlineData("Get-EcsLog $task -Container h*", 3)]
    [InlineData("(Get-EcsTask $task).Containers[0] | Get-EcsLog", 2)]
    [InlineData("Get-EcsLog -Family job", 5)]
    [InlineData("Get-EcsTaskDefinitionFamily job | Get-EcsLog", 5)]
    [InlineData("Get-EcsTaskDefinition job | Get-EcsLog", 5)]
    [InlineData("Get-EcsLog -TaskDefinition job:1", 5)]
    [InlineData("Get-EcsLog -TaskDefinition job:2", 0)]
    [InlineData("Get-EcsLog \"$($task.Id.Substring(0, 8))*\"", 5)]
    [InlineData("Get-EcsLog; Get-EcsLog $task, $task", 10)]
    [InlineData("Get-EcsLog $task -Tail 2", 2)]
    [InlineData("Get-EcsLog $task -Filter helping", 3)]
    [InlineData("Get-EcsLog $task -Filter helping -Tail 1", 1)]
    [InlineData("Get-EcsLog $task -Since ((Get-EcsTask $task).StartedAt.AddSeconds(3)) -Until ((Get-EcsTask $task).StartedAt.AddSeconds(7))", 1)]
    [InlineData("Get-EcsLog -Family job -Previous", 5)]
    [InlineData("Get-EcsLog $task | ConvertTo-Csv | ConvertFrom-Csv | Get-EcsTask | Select-Object -Unique TaskArn", 1)]
    public void Lines_are_found_by_whatever_names_the_task(string script, int lines)
    {
        using var prompt = Open();
        prompt.Run("$task = Start-EcsTask job; $null = Step-EcsLocal").Clean();
        Assert.Equal(lines, prompt.Run(script.Contains("Csv", StringComparison.Ordinal) ? "@(Get-EcsLog $task)[0] | Get-EcsTask" : script).Clean().Output.Count);
    }

    [Fact]
    public void A_service_is_followed_while_its_tasks_come_and_go_and_each_line_comes_once()
    {
        using var prompt = Open();
        prompt.Run("$null = New-EcsService site -TaskDefinition site -DesiredCount 2 -Wait").Clean();
        var lines = Lines(prompt.Run("""
            $seen = 0
            Get-EcsService site | Get-EcsLog -Follow | ForEach-Object {
                $seen++
                if ($seen -eq 20) { $null = Update-EcsService site -ForceNewDeployment }
                if ($seen -eq 60) { Remove-EcsService site -Force -Confirm:$false }
                $_
            }
            """));
        var tasks = prompt.Run("Get-EcsTask -Family site -DesiredStatus STOPPED").All<EcsTask>();
        Assert.Equal(4, tasks.Count);
        foreach (var task in tasks)
        {
            var own = lines.Where(line => line.Task == task.TaskArn).ToList();
            Assert.Equal(own.OrderBy(line => line.Timestamp), own);
            var rounds = (int)((task.ExecutionStoppedAt!.Value - task.StartedAt!.Value).TotalSeconds / 10) + 1;
            Assert.Equal(Enumerable.Repeat(new[] { "GET /", "GET /cart" }, rounds).SelectMany(one => one), own.Select(line => line.Message));
        }
    }

    [Fact]
    public void Following_ends_with_the_task()
    {
        using var prompt = Open();
        var said = prompt.Run("$task = Start-EcsTask job; Get-EcsLog $task -Follow -Raw").Clean();
        Assert.Equal(["starting", """{"level":"ERROR","text":"no disk"}""", "helping", "helping", "helping"], said.Output.Select(line => (string)line.BaseObject));
    }

    [Fact]
    public void The_previous_task_of_a_service_is_the_one_that_stopped_last()
    {
        using var prompt = Open();
        prompt.Run("$null = New-EcsService site -TaskDefinition site -DesiredCount 1 -Wait; $first = Get-EcsTask -ServiceName site; Stop-EcsTask $first -Confirm:$false -Wait; $null = Step-EcsLocal -By 30").Clean();
        Assert.Equal(prompt.Run("$first.TaskArn").One<string>(), prompt.Run("@(Get-EcsTask -ServiceName site | Get-EcsLog -Previous)[0].Task").One<string>());
        Assert.StartsWith("NoStoppedTask,", prompt.Run("Get-EcsLog -Family side -Previous").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_goes_elsewhere_is_named_and_its_secrets_are_not()
    {
        using var prompt = Open();
        var said = prompt.Run("$null = Set-EcsLocalBehavior -Family side -Output hello; $task = Start-EcsTask side; $null = Step-EcsLocal; $task | Get-EcsLog; $task | Get-EcsLog -Container router");
        Assert.Equal("hello", Assert.Single(said.Output).BaseObject.ToString());
        Assert.Contains("container router of side:1 isn't in CloudWatch Logs: the log driver splunk sends it to https://splunk.example", Assert.Single(said.Warnings).Message, StringComparison.Ordinal);
        Assert.StartsWith("LogElsewhere,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("h1dd3n", said.Error() + said.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_that_the_task_lacks_is_an_error_that_names_those_it_has()
    {
        using var prompt = Open();
        var error = prompt.Run("$task = Start-EcsTask job; $null = Step-EcsLocal; $task | Get-EcsLog -Container ap").Error();
        Assert.Contains("Its containers are app, helper.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_is_missing_is_named()
    {
        using var prompt = Open();
        Assert.StartsWith("Service nope not found.", prompt.Run("Get-EcsLog -ServiceName nope").Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_permission_is_one_error_that_names_it()
    {
        using var prompt = Open();
        var error = prompt.Run("$null = Set-EcsLocalBehavior -Operation GetLogEvents -ErrorCode AccessDeniedException; $null = Start-EcsTask job -Count 3; $null = Step-EcsLocal; Get-EcsLog -Family job").Error();
        Assert.Equal("AccessDeniedException,EcsTools.Commands.GetEcsLogCommand", error.FullyQualifiedErrorId);
        Assert.Contains("permission logs:GetLogEvents", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Throttling_loses_no_line()
    {
        using var prompt = Open();
        prompt.Run("$null = Start-EcsTask job -Count 3; $null = Step-EcsLocal; Set-EcsContext -MaxAttempts 1; $null = Set-EcsLocalBehavior -Operation GetLogEvents, FilterLogEvents -Throttle -Probability 0.5").Clean();
        Assert.Equal(15, prompt.Run("Get-EcsLog -Family job").Clean().Output.Count);
        Assert.Equal(9, prompt.Run("Get-EcsLog -Family job -Filter helping").Clean().Output.Count);
    }

    [Fact]
    public void A_task_that_is_run_shows_its_log_and_its_error_quotes_it()
    {
        var host = new AnsweringHost();
        using var prompt = Open(host);
        var said = prompt.Run("Start-EcsTask job -Wait -ShowLog");
        Assert.IsType<EcsTask>(Assert.Single(said.Output).BaseObject);
        var error = said.Error();
        Assert.Contains("app exited with 3", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("""The log of app ends with: starting / {"level":"ERROR","text":"no disk"}""", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["starting", """{"level":"ERROR","text":"no disk"}"""], ((EcsWaitException)error.Exception).LogLines);
        Assert.Equal(["starting", "helping", "helping", "helping"], host.Lines.Where(line => !line.StartsWith('{')));
    }

    [Fact]
    public void A_failed_deployment_quotes_the_log_of_what_failed()
    {
        using var prompt = Open();
        prompt.Run("$null = Set-EcsLocalBehavior -Family site -Output 'no database' -ExitCode 1").Clean();
        var error = prompt.Run("New-EcsService site -TaskDefinition site -DesiredCount 1 -DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $false } } -Wait").Error();
        Assert.Contains("The log of site ends with: no database", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_lines_of_twenty_streams_come_once_and_in_order()
    {
        using var prompt = Open();
        prompt.Run("$null = Set-EcsLocalBehavior -Family site -Output @(1..50 | ForEach-Object { \"line $_\" }) -OutputEvery 1; $null = Start-EcsTask site -Count 20; $null = Step-EcsLocal; $null = Step-EcsLocal -By 99").Clean();
        var said = prompt.Run("$n = 0; $last = @{}; $wrong = 0; Get-EcsLog -Family site | ForEach-Object { $n++; if ($last[$_.Task] -gt $_.Timestamp) { $wrong++ }; $last[$_.Task] = $_.Timestamp }; $n; $wrong; $last.Count").Clean();
        Assert.Equal([100_000, 0, 20], said.Output.Select(one => one.BaseObject));
    }

    /// <summary>Fifty lines have each time. Half of the tasks start while the others are followed, and all end on the way.</summary>
    [Fact]
    public void A_hundred_thousand_lines_are_followed_while_tasks_come_and_go_and_none_is_kept()
    {
        using var prompt = Open();
        prompt.Run("$null = Set-EcsLocalBehavior -Family site -Output @(1..50 | ForEach-Object { \"line $_\" }) -OutputEvery 1 -ExitCode 0 -ExitAfter 99; $null = Start-EcsTask site -Count 10").Clean();
        var said = prompt.Run("""
            $n = 0; $last = @{}; $count = @{}; $wrong = 0; $seen = [Collections.Generic.List[WeakReference]]::new()
            Get-EcsLog -Family site -Follow | ForEach-Object {
                $n++
                if ($n -eq 20000) { $null = Start-EcsTask site -Count 10 }
                if ($n % 1000 -eq 0) { $seen.Add([WeakReference]::new($_)) }
                if ($last[$_.Task] -gt $_.Timestamp) { $wrong++ }
                $last[$_.Task] = $_.Timestamp; $count[$_.Task]++
            }
            [GC]::Collect()
            $n; $wrong; @($count.Values) -join ','; $seen.Where({ $_.IsAlive }).Count
            """).Clean();
        Assert.Equal([100_000, 0, string.Join(',', Enumerable.Repeat("5000", 20))], said.Output.Take(3).Select(one => one.BaseObject));
        Assert.InRange((int)said.Output[3].BaseObject, 0, 3); // the last ones may still be in a variable
    }

    [Theory]
    [InlineData("@{ logDriver = 'gelf'; options = @{ 'gelf-address' = 'udp://graylog:12201' } }", "the log driver gelf sends it to udp://graylog:12201")]
    [InlineData("@{ logDriver = 'syslog'; options = @{ 'syslog-address' = 'tcp://logs:514' } }", "the log driver syslog sends it to tcp://logs:514")]
    [InlineData("@{ logDriver = 'fluentd'; options = @{ 'fluentd-address' = 'fluent:24224' } }", "the log driver fluentd sends it to fluent:24224")]
    [InlineData("@{ logDriver = 'awsfirelens'; options = @{ Name = 'firehose'; delivery_stream = 'shop' } }", "the log driver awsfirelens sends it to firehose shop")]
    [InlineData("@{ logDriver = 'json-file' }", "the log driver json-file keeps it on the container instance")]
    [InlineData("@{ logDriver = 'journald' }", "the log driver journald keeps it on the container instance")]
    [InlineData("$null", "its task definition has no log configuration, so the log is on the container instance")]
    public void A_driver_that_is_not_in_CloudWatch_is_named_with_its_destination(string configuration, string expected)
    {
        using var prompt = Open();
        var router = configuration.Contains("awsfirelens", StringComparison.Ordinal) ? ", $router" : "";
        var said = prompt.Run($$"""
            $router = @{ name = 'router'; image = 'fluent-bit'; memory = 64; firelensConfiguration = @{ type = 'fluentbit' } }
            $null = Register-EcsTaskDefinition elsewhere -ContainerDefinition @{ name = 'app'; image = 'app'; memory = 64; logConfiguration = {{configuration}} }{{router}}
            $task = Start-EcsTask elsewhere; $null = Step-EcsLocal; $task | Get-EcsLog -Container app
            """);
        Assert.Contains(expected, said.Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_request_goes_to_the_region_of_the_log()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("{}"));
        using var prompt = new EcsPrompt();
        prompt.Run($"Get-EcsLog 00000000000000000000000000000001 -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b");
        Assert.Equal("AmazonEC2ContainerServiceV20141113.DescribeTasks", peer.Received[0].Headers["x-amz-target"]);
    }

    private static IReadOnlyList<Line> Lines(Said said) =>
        [.. said.Clean().Output.Select(one => new Line((DateTime)one.Properties["Timestamp"].Value, (string)one.Properties["Task"].Value, (string)one.Properties["Container"].Value, (string)one.Properties["Message"].Value))];

    private sealed record Line(DateTime Timestamp, string Task, string Container, string Message);

    private static EcsPrompt Open(System.Management.Automation.Host.PSHost? host = null)
    {
        var prompt = Shop.Open(host: host);
        prompt.Run(World).Clean();
        return prompt;
    }
}
