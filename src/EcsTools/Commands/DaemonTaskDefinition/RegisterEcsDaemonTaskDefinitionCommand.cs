using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Registers a new revision of a daemon task definition.</summary>
[Cmdlet(VerbsLifecycle.Register, "EcsDaemonTaskDefinition", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters"), OutputType(typeof(Model.DaemonTaskDefinition))]
[Operation(nameof(Operations.RegisterDaemonTaskDefinition), Target = "family", TakesJson = true)]
public sealed partial class RegisterEcsDaemonTaskDefinitionCommand : EcsOperationCommand<RegisterDaemonTaskDefinitionRequest, RegisterDaemonTaskDefinitionResponse>
{
    /// <summary>A file, or JSON, as <c>aws ecs register-daemon-task-definition --cli-input-json</c> takes it; what describe-daemon-task-definition printed works too.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CliInputJson", ValueFromPipelineByPropertyName = true, HelpMessage = "A file, or JSON, as the AWS CLI's --cli-input-json takes it. Other parameters given beside it win.")]
    [Alias("Path", "FullName", "PSPath")]
    public string? CliInputJson { get; set; }

    private protected override Operation<RegisterDaemonTaskDefinitionRequest, RegisterDaemonTaskDefinitionResponse> Operation => Operations.RegisterDaemonTaskDefinition;

    /// <summary>A daemon task definition that is piped in is registered again, as it is.</summary>
    private protected override string? Describes => "DaemonTaskDefinition";

    private protected override bool Complete(RegisterDaemonTaskDefinitionRequest request) =>
        CliInputJson is null || RequestFile.TryComplete(this, request, CliInputJson, "daemonTaskDefinition", new Model.DaemonTaskDefinition());

    private protected override string Subject(RegisterDaemonTaskDefinitionRequest request) => $"daemon task definition {request.Family}";

    private protected override string Action(RegisterDaemonTaskDefinitionRequest request) =>
        $"Register a revision with {string.Join(", ", (request.ContainerDefinitions ?? []).Select(c => $"{c.Name} ({c.Image})"))}";

    private protected override async Task Emit(RegisterDaemonTaskDefinitionRequest request, RegisterDaemonTaskDefinitionResponse response, JobOutput output)
    {
        var arn = response.DaemonTaskDefinitionArn!;
        var answered = new Model.DaemonTaskDefinition { DaemonTaskDefinitionArn = arn, Family = request.Family, Status = DaemonTaskDefinitionStatus.Active };
        await output.Object(await DaemonGoals.Definition(arn, DaemonTaskDefinitionStatus.Active).Shown(answered, new Calls(this, output)));
    }
}
