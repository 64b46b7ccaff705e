using System.Management.Automation;
using EcsTools.Completion;

namespace EcsTools.Commands;

/// <summary>A cmdlet that acts in one region.</summary>
public abstract class EcsOneRegionCommand : EcsCommand
{
    private string[]? regions;

    [Parameter(HelpMessage = "The AWS region, for example eu-west-1. Default: the region of the session, of AWS.Tools, of the environment variables, or of the profile, in this order.")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region
    {
        get => regions?[0];
        set => regions = value is null ? null : [value];
    }

    internal sealed override IReadOnlyList<string>? Regions => regions;
}
