using System.Management.Automation;
using EcsTools.Completion;

namespace EcsTools.Pipeline;

/// <summary>A cmdlet that acts in one region.</summary>
public abstract class EcsOneRegionCommand : EcsCommand
{
    private string[]? regions;

    /// <summary>The region to ask, as in eu-west-1.</summary>
    [Parameter(HelpMessage = "The region to ask, as in eu-west-1. Left out: the session's, else the environment's.")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region
    {
        get => regions?[0];
        set => regions = value is null ? null : [value];
    }

    internal sealed override IReadOnlyList<string>? Regions => regions;
}
