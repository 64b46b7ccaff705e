using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <content>What is changed about the containers.</content>
public sealed partial class UpdateEcsServiceCommand
{
    /// <inheritdoc/>
    [Parameter(HelpMessage = IDeployParameters.ImageHelp), PerContainer("image", ValueKind.String, TakesPairs = true), ArgumentCompleter(typeof(ImageCompleter))]
    public Dictionary<string, string>? Image { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = IDeployParameters.EnvironmentHelp), PerContainer("environment", ValueKind.Map)]
    public Dictionary<string, Dictionary<string, string?>>? Environment { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = IDeployParameters.SecretHelp), PerContainer("secrets", ValueKind.Map)]
    public Dictionary<string, Dictionary<string, string?>>? Secret { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = IDeployParameters.CpuHelp), PerContainer("cpu", ValueKind.String)]
    public Dictionary<string, string>? Cpu { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = IDeployParameters.MemoryHelp), PerContainer("memory", ValueKind.String)]
    public Dictionary<string, string>? Memory { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = IDeployParameters.CommandHelp), PerContainer("command", ValueKind.List)]
    public Dictionary<string, List<string>>? Command { get; set; }
}
