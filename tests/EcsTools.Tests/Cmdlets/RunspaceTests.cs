using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net.Sockets;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A local ECS ends with the runspace that started it, or with the module, whichever goes first.</summary>
public class RunspaceTests
{
    [Fact]
    public void It_ends_with_its_runspace()
    {
        using var prompt = new EcsPrompt();
        var port = Start(prompt);
        Assert.True(Answers(port));
        prompt.Close();
        Assert.False(Answers(port));
    }

    [Fact]
    public void It_ends_with_the_module()
    {
        using var prompt = new EcsPrompt();
        var port = Start(prompt);
        prompt.Run("Remove-Module EcsTools").Clean();
        Assert.False(Answers(port));
    }

    [Fact]
    public void A_runspace_of_a_pool_takes_its_own_with_it_and_leaves_those_of_others()
    {
        using var prompt = new EcsPrompt();
        var port = Start(prompt);
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(EcsPrompt.ModulePath);
        int other;
        using (var pool = RunspaceFactory.CreateRunspacePool(state))
        {
            pool.Open();
            using var shell = PowerShell.Create();
            shell.RunspacePool = pool;
            other = Assert.Single(shell.AddScript($"$null = Get-EcsCluster -EndpointUrl http://127.0.0.1:{port} -Region us-east-1 -AccessKey a -SecretKey b; (Start-EcsLocal).Url.Port").Invoke<int>());
        }

        Assert.False(Answers(other));
        Assert.True(Answers(port));
    }

    [Fact]
    public void One_that_is_started_again_and_again_leaves_nothing_at_its_runspace()
    {
        using var prompt = new EcsPrompt();
        Assert.Equal("1 1 0", prompt.Run("""
            $changed = [runspace].Assembly.GetType('System.Management.Automation.Runspaces.RunspaceBase').GetField('StateChanged', 'Instance, NonPublic')
            function Count { @($changed.GetValue([runspace]::DefaultRunspace).ForEach({ $_.GetInvocationList() }).Where({ $_.Method.Name -eq 'StopWithRunspace' })).Count }
            $counts = 1..2 | ForEach-Object { $null = Start-EcsLocal; Count; Stop-EcsLocal }
            "$counts $(Count)"
            """).One<string>());
    }

    private static int Start(EcsPrompt prompt) => prompt.Run("(Start-EcsLocal).Url.Port").One<int>();

    private static bool Answers(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
