using System.Management.Automation;
using System.Management.Automation.Runspaces;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Pester;

/// <summary>
/// A file in Pester's language. Each of its tests is run alone, at a prompt of its own, with all that its blocks do before and after it: so none can live
/// off what another left. An error that nobody expected fails it.
/// </summary>
internal sealed class PesterFile(string path)
{
    private static readonly string[] Language =
        [.. new[] { "Pester.ps1", "Should.ps1" }.Select(file => File.ReadAllText(Path.Combine(EcsPrompt.Metadata("Repository"), "tests", "EcsTools.Tests", "Pester", file)))];

    /// <summary>The paths of its tests: the names of their blocks and their own.</summary>
    public IReadOnlyList<string> Tests()
    {
        using var prompt = Open();
        return [.. Run(prompt, "$PesterTests.Path").Select(test => (string)test.BaseObject)];
    }

    /// <summary>Runs a test.</summary>
    /// <exception cref="RuntimeException">It failed.</exception>
    public void Run(string test)
    {
        var drive = Directory.CreateTempSubdirectory("ecstools-pester-");
        try
        {
            using var prompt = Open();
            prompt.SessionStateProxy.SetVariable("TestDrive", drive.FullName);
            prompt.SessionStateProxy.SetVariable("PesterPath", test);
            Run(prompt, "Invoke-PesterTest $PesterPath");
        }
        finally
        {
            drive.Delete(recursive: true);
        }
    }

    private Runspace Open()
    {
        var prompt = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        prompt.Open();
        prompt.SessionStateProxy.SetVariable("ErrorActionPreference", ActionPreference.Stop);
        foreach (var script in Language) Run(prompt, script);
        prompt.SessionStateProxy.SetVariable("PesterFile", path);
        Run(prompt, "& $PesterFile");
        return prompt;
    }

    private static IReadOnlyList<PSObject> Run(Runspace prompt, string script)
    {
        using var shell = PowerShell.Create(prompt);
        return [.. shell.AddScript(script).Invoke()];
    }
}
