using System.Management.Automation;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Pipelines that end at random moments. A moment is an output of a pipeline by number: it doesn't depend on a clock, and a seed repeats it. <c>build.ps1 -Task Interrupt</c> tries more of them.</summary>
[Collection(AloneCollection.Name)]
public sealed class InterruptionTests : IDisposable
{
    private const int Seed = 17, Latest = 30;

    private static readonly int Stops = Moments.Count(40), Closings = Moments.Count(6);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-");

    private string[] Scripts =>
    [
        "Get-EcsService -Verbose",
        "Get-EcsTask -Verbose",
        "Get-EcsService | Update-EcsService -DesiredCount 3 -Verbose",
        "Get-EcsService s1* | Update-EcsService -ForceNewDeployment -Wait -Verbose",
        "Start-EcsTask web -Count 10 -Wait -Verbose",
        "Get-EcsTask | Select-Object -First 7 | Stop-EcsTask -Confirm:$false -Verbose",
        "1..20 | ForEach-Object { Register-EcsTaskDefinition \"f$_\" -ContainerDefinition @{ name = 'a'; image = 'b'; memory = 8 } -Verbose }",
        $"1..20 | ForEach-Object {{ Export-EcsLocal '{folder.FullName}/state.json' -Verbose; $_ }}",
    ];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_stop_at_any_moment_leaves_a_session_that_works_and_asks_nothing_more()
    {
        using var prompt = Open();
        var random = new Random(Seed);
        for (var stop = 0; stop < Stops; stop++)
        {
            var (script, at) = (Scripts[random.Next(Scripts.Length)], random.Next(1, Latest));
            RunUntil(prompt, script, at, shell => shell.BeginStop(null, null));
            prompt.Run("$null = Get-EcsCluster").Clean(); // meanwhile the local ECS carries out what was sent before the stop
            var before = prompt.Local().Save();
            prompt.Run("$null = Get-EcsCluster; $null = Get-EcsService s11; $null = Get-EcsTask").Clean();
            Assert.True(before.Json.Span.SequenceEqual(prompt.Local().Save().Json.Span), $"After its stop at {at}, {script} went on.");
            CheckFiles();
        }
    }

    [Fact]
    public void What_needs_no_more_stops_what_gives_more()
    {
        using var prompt = Open();
        var random = new Random(Seed);
        foreach (var script in Scripts)
        {
            var said = prompt.Run($"{script} | Select-Object -First {random.Next(1, 4)}; 'next'");
            Assert.Equal("next", said.Output[^1].BaseObject);
            prompt.Run("$null = Get-EcsCluster").Clean();
            CheckFiles();
        }
    }

    [Fact]
    public async Task A_runspace_that_is_closed_at_any_moment_takes_all_with_it()
    {
        var random = new Random(Seed);
        for (var closing = 0; closing < Closings; closing++)
        {
            var prompt = Open();
            var server = prompt.Local();
            var closed = Task.CompletedTask;
            RunUntil(prompt, Scripts[random.Next(Scripts.Length)], random.Next(1, Latest), _ => closed = Task.Run(prompt.Close));
            await closed.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            prompt.Close();
            Assert.False(server.IsRunning);
            CheckFiles();
        }
    }

    private static EcsPrompt Open()
    {
        var prompt = Shop.Open();
        prompt.Run("$ConfirmPreference = 'None'; 10..29 | ForEach-Object { $null = New-EcsService \"s$_\" -TaskDefinition web -DesiredCount 1 }; $null = Step-EcsLocal").Clean();
        return prompt;
    }

    /// <summary>Runs a script, and does something after so many outputs.</summary>
    private static void RunUntil(EcsPrompt prompt, string script, int at, Action<PowerShell> act)
    {
        using var shell = prompt.Shell(script);
        var output = new PSDataCollection<PSObject>();
        var said = 0;
        output.DataAdded += (_, _) => Count();
        shell.Streams.Verbose.DataAdded += (_, _) => Count();
        shell.Streams.Progress.DataAdded += (_, _) => Count();
        try
        {
            shell.Invoke(null, output);
        }
        catch (Exception e) when (e is RuntimeException or InvalidOperationException or System.Management.Automation.Runspaces.InvalidRunspaceStateException)
        {
            // It was stopped.
        }

        void Count()
        {
            if (Interlocked.Increment(ref said) == at) act(shell);
        }
    }

    private void CheckFiles()
    {
        Assert.DoesNotContain(folder.GetFiles(), file => file.Extension == ".tmp");
        foreach (var file in folder.GetFiles("*.json")) System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(file.FullName)).Dispose();
    }
}
