using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Reflection;
using EcsTools.Local.Http;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A prompt with the built module imported: the real engine, in a session of its own.</summary>
internal sealed class EcsPrompt : IDisposable
{
    private readonly Runspace runspace;
    private readonly bool hasHost;
    private int ends;

    public EcsPrompt(PSHost? host = null)
    {
        (runspace, hasHost) = (PromptRunspaces.Take(host), host is not null);
        Run("$ErrorActionPreference = 'Continue'").Clean();
    }

    /// <summary>The folder of the built module.</summary>
    public static string ModulePath { get; } = Metadata("ModuleFolder") + "EcsTools.psd1";

    public static string Metadata(string key) =>
        typeof(EcsPrompt).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>Runs a script as if a user had typed it.</summary>
    public Said Run(string script)
    {
        using var shell = Shell(script);
        var output = new List<PSObject>();
        Exception? ended = null;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException e)
        {
            ended = e;
        }

        return new Said(output, [.. shell.Streams.Error], [.. shell.Streams.Verbose], [.. shell.Streams.Warning], [.. shell.Streams.Progress], ended);
    }

    /// <summary>A script to be run, for tests that stop it half-way.</summary>
    public PowerShell Shell(string script)
    {
        var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        return shell;
    }

    /// <summary>Sets a variable to an object that can't be written in a script.</summary>
    public void Set(string variable, object value) => runspace.SessionStateProxy.SetVariable(variable, value);

    /// <summary>The local ECS that the prompt started. Only its session uses it.</summary>
    public EcsLocalServer Local() => ModuleSession.Local(runspace)!;

    /// <summary>Changes the state of the prompt's local ECS to what no cmdlet brings about.</summary>
    public async Task EditState(Func<string, string> edit)
    {
        using var http = new HttpClient { BaseAddress = Local().Url };
        http.DefaultRequestHeaders.Add("X-EcsTools-Local", "yes");
        var state = await http.GetStringAsync("/_local/state", TestContext.Current.CancellationToken);
        using var content = new StringContent(edit(state));
        using var response = await http.PutAsync("/_local/state", content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What Tab offers at the end of a line.</summary>
    public IReadOnlyList<string> Tab(string line) => [.. Offers(line, offers => offers.Count > 0).Select(offer => offer.CompletionText)];

    /// <summary>The candidates of tab completion, with their tooltips. On a busy machine the response comes too late for the first Tab, so it's pressed again, as users do.</summary>
    public IReadOnlyList<CompletionResult> Offers(string line, Predicate<IReadOnlyList<CompletionResult>> areThere)
    {
        using var shell = PowerShell.Create(runspace);
        IReadOnlyList<CompletionResult> offers = [];
        for (var presses = 0; presses < 5 && !areThere(offers); presses++) offers = CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches;
        return offers;
    }

    /// <summary>Ends the session.</summary>
    public void Dispose()
    {
        if (Interlocked.Increment(ref ends) == 1) PromptRunspaces.Return(runspace, hasHost);
    }

    /// <summary>Closes its runspace, as the end of a shell does.</summary>
    public void Close() => runspace.Dispose();
}

/// <summary>The output of a script on each stream.</summary>
internal sealed record Said(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<VerboseRecord> Verbose,
    IReadOnlyList<WarningRecord> Warnings,
    IReadOnlyList<ProgressRecord> Progress,
    Exception? Ended)
{
    /// <summary>The objects of a type, after a check that there were no errors.</summary>
    public IReadOnlyList<T> All<T>()
    {
        Clean();
        return Output.Select(o => (T)o.BaseObject).ToList();
    }

    public T One<T>() => Assert.Single(All<T>());

    public ErrorRecord Error() => Assert.Single(Errors);

    /// <summary>How often an operation was called, by the lines that -Verbose wrote.</summary>
    public int Calls(string operation) => Verbose.Count(v => v.Message.StartsWith(operation + ": ", StringComparison.Ordinal));

    /// <summary>The operations that were called, in order, by the lines that -Verbose wrote.</summary>
    public IReadOnlyList<string> Called => [.. Verbose.Where(v => v.Message.Contains(" ms, ", StringComparison.Ordinal)).Select(v => v.Message.Split(':')[0])];

    public Said Clean()
    {
        Assert.Null(Ended);
        Assert.Empty(Errors.Select(e => e.ToString()));
        return this;
    }
}
