using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What may be said of a service whose deployments ECS does not control: CodeDeploy does, or the caller's own controller.</summary>
internal static class ControllerRules
{
    public static void Create(CreateServiceRequest request)
    {
        var controller = request.DeploymentController?.Type;
        Check.OneOf(controller, "Deployment controller type", [.. DeploymentControllerType.Values]);
        if (controller == DeploymentControllerType.External) RefuseTaskSetParameters(request);
        if (controller == DeploymentControllerType.CodeDeploy && request.LoadBalancers is not { Count: > 0 })
            throw EcsFault.InvalidParameter("The CODE_DEPLOY deployment controller requires a load balancer.");
    }

    public static void Update(Service service, UpdateServiceRequest request)
    {
        if (request.DeploymentController?.Type is { } asked && asked != service.DeploymentController!.Type) throw EcsFault.Unsupported("a change of the deployment controller");
        var (controller, advice) = service.DeploymentController!.Type switch
        {
            DeploymentControllerType.CodeDeploy => ("a CODE_DEPLOY", "Use AWS CodeDeploy to trigger a new deployment."),
            DeploymentControllerType.External => ("an EXTERNAL", "Create a new task set instead."),
            _ => (null, null),
        };
        if (controller is null) return;
        if (request.ForceNewDeployment == true) throw EcsFault.InvalidParameter($"Cannot force a new deployment on services with {controller} deployment controller. {advice}");
        if (Fixed(service, request) is { } what) throw EcsFault.InvalidParameter($"Unable to update {what} on services with {controller} deployment controller. {advice}");
    }

    private static void RefuseTaskSetParameters(CreateServiceRequest request)
    {
        (string Name, bool IsGiven)[] parameters =
        [
            ("task definition", !string.IsNullOrEmpty(request.TaskDefinition)),
            ("launch type", request.LaunchType is not null),
            ("capacity provider strategy", request.CapacityProviderStrategy is { Count: > 0 }),
            ("platform version", request.PlatformVersion is not null),
            ("network configuration", request.NetworkConfiguration is not null),
            ("load balancers", request.LoadBalancers is { Count: > 0 }),
            ("service registries", request.ServiceRegistries is { Count: > 0 }),
        ];
        if (Array.Find(parameters, parameter => parameter.IsGiven) is { Name: { } name })
            throw EcsFault.InvalidParameter($"Services with an EXTERNAL deployment controller have no {name} of their own. Specify it when you create a task set.");
    }

    /// <summary>What the request would change although a new deployment or task set has to.</summary>
    private static string? Fixed(Service service, UpdateServiceRequest request) => request switch
    {
        { TaskDefinition.Length: > 0 } => "task definition",
        { NetworkConfiguration: not null } => "network parameters",
        { PlatformVersion: not null } => "platform version",
        { LoadBalancers: not null } => "load balancers",
        { ServiceRegistries: not null } => "service registries",
        { ServiceConnectConfiguration: not null } => "service connect configuration",
        { CapacityProviderStrategy.Count: > 0 } => "capacity provider strategy",
        { DeploymentConfiguration: not null } when service.DeploymentController!.Type == DeploymentControllerType.External => "deployment configuration",
        _ => null,
    };
}
