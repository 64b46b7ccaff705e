using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Checks task definitions by the rules of ECS and for likely mistakes, without registering them.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EcsTaskDefinition"), OutputType(typeof(TaskDefinitionFinding), typeof(bool))]
[Calls(nameof(Operations.DescribeTaskDefinition))]
public sealed class TestEcsTaskDefinitionCommand : EcsTaskDefinitionCommand
{
    [Parameter(HelpMessage = "Returns true for a task definition without errors, and false for the others. Warnings don't count.")]
    public SwitchParameter Quiet { get; set; }

    private protected override bool NeedsTags => false;

    private protected override async Task Use(RegisterTaskDefinitionRequest definition, string name, JobOutput output)
    {
        var findings = TaskDefinitionFinding.Of(definition, name);
        if (Quiet) await output.Object(findings.All(finding => finding.Severity != "Error"));
        else await output.Objects(findings);
    }
}
