using System.Management.Automation;
using EcsTools.Deploy;
using EcsTools.Deploy.Checks;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Looks for what is wrong with task definitions, without registering them: sizes, ports, names, dependencies, logs, health checks, limits. Nothing comes out where all is well.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EcsTaskDefinition"), OutputType(typeof(TaskDefinitionFinding), typeof(bool))]
public sealed class TestEcsTaskDefinitionCommand : EcsTaskDefinitionCommand
{
    /// <summary>Says true or false for each instead: whether nothing is an error.</summary>
    [Parameter(HelpMessage = "Says true or false for each instead: whether nothing is an error. Warnings do not count.")]
    public SwitchParameter Quiet { get; set; }

    private protected override bool NeedsTags => false;

    private protected override async Task Use(RegisterTaskDefinitionRequest definition, string name, JobOutput output)
    {
        var findings = Checked.All(definition, name);
        if (Quiet) await output.Object(findings.All(finding => finding.Severity != "Error"));
        else await output.Objects(findings);
    }
}
