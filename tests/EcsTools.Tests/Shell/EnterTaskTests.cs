namespace EcsTools.Tests.Shell;

/// <summary>A shell in a container, at a real terminal.</summary>
public sealed class EnterTaskTests
{
    private const string World = """
        $null = Start-EcsLocal -TimeScale 600
        $null = New-EcsCluster shop
        $null = Register-EcsContainerInstance -Cluster shop -TotalResource @{ name = 'CPU'; type = 'INTEGER'; integerValue = 4096 }, @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 8192 }
        $null = Register-EcsTaskDefinition web -TaskRoleArn arn:aws:iam::123456789012:role/web -ContainerDefinition @{ name = 'web'; image = 'web'; memory = 64; environment = @{ name = 'COLOR'; value = 'blue' } }
        $task = Start-EcsTask web -Cluster shop -EnableExecuteCommand
        Wait-EcsTask $task -Status RUNNING
        """;

    [Fact]
    public async Task What_is_typed_goes_to_the_container_which_alone_echoes_it_and_the_terminal_is_as_before_afterward()
    {
        Assert.SkipUnless(Terminal.IsThere, "This machine has no script command for a terminal.");
        using var terminal = new Terminal(World + """

            $before = stty -g
            'entering'
            Enter-EcsTask $task
            'left'
            if ((stty -g) -eq $before) { 'as before' }
            """);
        await terminal.ReadUntilAsync("entering\r\n");
        await terminal.ReadUntilAsync("# ");
        await terminal.TypeAsync("echo $COLOR\r");
        Assert.Equal("echo $COLOR\r\nblue\r\n", await terminal.ReadUntilAsync("# "));
        await terminal.TypeAsync("ecx\u007fho it\u0003");
        Assert.Equal("ecx\b \bho it", await terminal.ReadUntilAsync("^C\r\n"));
        await terminal.TypeAsync("exit\r");
        Assert.Equal("exit\r\n", await terminal.ReadUntilAsync("left\r\n"));
        await terminal.ReadUntilAsync("as before\r\n");
    }

    [Fact]
    public async Task A_task_that_stops_ends_the_session()
    {
        Assert.SkipUnless(Terminal.IsThere, "This machine has no script command for a terminal.");
        using var terminal = new Terminal(World.Replace("$task =", "$null = Set-EcsLocalBehavior -Family web -ExitCode 0 -ExitAfter 3600; $task =", StringComparison.Ordinal) + """

            Enter-EcsTask $task
            """);
        await terminal.ReadUntilAsync("# ");
        await terminal.ReadUntilAsync("The session has ended: The container has stopped.");
    }
}
