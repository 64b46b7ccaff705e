using System.Management.Automation;

namespace EcsTools.Host;

/// <summary><c>cd</c>: the engine has the locations, but its package not the command.</summary>
[Cmdlet(VerbsCommon.Set, "Location")]
public sealed class SetLocationCommand : PSCmdlet
{
    /// <summary>Where to go; the home folder by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string Path { get; set; } = "~";

    /// <inheritdoc/>
    protected override void ProcessRecord() => SessionState.Path.SetLocation(Path);
}
