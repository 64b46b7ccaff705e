using EcsTools.Capacity;
using EcsTools.Forecast.Placement;
using EcsTools.Forecast.Rehearsals;
using EcsTools.Logs;
using EcsTools.Model;
using EcsTools.Sessions;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Binding;

/// <summary>
/// The identities of the objects of this module, in one place. <see cref="IdentityAttribute"/> specifies the kind for a parameter.
/// A type that is not in this table names nothing.
/// </summary>
internal static class Kinds
{
    private const string Fargate = "a task on Fargate, or one that has not been placed yet, runs on no container instance";
    private const string External = "a service with an EXTERNAL deployment controller has none; its task sets have";
    private const string Standalone = "no service started it";
    private const string Untold = "Get-EcsTag returns tags with their resource, and it must be of that kind";

    public static IReadOnlyList<Kind> All { get; } =
    [
        new Kind("Cluster", typeof(Cluster), "ClusterArn").Is("Cluster", "ClusterArn|ClusterName"),
        new Kind("Service", typeof(Service), "ServiceArn").Is("Service", "ServiceArn|ServiceName").Names("Cluster", Cluster)
            .Names("TaskDefinition", "TaskDefinition", External).Names("Family", it => FamilyOf(it.Text("TaskDefinition")), External)
            .Names("ServiceDeployment", "CurrentServiceDeployment", "it has no service deployment at the moment")
            .Names("ServiceRevision", it => it.Texts("CurrentServiceRevisions", "Arn")),
        new Kind("Deployment", typeof(Deployment)).Is("Starter", "Id")
            .Names("Cluster", "ClusterArn")
            .Names("TaskDefinition", "TaskDefinition", External)
            .Names("Family", it => FamilyOf(it.Text("TaskDefinition"))),
        new Kind("ServiceEvent", typeof(ServiceEvent)),
        new Kind(
            "ServiceDeployment",
            typeof(ServiceDeployment),
            "ServiceDeploymentArn").Is("ServiceDeployment", "ServiceDeploymentArn").Names("Service", "ServiceArn")
            .Names("Cluster", Cluster)
            .Names("ServiceRevision", Revisions),
        new Kind(
            "ServiceRevision",
            typeof(ServiceRevision),
            "ServiceRevisionArn").Is("ServiceRevision", "ServiceRevisionArn").Names("Service", "ServiceArn")
            .Names("Cluster", Cluster)
            .Names("TaskDefinition", "TaskDefinition", External).Names("Family", it => FamilyOf(it.Text("TaskDefinition"))),
        new Kind("ServiceRevisionSummary", typeof(ServiceRevisionSummary)).Is("ServiceRevision", "Arn").Names("Cluster", Cluster),
        new Kind(
            "ServiceCurrentRevisionSummary", typeof(ServiceCurrentRevisionSummary)).Is("ServiceRevision", "Arn").Names("Cluster", Cluster),
        new Kind("TaskSet", typeof(TaskSet), "TaskSetArn").Is("TaskSet", "TaskSetArn").Is("Starter", "Id")
            .Names("Service", "ServiceArn")
            .Names("Cluster", Cluster)
            .Names("TaskDefinition", "TaskDefinition").Names("Family", it => FamilyOf(it.Text("TaskDefinition"))),
        new Kind(
            "ExpressService",
            typeof(ECSExpressGatewayService),
            "ServiceArn").Is("Service", "ServiceArn|ServiceName").Names("Cluster", Cluster)
            .Names("ServiceDeployment", "CurrentDeployment", "it has no service deployment at the moment")
            .Names("ServiceRevision", it => it.Texts("ActiveConfigurations", "ServiceRevisionArn")),
        new Kind(
            "UpdatedExpressService",
            typeof(UpdatedExpressGatewayService),
            "ServiceArn").Is("Service", "ServiceArn|ServiceName").Names("Cluster", Cluster),
        new Kind("ServiceForecast", typeof(ServiceForecast)).Is("Service", "Service").Names("Cluster", "Cluster"),
        new Kind("Task", typeof(Model.Task), "TaskArn").Is("Task", "TaskArn").Names("Cluster", Cluster)
            .Names("TaskDefinition", "TaskDefinitionArn")
            .Names("Family", it => FamilyOf(it.Text("TaskDefinitionArn")))
            .Names("ContainerInstance", "ContainerInstanceArn", Fargate)
            .Names("Service", ServiceOfGroup, Standalone)
            .Names("CapacityProvider", "CapacityProviderName", "no capacity provider placed it"),
        new Kind("Container", typeof(Container), "ContainerArn").Is("Container", "Name").Names("Task", "TaskArn").Names("Cluster", Cluster),
        new Kind("LogLine", typeof(LogLine)).Is("Container", "Container").Names("Task", "Task").Names("Cluster", ClusterOfTask),
        new Kind("CommandCheck", typeof(CommandCheck)).Is("Container", it => it.Text("Container"))
            .Names("Task", "Task")
            .Names("Cluster", ClusterOfTask),
        new Kind("CommandResult", typeof(CommandResult)).Is("Container", "Container").Names("Task", "Task").Names("Cluster", ClusterOfTask),
        new Kind("PortForwarding", typeof(PortForwarding)).Is("Container", "Container")
            .Names("Task", "Task")
            .Names("Cluster", ClusterOfTask),
        new Kind("ProtectedTask", typeof(ProtectedTask), "TaskArn").Is("Task", "TaskArn").Names("Cluster", Cluster),
        new Kind(
            "TaskDefinition",
            typeof(TaskDefinition),
            "TaskDefinitionArn").Is("TaskDefinition", NameOfRevision, "it has not been registered").Names("Family", "Family"),
        new Kind("TaskDefinitionFamily", typeof(TaskDefinitionFamily)).Is("Family", "Family").Names("TaskDefinition", "Family"),
        new Kind(
            "ContainerInstance",
            typeof(ContainerInstance),
            "ContainerInstanceArn").Is("ContainerInstance", "ContainerInstanceArn").Names("Cluster", Cluster)
            .Names("CapacityProvider", "CapacityProviderName", "no capacity provider manages it"),
        new Kind("Attribute", typeof(Attribute)).Is("ContainerInstance", "TargetId", "no target is set in it")
            .Is("Attribute", "Name")
            .Names("Cluster", Cluster),
        new Kind(
            "CapacityProvider",
            typeof(CapacityProvider),
            "CapacityProviderArn").Is("CapacityProvider", "CapacityProviderArn|Name").Names("Cluster", "Cluster", "it serves all clusters"),
        new Kind("Setting", typeof(Setting)).Is("Setting", "Name"),
        new Kind("Tag", typeof(Tag)).Is("Tag", "Key").Names("Resource", "ResourceArn", Untold).Names("Cluster", Cluster)
            .Names("Service", it => Tagged(it, "service"), Untold)
            .Names("Task", it => Tagged(it, "task"), Untold)
            .Names("ContainerInstance", it => Tagged(it, "container-instance"), Untold)
            .Names("TaskDefinition", it => Tagged(it, "task-definition"), Untold).Names("TaskSet", it => Tagged(it, "task-set"), Untold)
            .Names("CapacityProvider", it => Tagged(it, "capacity-provider"), Untold).Names("Daemon", it => Tagged(it, "daemon"), Untold)
            .Names("DaemonTaskDefinition", it => Tagged(it, "daemon-task-definition"), Untold)
            .Names("Gateway", it => Tagged(it, "gateway"), Untold),
        new Kind("Daemon", typeof(DaemonDetail), "DaemonArn").Is("Daemon", "DaemonArn").Names("Cluster", Cluster)
            .Names("DaemonDeployment", "DeploymentArn", "it has not been deployed")
            .Names(
                "DaemonRevision",
                it => it.Texts("CurrentRevisions", "Arn"),
                "ECS returned it without its revisions; get them with Get-EcsDaemon"),
        new Kind(
            "DaemonDeployment",
            typeof(DaemonDeployment),
            "DaemonDeploymentArn").Is(
                "DaemonDeployment", "DaemonDeploymentArn").Is("Starter", it => EcsArn.IdOf(it.Text("DaemonDeploymentArn") ?? ""))
            .Names("Daemon", it => ArnOf(it.Text("DaemonDeploymentArn"), "daemon"))
            .Names("Cluster", Cluster)
            .Names("DaemonRevision", it => it.Texts("TargetDaemonRevision", "Arn")),
        new Kind(
            "DaemonRevision",
            typeof(DaemonRevision),
            "DaemonRevisionArn").Is("DaemonRevision", "DaemonRevisionArn").Names("Daemon", "DaemonArn")
            .Names("Cluster", Cluster)
            .Names("DaemonTaskDefinition", "DaemonTaskDefinitionArn"),
        new Kind(
            "DaemonTaskDefinition",
            typeof(DaemonTaskDefinition),
            "DaemonTaskDefinitionArn").Is("DaemonTaskDefinition", "DaemonTaskDefinitionArn"),
        new Kind("Gateway", typeof(Gateway), "GatewayArn").Is("Gateway", "GatewayArn"),
        new Kind("GatewayCluster", typeof(GatewayClusterAssociationSummary)).Is("Gateway", "GatewayArn").Is("Cluster", "ClusterArn"),
        new Kind("GatewayRoute", typeof(GatewayRoute), "GatewayRouteArn").Is("GatewayRoute", "GatewayRouteArn").Is("Service", "ServiceArn")
            .Names("Cluster", Cluster)
            .Names("Gateway", it => ArnOf(it.Text("GatewayRouteArn"), "gateway")),
        new Kind("GatewayResources", typeof(GatewayResources)).Is("Gateway", "GatewayArn"),
        new Kind("ClusterMeasure", typeof(ClusterMeasure)).Is("ContainerInstance", "ContainerInstanceArn")
            .Is("Cluster", MeasuredCluster, "it is about a part of the cluster")
            .Names("Cluster", "Cluster"),
        new Kind("PlacementFit", typeof(PlacementFit)).Is("TaskDefinition", "TaskDefinition")
            .Is("ContainerInstance", "ContainerInstanceArn", "it is about the cluster as a whole")
            .Names("Cluster", "Cluster"),
    ];

    /// <summary>The cluster of an object: its member, or else the cluster in one of its ARNs.</summary>
    private static string? Cluster(PipedObject it) =>
        it.Text("ClusterArn") ?? it.Value.Properties.Where(property =>
            property.Name.EndsWith("Arn", StringComparison.OrdinalIgnoreCase) || property.Name is "TargetId")
            .Select(property => EcsArn.TryParse(property.Value as string, out var arn) ? arn.ClusterArn : null)
            .FirstOrDefault(cluster => cluster is not null) ?? it.Text("Cluster");

    private static string? ClusterOfTask(PipedObject it) => EcsArn.TryParse(it.Text("Task"), out var task) ? task.ClusterArn : null;

    /// <summary>Service and service deployment name the revisions that they replace and the one that they bring.</summary>
    private static string[] Revisions(PipedObject it) =>
        [.. it.Texts("TargetServiceRevision", "Arn") ?? [], .. it.Texts("SourceServiceRevisions", "Arn") ?? []];

    /// <summary>The group of a task that a service started is <c>service:web</c>; its cluster makes an ARN of the name.</summary>
    private static string? ServiceOfGroup(PipedObject it)
    {
        if (TaskGroup.ServiceOf(it.Text("Group")) is not { } service) return null;
        return EcsArn.TryParse(it.Text("TaskArn"), out var task) && task.Cluster is { } cluster
            ? (task with { ResourceType = "service", Resource = $"{cluster}/{service}" }).ToString()
            : service;
    }

    /// <summary>The family of a revision, given by ARN or as <c>web:3</c>.</summary>
    private static string? FamilyOf(string? revision) => revision is null ? null : EcsArn.IdOf(revision).Split(':')[0];

    private static string? NameOfRevision(PipedObject it) =>
        it.Text("TaskDefinitionArn")
            ?? (it.Text("Family") is { } family && it.Get("Revision") is { } revision ? $"{family}:{revision}" : null);

    /// <summary>The ARN of what an ARN is a part of: <c>daemon-deployment/prod/agent/123</c> belongs to <c>daemon/prod/agent</c>.</summary>
    private static string? ArnOf(string? part, string type) => EcsArn.TryParse(part, out var arn)
        && arn.Resource.LastIndexOf('/') is var slash and > 0
        ? (arn with { ResourceType = type, Resource = arn.Resource[..slash] }).ToString()
        : null;

    private static string? Tagged(PipedObject it, string type) =>
        it.Text("ResourceArn") is { } resource && EcsArn.TryParse(resource, out var arn) && arn.ResourceType == type ? resource : null;

    private static string? MeasuredCluster(PipedObject it) =>
        $"{it.Get("Kind")}" is nameof(MeasuredKind.Cluster) or "0" ? it.Text("Cluster") : null;
}
