using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;

namespace EcsTools.Commands;

/// <summary>A cmdlet of this module. An empty argument is never treated as an omitted parameter.</summary>
public abstract class EcsToolsCommand : EcsCmdlet
{
    /// <summary>Whether an argument was refused, so that nothing is processed.</summary>
    private protected bool IsRefused { get; private set; }

    /// <summary>Checks the arguments on the command line. Piped values come later.</summary>
    protected override void BeginProcessing()
    {
        var parameters = CmdletParameters.Of(GetType());
        foreach (var (name, value) in MyInvocation.BoundParameters)
        {
            var parameter = parameters.Find(name);
            var error = GivenArgument.Problem(parameter, value) is { } problem
                ? GivenArgument.Error(this, name, Label(name), problem)
                : GivenArgument.Alone(this, parameter);
            if (error is not null) Refuse(error);
        }
    }

    /// <summary>The parameter in an error about its value.</summary>
    private protected virtual string Label(string parameter) => $"-{parameter}";

    /// <summary>Writes an error about the command line, so that nothing is processed.</summary>
    private protected void Refuse(ErrorRecord error)
    {
        IsRefused = true;
        WriteError(error);
    }

    /// <summary>Processes what came.</summary>
    protected override void ProcessRecord()
    {
        if (!IsRefused) Process();
    }

    /// <summary>Processes one piped object, or the names on the command line.</summary>
    private protected abstract void Process();
}
