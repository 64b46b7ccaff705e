using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Registers a new revision of a daemon task definition.</summary>
[Cmdlet(VerbsLifecycle.Register, "EcsDaemonTaskDefinition", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(Model.DaemonTaskDefinition))]
[Operation(nameof(Operations.RegisterDaemonTaskDefinition), Target = "family", TakesJson = true)]
public sealed partial class RegisterEcsDaemonTaskDefinitionCommand
    : EcsRegistrationCommand<RegisterDaemonTaskDefinitionRequest, RegisterDaemonTaskDefinitionResponse>
{
    private protected override Operation<RegisterDaemonTaskDefinitionRequest, RegisterDaemonTaskDefinitionResponse> Operation =>
        Operations.RegisterDaemonTaskDefinition;

    private protected override string Wrapper => "daemonTaskDefinition";

    private protected override IStructure Described => new Model.DaemonTaskDefinition();

    private protected override string Subject(RegisterDaemonTaskDefinitionRequest request) => $"daemon task definition {request.Family}";

    private protected override string Action(RegisterDaemonTaskDefinitionRequest request) =>
        $"Register a revision with {string.Join(", ", (request.ContainerDefinitions ?? []).Select(c => $"{c.Name} ({c.Image})"))}";

    private protected override async Task Emit(
        RegisterDaemonTaskDefinitionRequest request, RegisterDaemonTaskDefinitionResponse response, JobOutput output)
    {
        var arn = response.DaemonTaskDefinitionArn!;
        var answered = new Model.DaemonTaskDefinition
        {
            DaemonTaskDefinitionArn = arn,
            Family = request.Family,
            Status = DaemonTaskDefinitionStatus.Active,
        };
        await output.Object(await DaemonGoals.Definition(arn, DaemonTaskDefinitionStatus.Active).Shown(answered, output.Calls));
    }
}
