using System.Management.Automation;
using EcsTools.Calls;

namespace EcsTools.Commands;

/// <summary>A cmdlet that changes something in ECS.</summary>
public abstract class EcsChangeCommand : EcsOneRegionCommand, IChangeParameters
{
    /// <inheritdoc/>
    [Parameter(HelpMessage = IChangeParameters.ThrottleLimitHelp)]
    [ValidateRange(1, int.MaxValue)]
    public int ThrottleLimit { get; set; } = 1;
}
