using System.Management.Automation;
using EcsTools.Completion;

namespace EcsTools.Commands;

/// <summary>A cmdlet that only reads, also in several regions and clusters.</summary>
public abstract class EcsReadCommand : EcsCommand
{
    [Parameter(HelpMessage = "The AWS regions, for example eu-west-1, us-east-1. Default: the region of the session, of AWS.Tools, of the environment variables, or of the profile, in this order. With several regions, each object has a property Region.")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    internal sealed override IReadOnlyList<string>? Regions => Region;
}
