using System.Collections;
using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>The settings that can't change in an existing service.</summary>
internal sealed partial class UpdateRules : RuleMaking<ServiceUpdate>
{
    private const string Force = "forceNewDeployment", Count = "desiredCount", CapacityStrategy = "capacityProviderStrategy";

    private static readonly (string Controller, string Article, string Advice)[] Others =
    [
        (DeploymentControllerType.CodeDeploy, "a", "Use AWS CodeDeploy to trigger a new deployment."),
        (DeploymentControllerType.External, "an", "Create a new task set instead."),
    ];

    /// <summary>The parameters that change no deployment, so that they can change under another controller.</summary>
    private static readonly string[] Allowed =
    [
        "service", "cluster", Force, "deploymentController", Count, "healthCheckGracePeriodSeconds", "placementConstraints",
        "placementStrategy", "enableECSManagedTags", "propagateTags",
    ];

    public static IReadOnlyList<Rule<ServiceUpdate>> All { get; } = AsInvalidParameters(
    [
        .. Others.Select(other => Reported(
            $"A new deployment isn't forced under the controller {other.Controller}.",
            $"Cannot force a new deployment on services with {other.Article} {other.Controller} deployment controller. {other.Advice}",
            other.Advice,
            all => When(all.Controller == other.Controller && all.Request.ForceNewDeployment == true, Force))),
        .. Others.Select(other => Reported(
            $"Under the controller {other.Controller}, an update changes {Listed(other.Controller)} only.",
            $"Unable to update {{0:parameter}} on services with {other.Article} {other.Controller} deployment controller. {other.Advice}",
            other.Advice,
            all => all.Controller == other.Controller ? Fixed(all) : [])),
        Recorded(
            "A desired count is 0 at least.", "Task count can not be lesser than 0", "Set desiredCount to 0 at least.",
            all => When(all.Request.DesiredCount < 0, Count)),
        Recorded(
            "The desired count of a DAEMON service is ECS's.",
            "The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again",
            "Remove desiredCount.",
            all => When(all.IsDaemon && all.Request.DesiredCount is not null, Count)),
        Recorded(
            "A DAEMON service has no placement strategy.",
            "The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again",
            "Remove placementStrategy.",
            all => When(all.IsDaemon && all.Request.PlacementStrategy is { Count: > 0 }, "placementStrategy")),
        Documented(
            "A DAEMON service has no capacity provider strategy.",
            "The daemon scheduling strategy does not support capacity provider strategies. Remove the capacity provider strategy and try again",
            "Remove capacityProviderStrategy.",
            all => When(all.IsDaemon && all.Request.CapacityProviderStrategy is { Count: > 0 }, CapacityStrategy)),
        Reported(
            "A change of the capacity provider strategy is a new deployment.",
            "When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, you must force a new deployment.",
            "Set forceNewDeployment.",
            all =>
                When(
                    all.Request is { CapacityProviderStrategy: { Count: > 0 } asked, ForceNewDeployment: not true }
                        && !Items(asked).SequenceEqual(Items(all.Current.CapacityProviderStrategy)),
                    CapacityStrategy)),
    ]);

    private static string Listed(string controller) =>
        string.Join(", ", Allowed.Skip(4).Concat(controller == DeploymentControllerType.CodeDeploy ? ["deploymentConfiguration"] : []));

    private static IEnumerable<Breach> Fixed(ServiceUpdate all) =>
        from member in all.Request.GetShape().Members
        where !Allowed.Contains(member.WireName)
            && !(member.WireName == "deploymentConfiguration" && all.Controller == DeploymentControllerType.CodeDeploy)
        where member.Get(all.Request) is { } value && value is not ("" or ICollection { Count: 0 })
        select new Breach(
            member.WireName,
            member.WireName == "networkConfiguration" ? "network parameters" : Words().Replace(member.WireName, " $1").ToLowerInvariant());

    private static IEnumerable<(string?, int, int)> Items(List<CapacityProviderStrategyItem>? items) =>
        (items ?? []).Select(item => (EcsArn.IdOf(item.CapacityProvider ?? ""), item.Base ?? 0, item.Weight ?? 0))!;

    [GeneratedRegex("([A-Z][a-z])")]
    private static partial Regex Words();
}
