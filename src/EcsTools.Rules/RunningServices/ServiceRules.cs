using System.Globalization;
using System.Text.RegularExpressions;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Rules.RunningServices;

/// <summary>
/// The rules by which Test-EcsService checks running services. Rules with more false findings than true ones were left out.
/// </summary>
internal static partial class ServiceRules
{
    public const string Error = "Error", Warning = "Warning", Information = "Information";

    /// <summary>How long a service may have too few tasks, and in which time events repeat.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15), Recent = TimeSpan.FromHours(1);

    /// <summary>The number of occurrences from which an event counts as repeated.</summary>
    private const int Often = 3;

    private const string Whole = "desiredCount", Percents = "deploymentConfiguration";

    public static IReadOnlyList<ServiceRule> All { get; } =
    [
        new("TooFewTasks", Error, "The desired number of tasks is running, at most 15 minutes after the start of a deployment.", "{0} of {1} tasks are running, and the deployment began {2} minutes ago.",
            "Get-EcsServiceEvent and Get-EcsTask -DesiredStatus STOPPED show why tasks don't start or don't stay.",
            one =>
                When(
                    one.Service.RunningCount < one.Desired && one.Primary?.CreatedAt is { } began && one.Now - began > Patience,
                    Whole,
                    one.Service.RunningCount,
                    one.Desired,
                    Minutes(one))),
        new(
            "RepeatedEvent",
            Warning,
            "ECS doesn't report the same problem repeatedly.",
            "ECS reported {0} times in the last hour: {1}",
            "Correct the cause that the event reports. Get-EcsServiceEvent shows all events.",
            Repeated),
        new("CannotRoll", Error, "The deployment limits allow at least one task to start or to stop.", "With {0} tasks, the limits of {1} and {2} percent allow no task to start or to stop, so no deployment completes.",
            "Raise maximumPercent, or lower minimumHealthyPercent: Update-EcsService -DeploymentConfiguration @{{ maximumPercent = 200 }}.",
            one => When(one.IsRolling && one.Desired > 0 && !CanRoll(one), Percents, one.Desired, one.Minimum, one.Maximum)),
        new("NoCircuitBreaker", Warning, "A failing deployment ends automatically.", "Neither a circuit breaker nor an alarm ends a failing deployment.",
            "Turn the circuit breaker on: Update-EcsService -DeploymentConfiguration @{{ deploymentCircuitBreaker = @{{ enable = $true; rollback = $true }} }}.",
            one =>
                When(
                    one.IsRolling
                        && one.Service.DeploymentConfiguration is not { DeploymentCircuitBreaker.Enable: true }
                            and not { Alarms.Enable: true },
                    $"{Percents}.deploymentCircuitBreaker")),
        new("OneZone", Warning, "The tasks run in more than one Availability Zone.", "All {0} tasks run in {1}.", "Add container instances or subnets in other zones, and spread the tasks: -PlacementStrategy @{{ type = 'spread'; field = 'attribute:ecs.availability-zone' }}.",
            one =>
                When(
                    !one.IsDaemon && one.Tasks.Count > 1 && Zones(one) is [not null],
                    "tasks",
                    one.Tasks.Count,
                    Zones(one).FirstOrDefault())),
        new(
            "ZoneCapacity",
            Warning,
            "The other zones have capacity for the tasks of one zone.",
            "If {0} fails, the other zones have capacity for {1} of its {2} tasks.",
            "Add container instances in the other zones. Measure-EcsCluster shows the available capacity.",
            LostZones),
        new("AgentDisconnected", Error, "The agents of the container instances are connected.", "The agent of container instance {0} isn't connected, so ECS doesn't control the tasks there.", "Restart the agent or the instance, or drain it with Update-EcsContainerInstanceState -Status DRAINING.",
            one =>
                one.Hosts
                    .Where(instance => instance.AgentConnected == false)
                    .Select(instance => Breach($"containerInstances[{instance.Id}]", instance.Id))),
        new(
            "AgentOld",
            Information,
            "The container instances have the newest agent that the cluster has.",
            "Container instance {0} has agent {1}, and others of the cluster have {2}.",
            "Update it with Update-EcsContainerAgent, or replace the instance.",
            OldAgents),
        new("LatestImage", Warning, "Images have a tag with a version, or a digest.", "The image {0} can be different each time a task starts.", "Deploy a version: Update-EcsService -Image {1}=<tag>.",
            one =>
                one.Containers
                    .Where(container => Latest().IsMatch(container.Image ?? ""))
                    .Select(container => Breach($"containerDefinitions[{container.Name}].image", container.Image, container.Name))),
        new("SecretInEnvironment", Warning, "Environment variables don't contain secrets.", "The name of the variable {0} suggests a secret. Everyone who can describe the task definition can read its value.",
            "Move it to Secrets Manager or an SSM parameter: Update-EcsService -Secret @{{ {1} = @{{ {0} = '<name or ARN>' }} }}.",
            one =>
                one.Containers.SelectMany(container =>
                    (container.Environment ?? [])
                        .Where(variable => Shown.IsSecret(variable.Name) && !string.IsNullOrEmpty(variable.Value))
                        .Select(variable =>
                            Breach(
                                $"containerDefinitions[{container.Name}].environment[{variable.Name}]", variable.Name, container.Name)))),
        new("NoHealthCheck", Information, "A load balancer or a health check detects tasks that no longer work.", "Neither a load balancer nor a health check detects a task that no longer works.", "Add a health check: Update-EcsService -HealthCheck @{{ {0} = '<command>' }}.",
            one =>
                When(
                    one.Definition is not null && one.Service.LoadBalancers is null or []
                        && one.Containers.All(container => container.HealthCheck is null),
                    "containerDefinitions",
                    one.Containers.FirstOrDefault()?.Name)),
        new("NoLogs", Warning, "Containers write their output to a log.", "The output of the container {0} isn't written to a log.", "Set logConfiguration in the task definition, for example with the awslogs driver.",
            one =>
                one.Containers
                    .Where(container => container.LogConfiguration is null)
                    .Select(container => Breach($"containerDefinitions[{container.Name}].logConfiguration", container.Name))),
        new("ExecOn", Information, "ECS Exec is off unless it is in use.", "ECS Exec is on: everyone with the permission ecs:ExecuteCommand can open a shell in the containers.", "Turn it off when it isn't needed: Update-EcsService -EnableExecuteCommand:$false.",
            one => When(one.Service.EnableExecuteCommand == true, "enableExecuteCommand")),
        new("PublicAddress", Warning, "Tasks have no public addresses.", "The tasks have public addresses.", "Use subnets with a NAT gateway or VPC endpoints, and set assignPublicIp to DISABLED.",
            one =>
                When(
                    one.Service.NetworkConfiguration?.AwsvpcConfiguration?.AssignPublicIp == AssignPublicIp.Enabled,
                    "networkConfiguration.awsvpcConfiguration.assignPublicIp")),
    ];

    private static Breach Breach(string path, params object?[] values) =>
        new(path, [.. values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))]);

    private static IEnumerable<Breach> When(bool isBroken, string path, params object?[] values) => isBroken ? [Breach(path, values)] : [];

    private static int Minutes(RunningService one) => (int)(one.Now - (one.Primary?.CreatedAt ?? one.Now)).TotalMinutes;

    /// <summary>Whether a task can start in addition to the others, or stop before another one starts.</summary>
    private static bool CanRoll(RunningService one) =>
        (long)one.Desired * one.Maximum / 100 > one.Desired || ((long)one.Desired * one.Minimum + 99) / 100 < one.Desired;

    private static List<string?> Zones(RunningService one) => [.. one.Tasks.Select(task => task.AvailabilityZone).Distinct()];

    private static IEnumerable<Breach> LostZones(RunningService one)
    {
        if (one.IsDaemon) yield break;
        foreach (var lost in one.Tasks
            .Where(task => task.ContainerInstanceArn is not null && task.AvailabilityZone is not null)
            .GroupBy(task => task.AvailabilityZone)
            .OrderBy(zone => zone.Key, StringComparer.Ordinal))
        {
            var room = one.Instances.Where(instance => instance.Zone != lost.Key).Sum(instance => (long)one.RoomOn(instance));
            if (room < lost.Count()) yield return Breach("tasks", lost.Key, room, lost.Count());
        }
    }

    private static IEnumerable<Breach> OldAgents(RunningService one)
    {
        var newest = one.Instances.Select(AgentOf).Max();
        return one.Hosts
            .Where(instance => AgentOf(instance) is { } agent && agent < newest)
            .Select(instance => Breach($"containerInstances[{instance.Id}].versionInfo", instance.Id, instance.Agent, newest));
    }

    private static Version? AgentOf(ContainerInstance instance) => Version.TryParse(instance.Agent, out var version) ? version : null;

    /// <summary>
    /// Events that are equal except for numbers and IDs. A steady state isn't a problem, and neither is a task that starts or stops as
    /// expected.
    /// </summary>
    private static IEnumerable<Breach> Repeated(RunningService one) =>
        (one.Service.Events ?? []).Where(occurred =>
            one.Now - occurred.CreatedAt < Recent && occurred.Message is { } message && Problem().IsMatch(message))
            .GroupBy(occurred => Varying().Replace(occurred.Message!, "")).Where(same => same.Count() >= Often)
            .Select(same => Breach("events", same.Count(), EventText.Of(same.First().Message!, one.Service.ServiceName)));

    [GeneratedRegex(@"\A[^@]*?(?:/|\A)[^/:@]+(?::latest)?\z")]
    private static partial Regex Latest();

    [GeneratedRegex("unable|fail|unhealthy|not stable|error|throttl|refused|insufficient|exceed", RegexOptions.IgnoreCase)]
    private static partial Regex Problem();

    [GeneratedRegex(@"[0-9a-f]{8,}|\d+")]
    private static partial Regex Varying();
}
