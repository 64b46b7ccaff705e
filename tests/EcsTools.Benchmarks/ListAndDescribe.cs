using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace EcsTools.Benchmarks;

/// <summary>Ten thousand tasks listed and described: <c>Get-EcsTask</c> beside the same calls by a bare client that throws the answers away.</summary>
[MemoryDiagnoser]
public class ListAndDescribe
{
    private const int Concurrency = 8;
    private FilledCluster cluster = null!;
    private Runspace runspace = null!;

    /// <summary>How many tasks there are.</summary>
    [Params(10_000)]
    public int Tasks { get; set; }

    /// <summary>Fills the cluster and imports the module.</summary>
    [GlobalSetup]
    public void Setup()
    {
        cluster = new FilledCluster(Tasks);
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(typeof(ListAndDescribe).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ModuleFolder").Value + "EcsTools.psd1");
        runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        Run($"Set-EcsContext -Region us-east-1 -AccessKey a -SecretKey b -EndpointUrl {cluster.Url}");
    }

    /// <summary>The same calls, at the same concurrency.</summary>
    [Benchmark(Baseline = true)]
    public async Task Floor()
    {
        using var slots = new SemaphoreSlim(Concurrency);
        var describing = new List<Task>();
        string? token = null;
        do
        {
            var page = await cluster.AskAsync("ListTasks", token is null ? """{"maxResults":100}""" : $$"""{"maxResults":100,"nextToken":"{{token}}"}""");
            using var json = JsonDocument.Parse(page);
            var arns = json.RootElement.GetProperty("taskArns").GetRawText();
            token = json.RootElement.TryGetProperty("nextToken", out var next) ? next.GetString() : null;
            await slots.WaitAsync();
            describing.Add(Describe($$"""{"tasks":{{arns}}}""", slots));
        }
        while (token is not null);
        await Task.WhenAll(describing);
    }

    /// <summary>The cmdlet, its objects written to nowhere.</summary>
    [Benchmark]
    public void GetEcsTask() => Run("Get-EcsTask | Out-Null");

    /// <summary>Ends the session and the cluster.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        runspace.Dispose();
        cluster.Dispose();
    }

    private async Task Describe(string body, SemaphoreSlim slots)
    {
        try
        {
            await cluster.AskAsync("DescribeTasks", body);
        }
        finally
        {
            slots.Release();
        }
    }

    private void Run(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script).Invoke();
        if (shell.HadErrors) throw new InvalidOperationException(string.Join(Environment.NewLine, shell.Streams.Error.Select(e => e.ToString())));
    }
}
