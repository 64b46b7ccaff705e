using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Hosts that run pipelines on a thread of their own, to which they have all that is awaited come back, as those with windows do.</summary>
public sealed class HostThreadTests
{
    [Fact]
    public async Task Nothing_waits_for_the_thread_that_waits_for_it()
    {
        var names = await OnOwnThread("""
            Start-EcsLocal | Out-Null
            foreach ($name in 'a', 'b') { New-EcsCluster $name | Out-Null }
            try { Get-EcsCluster } finally { Stop-EcsLocal }
            """).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], names);
    }

    private static Task<List<string>> OnOwnThread(string script)
    {
        var done = new TaskCompletionSource<List<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new BusyContext());
            try
            {
                done.SetResult(Run(script));
            }
            catch (RuntimeException e)
            {
                done.SetException(e);
            }
        }) { IsBackground = true }.Start();
        return done.Task;
    }

    private static List<string> Run(string script)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(EcsPrompt.ModulePath);
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        return [.. shell.AddScript(script).Invoke().Select(cluster => (string)cluster.Properties["ClusterName"].Value)];
    }

    /// <summary>The context of a thread that is busy with the pipeline: posted work doesn't run before the end of the pipeline.</summary>
    private sealed class BusyContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
