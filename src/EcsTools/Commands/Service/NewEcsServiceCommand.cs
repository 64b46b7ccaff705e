using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Creates a service that keeps a number of tasks of a task definition running.</summary>
[Cmdlet(VerbsCommon.New, "EcsService", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.CreateService), Target = "serviceName", TakesFile = true)]
[Waits("until the deployment has completed. A deployment that fails, is rolled back, stopped, or superseded causes an error")]
[Calls(nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments), With = "Wait")]
public sealed partial class NewEcsServiceCommand
    : EcsOperationCommand<CreateServiceRequest, CreateServiceResponse>, IWaitParameters, IRequestFile
{
    private protected override string? Describes => "Service";

    private protected override Operation<CreateServiceRequest, CreateServiceResponse> Operation => Operations.CreateService;

    private protected override void Read(CreateServiceRequest request, object? root) => ServiceFile.Read(request, root);

    private protected override string Subject(CreateServiceRequest request) =>
        Naming.Subject("service", request.ServiceName, request.Cluster);

    private protected override string Action(CreateServiceRequest request) =>
        request.TaskDefinition is { } definition
            ? $"Create, with {request.DesiredCount?.ToString() ?? "the"} tasks of {EcsArn.IdOf(definition)}"
            : "Create";

    private protected override Task Emit(CreateServiceRequest request, CreateServiceResponse response, JobOutput output) =>
        this.EmitSettled(response.Service!, ServiceGoal.Of(response.Service!), output);
}
