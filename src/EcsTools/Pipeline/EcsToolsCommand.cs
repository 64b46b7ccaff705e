using System.Management.Automation;

namespace EcsTools.Pipeline;

/// <summary>A cmdlet of this module. An empty argument is never taken for a parameter that was left out.</summary>
public abstract class EcsToolsCommand : PSCmdlet
{
    /// <summary>Checks the arguments on the command line. What the pipeline gives comes later.</summary>
    protected override void BeginProcessing()
    {
        foreach (var (parameter, value) in MyInvocation.BoundParameters)
        {
            if (GivenArgument.Problem(GetType().GetProperty(parameter), value) is { } problem) ThrowTerminatingError(GivenArgument.Error(this, parameter, problem));
        }
    }
}
