using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using EcsTools.Local.Sessions;
using EcsTools.Model;
using EcsTools.Tests.Faults;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Commands in containers, over real WebSockets, against the local ECS's end of a session.</summary>
public sealed class InvokeCommandTests
{
    private const string Task = "$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal;";

    [Fact]
    public void A_command_returns_its_output_and_exit_code()
    {
        using var prompt = Open();
        prompt.Run("$null = Set-EcsLocalBehavior -Family web -Command 'cat *' -CommandOutput '127.0.0.1 localhost', 'end'").Clean();
        var said = prompt.Run($"{Task} $task | Invoke-EcsCommand 'cat /etc/hosts'; $LASTEXITCODE; $task.TaskArn").Clean();
        Assert.Equal(["127.0.0.1 localhost", "end"], (string[])Value(said.Output[0], "Output"));
        Assert.Equal((0, "web", said.Output[2].BaseObject, "cat /etc/hosts"), ((int)Value(said.Output[0], "ExitCode"), (string)Value(said.Output[0], "Container"), Value(said.Output[0], "Task"), (string)Value(said.Output[0], "Command")));
        Assert.Equal(0, said.Output[1].BaseObject);
    }

    [Fact]
    public void Times_are_those_of_the_clock_of_the_local_ECS()
    {
        using var prompt = Open();
        prompt.Run($"$null = Set-EcsLocalBehavior -Family web -Command migrate -CommandOutput done -CommandTime 90; {Task} $now = (Get-EcsLocal).Time").Clean();
        Assert.Equal(TimeSpan.FromSeconds(90), Value(prompt.Run("Invoke-EcsCommand $task migrate -Timeout 90").Clean().Output[0], "Duration"));
        Assert.True(prompt.Run("$line = Invoke-EcsCommand $task migrate -Stream; $line.Timestamp -ge $now -and $line.Timestamp -le (Get-EcsLocal).Time").One<bool>());
        Assert.StartsWith("CommandTimeout,", prompt.Run("Invoke-EcsCommand $task migrate -Timeout 60").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_session_ends_when_its_task_stops(bool isTold)
    {
        using var prompt = Open();
        using var program = new EndlessProgram();
        prompt.Local().Engine.Sessions.Program = _ => program;
        prompt.Run($"{(isTold ? "" : "$null = Set-EcsLocalBehavior -Family web -ExitCode 1 -ExitAfter 1000;")} $task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal -By 60").Clean();
        using var shell = prompt.Shell("Invoke-EcsCommand $task x");
        var running = shell.BeginInvoke();
        Assert.True(program.Began.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        using var other = new EcsPrompt();
        if (isTold) other.Run($"Get-EcsTask -Cluster shop -EndpointUrl {prompt.Local().Url} -Region us-east-1 -AccessKey a -SecretKey b | Stop-EcsTask -EndpointUrl {prompt.Local().Url} -AccessKey a -SecretKey b -Confirm:$false").Clean();
        prompt.Local().Advance(TimeSpan.FromSeconds(2000));
        shell.EndInvoke(running);
        var error = Assert.Single(shell.Streams.Error);
        Assert.StartsWith("CommandEnded,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("reported no exit code: The container has stopped.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["half"], (string[])Value(new(error.TargetObject), "Output"));
    }

    [Theory]
    [InlineData("Invoke-EcsCommand $task ls", "Specify -Container app or worker. envoy can't run commands: the agent of ECS Exec is STOPPED.")]
    [InlineData("Enter-EcsTask $task", "Specify -Container app or worker. envoy can't run commands: the agent of ECS Exec is STOPPED.")]
    [InlineData("Invoke-EcsCommand $task ls -Container wrker", "Specify -Container app or worker.")]
    [InlineData("Invoke-EcsCommand $task ls -Container envoy", "envoy can't run commands: the agent of ECS Exec is STOPPED.")]
    public void The_containers_that_can_run_commands_are_named_and_those_that_cannot(string script, string expected)
    {
        using var prompt = Open();
        prompt.Run("""
            $null = Register-EcsTaskDefinition many -TaskRoleArn arn:aws:iam::123456789012:role/many -ContainerDefinition @{ name = 'app'; image = 'a'; memory = 8 }, @{ name = 'envoy'; image = 'e'; memory = 8; essential = $false }, @{ name = 'worker'; image = 'w'; memory = 8 }
            $null = Set-EcsLocalBehavior -Family many -Container envoy -ExitCode 0 -ExitAfter 1
            $task = Start-EcsTask many -EnableExecuteCommand; $null = Step-EcsLocal; $null = Step-EcsLocal -By 10
            """).Clean();
        Assert.Contains(expected, prompt.Run(script).Error().ToString(), StringComparison.Ordinal);
        Assert.Equal(["hi"], (string[])Value(prompt.Run("Invoke-EcsCommand $task 'echo hi' -Container worker").Clean().Output[0], "Output"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(137)]
    public void An_exit_code_is_an_error_with_the_last_lines_unless_it_is_allowed(int code)
    {
        using var prompt = Open();
        prompt.Run($"$null = Set-EcsLocalBehavior -Family web -Command flush -CommandOutput one, two, 'no cache' -CommandExitCode {code}; {Task}").Clean();
        var said = prompt.Run("Invoke-EcsCommand $task flush; $LASTEXITCODE");
        var error = said.Error();
        Assert.Equal("CommandFailed,EcsTools.Commands.InvokeEcsCommandCommand", error.FullyQualifiedErrorId);
        Assert.EndsWith($"exited with {code}: one / two / no cache", error.ToString(), StringComparison.Ordinal);
        Assert.Same(said.Output[0].BaseObject, error.TargetObject);
        Assert.Equal((code, code), ((int)Value(said.Output[0], "ExitCode"), (int)said.Output[1].BaseObject));
        Assert.Equal(code, Value(prompt.Run($"Invoke-EcsCommand $task flush -AllowExitCode 9, {code}").Clean().Output[0], "ExitCode"));
    }

    [Fact]
    public void Fifty_tasks_run_a_command_at_once()
    {
        using var prompt = Open();
        prompt.Run("$null = Set-EcsLocalBehavior -Family web -Command work -CommandOutput done; $tasks = Start-EcsTask web -Count 50 -EnableExecuteCommand; $null = Step-EcsLocal").Clean();
        var said = prompt.Run("Get-EcsTask | Invoke-EcsCommand work -ThrottleLimit 50").Clean();
        Assert.Equal(50, said.Output.Select(one => Value(one, "Task")).Distinct().Count());
        Assert.All(said.Output, one => Assert.Equal(["done"], (string[])Value(one, "Output")));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("no line end", 1)]
    [InlineData("\u001b[31mred\u001b[0m\n", 2)]
    [InlineData("dos\r\nlines\r\n\r", 3)]
    [InlineData("$ prompt> \n\n\n", 4)]
    [InlineData("E0123456789abcdef0123456789abcdef:0\nBnone\n", 5)]
    [InlineData("binary \u0000\u0001\u00ff\u0080", 137)]
    public void Output_of_every_kind_comes_out_as_it_was(string output, int code)
    {
        var bytes = Encoding.Latin1.GetBytes(output);
        using var prompt = Open();
        prompt.Local().Engine.Sessions.Program = target => new WritingProgram(target, bytes, code);
        var said = prompt.Run($"{Task} Invoke-EcsCommand $task x -AllowExitCode {code}").Clean();
        Assert.Equal(bytes, (byte[])Value(said.Output[0], "Bytes"));
        Assert.Equal(code, Value(said.Output[0], "ExitCode"));
    }

    [Fact]
    public void Lines_stream_as_they_come()
    {
        using var prompt = Open();
        prompt.Run($"$null = Set-EcsLocalBehavior -Family web -Command tail -CommandOutput a, b, c -CommandExitCode 2; {Task}").Clean();
        var said = prompt.Run("Invoke-EcsCommand $task tail -Stream");
        Assert.Equal(["a", "b", "c"], said.Output.Select(line => (string)Value(line, "Message")));
        Assert.StartsWith("CommandFailed,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("target of the error", said.Error().ErrorDetails.RecommendedAction, StringComparison.Ordinal); // which streamed
    }

    [Fact]
    public void A_command_gets_its_input()
    {
        using var prompt = Open();
        prompt.Local().Engine.Sessions.Program = target => new RealShell(target);
        Assert.SkipUnless(RealShell.IsThere, "This machine has no script command for a terminal.");
        var text = "first\nsecond\u0003\u0004 'quoted'\n" + new string('x', 5000);
        prompt.Set("text", text);
        var said = prompt.Run($"{Task} Invoke-EcsCommand $task 'cat; exit 4' -InputText $text -AllowExitCode 4").Clean();
        Assert.Equal((text, 4), (Encoding.UTF8.GetString((byte[])Value(said.Output[0], "Bytes")), (int)Value(said.Output[0], "ExitCode")));
    }

    /// <summary>The other end is a real shell at a real terminal.</summary>
    [Theory]
    [InlineData("echo hello; echo error >&2; exit 3", "hello\nerror\n", 3)]
    [InlineData("printf 'no end'", "no end", 0)]
    [InlineData("printf 'a\\r\\nb\\n'", "a\r\nb\n", 0)]
    [InlineData("echo \"it's $((6*7))\"", "it's 42\n", 0)]
    [InlineData("if true; then", null, 2)]
    [InlineData("exit 0; echo unreachable", "", 0)]
    [InlineData("echo \"$k\"; env | grep -c '^k='", "\n0\n", 1)]
    [InlineData("kill -9 $$", null, 137)]
    [InlineData("cat", "", 0)]
    public void A_real_shell_reports_output_and_exit_code(string command, string? output, int code)
    {
        Assert.SkipUnless(RealShell.IsThere, "This machine has no script command for a terminal.");
        using var prompt = Open();
        prompt.Local().Engine.Sessions.Program = target => new RealShell(target);
        prompt.Set("command", command);
        var result = prompt.Run($"{Task} Invoke-EcsCommand $task $command -AllowExitCode {code}").Clean().Output[0];
        Assert.Equal(code, Value(result, "ExitCode"));
        if (output is not null) Assert.Equal(output, Encoding.UTF8.GetString((byte[])Value(result, "Bytes")));
    }

    [Fact]
    public void Without_a_shell_the_command_is_run_the_plain_way_with_a_warning()
    {
        using var prompt = Open();
        prompt.Run("$null = Set-EcsLocalBehavior -Family web -NoShell; $null = Set-EcsLocalBehavior -Family web -Command '/app *' -CommandOutput migrated").Clean();
        var said = prompt.Run($"{Task} Invoke-EcsCommand $task '/app migrate'");
        Assert.Null(said.Clean().Output[0].Properties["ExitCode"].Value);
        Assert.Equal(["migrated"], (string[])Value(said.Output[0], "Output"));
        Assert.Contains("no /bin/sh", Assert.Single(said.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_is_encrypted_with_the_key_of_the_cluster()
    {
        using var prompt = Open();
        prompt.Run("$null = Update-EcsCluster shop -Configuration @{ executeCommandConfiguration = @{ kmsKeyId = 'alias/exec' } }; $null = Set-EcsLocalBehavior -Family web -Command who -CommandOutput root").Clean();
        var said = prompt.Run($"{Task} Invoke-EcsCommand $task who -Verbose");
        Assert.Equal(["root"], (string[])Value(Assert.Single(said.Clean().Output), "Output"));
        Assert.Equal(1, said.Calls("GenerateDataKey"));
        var error = prompt.Run("$null = Set-EcsLocalBehavior -Operation GenerateDataKey -ErrorCode AccessDeniedException; Invoke-EcsCommand $task who").Error();
        Assert.Contains("kms:GenerateDataKey", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_never_ends_is_interrupted_after_the_timeout()
    {
        using var prompt = Open();
        var hung = new HungProgram();
        prompt.Local().Engine.Sessions.Program = _ => hung;
        var error = prompt.Run($"{Task} Invoke-EcsCommand $task x -Timeout 1").Error();
        Assert.StartsWith("CommandTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.True(hung.Ended.Wait(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        Assert.Contains((byte)3, hung.Typed);
    }

    [Fact]
    public void Stopping_ends_the_command_in_the_container_at_once()
    {
        using var prompt = Open();
        var hung = new HungProgram();
        prompt.Local().Engine.Sessions.Program = _ => hung;
        prompt.Run(Task).Clean();
        using var shell = prompt.Shell("Invoke-EcsCommand $task x");
        var running = shell.BeginInvoke();
        Assert.True(hung.Began.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        var watch = Stopwatch.StartNew();
        shell.Stop();
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
        Assert.True(hung.Ended.Wait(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        Assert.True(running.IsCompleted);
    }

    [Fact]
    public void No_stream_has_the_token_of_a_session()
    {
        var host = new AnsweringHost();
        using var prompt = Open(host);
        var tokens = new List<string>();
        var inner = prompt.Local().Engine.Sessions.Program!;
        prompt.Local().Engine.Sessions.Opened += session => tokens.Add(session.Token);
        prompt.Run("$null = Set-EcsLocalBehavior -Family web -Command bad -CommandExitCode 1").Clean();
        var said = prompt.Run($"{Task} Invoke-EcsCommand $task bad -Verbose -Debug; Invoke-EcsCommand $task 'env'; $Error | ForEach-Object {{ \"$($_ | Out-String)$($_.Exception)$($_.TargetObject)\" }}");
        var all = string.Join('\n', said.Verbose.Select(one => one.Message).Concat(said.Errors.Select(one => one + $"{one.Exception}")).Concat(said.Output.Select(one => one.ToString())).Concat(host.Lines));
        Assert.NotEmpty(tokens);
        Assert.All(tokens, token => Assert.DoesNotContain(token, all, StringComparison.Ordinal));
        Assert.NotNull(inner);
    }

    [Fact]
    public void What_ECS_refuses_is_an_error()
    {
        using var prompt = Open();
        var error = prompt.Run("$task = Start-EcsTask web -EnableExecuteCommand; Invoke-EcsCommand $task ls").Error();
        Assert.Equal("TargetNotConnectedException,EcsTools.Commands.InvokeEcsCommandCommand", error.FullyQualifiedErrorId);
    }

    private static object Value(System.Management.Automation.PSObject from, string property) => from.Properties[property].Value;

    private static EcsPrompt Open(System.Management.Automation.Host.PSHost? host = null) => Shop.Open(host: host);

    /// <summary>A command that has begun, and prints no more.</summary>
    private sealed class EndlessProgram : IContainerProgram, IDisposable
    {
        public ManualResetEventSlim Began { get; } = new();

        public async Task<string> RunAsync(ChannelReader<byte[]> input, Func<ReadOnlyMemory<byte>, Task> output, CancellationToken cancellation)
        {
            var key = Encoding.ASCII.GetString(await input.ReadAsync(cancellation)).Trim();
            await output(Encoding.ASCII.GetBytes($"B{key}\r\nhalf\r\n"));
            Began.Set();
            await System.Threading.Tasks.Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return "";
        }

        public void Dispose() => Began.Dispose();
    }

    /// <summary>A command that never ends by itself.</summary>
    internal sealed class HungProgram : IContainerProgram
    {
        public ManualResetEventSlim Began { get; } = new();

        public ManualResetEventSlim Ended { get; } = new();

        public List<byte> Typed { get; } = [];

        public async Task<string> RunAsync(ChannelReader<byte[]> input, Func<ReadOnlyMemory<byte>, Task> output, CancellationToken cancellation)
        {
            try
            {
                await foreach (var bytes in input.ReadAllAsync(cancellation))
                {
                    Typed.AddRange(bytes);
                    Began.Set();
                }
            }
            finally
            {
                Ended.Set();
            }

            return "";
        }
    }
}
