using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A prompt on the real engine.</summary>
internal sealed class Prompt : IDisposable
{
    private readonly Runspace runspace;

    public Prompt()
    {
        runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
    }

    /// <summary>The folder of the built module.</summary>
    public static string Module { get; } = Metadata("ModuleFolder") + "EcsTools.psd1";

    /// <summary>The metadata from the build.</summary>
    public static string Metadata(string key) => typeof(Prompt).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>A prompt with the module imported and the session at an endpoint.</summary>
    public static Prompt At(string url)
    {
        var prompt = new Prompt();
        prompt.Run($"Import-Module '{Module}'; Set-EcsContext -Region us-east-1 -AccessKey a -SecretKey b -EndpointUrl {url}");
        return prompt;
    }

    /// <summary>Runs a script.</summary>
    /// <exception cref="InvalidOperationException">It wrote an error.</exception>
    public void Run(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script).Invoke();
        if (shell.HadErrors) throw new InvalidOperationException(string.Join(Environment.NewLine, shell.Streams.Error.Select(e => e.ToString())));
    }

    /// <summary>Gives a variable an object.</summary>
    public void Set(string variable, object value) => runspace.SessionStateProxy.SetVariable(variable, value);

    public void Dispose() => runspace.Dispose();
}
