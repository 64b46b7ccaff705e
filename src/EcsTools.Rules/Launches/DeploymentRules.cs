using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>The deployment configuration: percents, strategy, circuit breaker, alarms and hooks.</summary>
internal sealed class DeploymentRules : RuleMaking<Launch>
{
    private const string Path = "deploymentConfiguration", Breaker = $"{Path}.deploymentCircuitBreaker", Bounded = "BOUNDED_PERCENT";

    private const int Whole = 100;

    private static readonly string[] ThresholdTypes = [Bounded, "UNBOUNDED_PERCENT", "COUNT"];

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Recorded(
            "The maximum percent is 100 at least.", "maximumPercent must be at least 100", "Set maximumPercent to 100 at least.",
            all => Of(all, "maximumPercent", one => one.MaximumPercent < Whole)),
        Recorded(
            "The minimum healthy percent is 100 at most.",
            "minimumHealthyPercent must be at most 100",
            "Set minimumHealthyPercent to 100 at most.",
            all => Of(all, "minimumHealthyPercent", one => one.MinimumHealthyPercent > Whole)),
        Documented(
            "The minimum healthy percent is 0 at least.",
            "minimumHealthyPercent must be at least 0",
            "Set minimumHealthyPercent to 0 at least.",
            all => Of(all, "minimumHealthyPercent", one => one.MinimumHealthyPercent < 0)),
        Recorded(
            "The maximum percent of a DAEMON service is 100.",
            "The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again",
            "Set maximumPercent to 100.",
            all => all.IsDaemon ? Of(all, "maximumPercent", one => one.MaximumPercent > Whole) : []),
        Warning(
            "A deployment can replace tasks. ECS refuses new services that can't; the local ECS accepts them, so that such deployments can be tried.",
            "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.",
            "Raise maximumPercent, or lower minimumHealthyPercent.",
            all => Of(all, "maximumPercent", one => one is { MaximumPercent: Whole, MinimumHealthyPercent: Whole })),
        Documented(
            "The threshold of a circuit breaker has a type that the API names.",
            "Invalid deployment circuit breaker threshold type.",
            $"Choose one of {string.Join(", ", ThresholdTypes)}.",
            all => Threshold(all, "type", one => !ThresholdTypes.Contains(one.Type))),
        Documented(
            "The threshold of a circuit breaker is above 0, and 100 at most as a bounded percentage.",
            "Invalid deployment circuit breaker threshold value.",
            "Set value to 1 at least.",
            all =>
                Threshold(all, "value", one =>
                    ThresholdTypes.Contains(one.Type) && (one.Value is not > 0 || (one.Type == Bounded && one.Value > Whole)))),
        Documented(
            "A circuit breaker is for deployments that ECS controls.",
            "Deployment circuit breaker feature is only supported with the ECS deployment controller.",
            "Remove deploymentCircuitBreaker, or use the deployment controller ECS.",
            all => When(all.IsControlledElsewhere && all.Deployment?.DeploymentCircuitBreaker?.Enable == true, Breaker)),
        Documented(
            "Alarms are for deployments that ECS controls.",
            "Deployment alarms are only supported with the ECS deployment controller.",
            "Remove alarms, or use the deployment controller ECS.",
            all => When(all.IsControlledElsewhere && all.Deployment?.Alarms?.Enable == true, $"{Path}.alarms")),
        Documented(
            "A deployment that watches alarms names one.", "alarmNames can not be empty.", "Add an alarm, or disable alarms.",
            all =>
                Of(all, "alarms.alarmNames", one =>
                    one.Alarms is { Enable: true, AlarmNames: { } names } && (names.Count == 0 || names.Exists(string.IsNullOrEmpty)))),
        Documented(
            "The percent of a linear step is a multiple of 0.1 between 3 and 100.",
            "stepPercent must be a multiple of 0.1 between 3.0 and 100.0.",
            "Set stepPercent to such a value.",
            all => Of(all, "linearConfiguration.stepPercent", one => IsNoPercent(one.LinearConfiguration?.StepPercent, 3))),
        Documented(
            "The percent of a canary is a multiple of 0.1 between 0.1 and 100.",
            "canaryPercent must be a multiple of 0.1 between 0.1 and 100.0.",
            "Set canaryPercent to such a value.",
            all => Of(all, "canaryConfiguration.canaryPercent", one => IsNoPercent(one.CanaryConfiguration?.CanaryPercent, 0.1))),
        Documented(
            "Only the strategy LINEAR has a linear configuration.",
            "linearConfiguration is only supported with the LINEAR deployment strategy.",
            "Remove linearConfiguration, or set strategy to LINEAR.",
            all => Of(all, "linearConfiguration", one => one.LinearConfiguration is not null && one.Strategy != DeploymentStrategy.Linear)),
        Documented(
            "Only the strategy CANARY has a canary configuration.",
            "canaryConfiguration is only supported with the CANARY deployment strategy.",
            "Remove canaryConfiguration, or set strategy to CANARY.",
            all => Of(all, "canaryConfiguration", one => one.CanaryConfiguration is not null && one.Strategy != DeploymentStrategy.Canary)),
        .. HookRules,
        Documented(
            "Strategies other than ROLLING are for deployments that ECS controls.",
            "The deployment strategy {0:strategy} requires the ECS deployment controller.",
            "Use the deployment controller ECS.",
            all => When(IsShifted(all) && all.IsControlledElsewhere, $"{Path}.strategy", all.Deployment?.Strategy)),
        Documented(
            "A DAEMON service has the strategy ROLLING.",
            "The daemon scheduling strategy does not support the {0:strategy} deployment strategy. Change the deployment strategy and try again",
            "Set strategy to ROLLING.",
            all => When(IsShifted(all) && all.IsDaemon, $"{Path}.strategy", all.Deployment?.Strategy)),
        Documented(
            "The strategies LINEAR and CANARY shift traffic of a load balancer or of Service Connect.",
            "The deployment strategy {0:strategy} requires a load balancer or Service Connect.",
            "Add a load balancer, or enable Service Connect.",
            all =>
                When(
                    IsShifted(all) && all.Deployment!.Strategy != DeploymentStrategy.BlueGreen && all.Balancers.Count == 0
                        && all.Connect?.Enabled != true,
                    $"{Path}.strategy",
                    all.Deployment?.Strategy)),
    ]);

    private static IEnumerable<Rule<Launch>> HookRules =>
    [
        Documented(
            "A lifecycle hook has stages.", "A lifecycle hook must have at least one lifecycle stage.", "Add a stage.",
            all => Hook(all, "lifecycleStages", one => one.LifecycleStages is not { Count: > 0 })),
        Documented(
            "A lifecycle hook of the type AWS_LAMBDA has a function.",
            "A lifecycle hook of type AWS_LAMBDA must have a hookTargetArn.",
            "Set hookTargetArn to the ARN of a function.",
            all => Hook(all, "hookTargetArn", one => !IsPause(one) && string.IsNullOrEmpty(one.HookTargetArn))),
        Documented(
            "A lifecycle hook of the type AWS_LAMBDA has a role with which ECS calls the function.",
            "A lifecycle hook of type AWS_LAMBDA must have a roleArn.",
            "Set roleArn to the ARN of a role that can invoke the function.",
            all => Hook(all, "roleArn", one => !IsPause(one) && string.IsNullOrEmpty(one.RoleArn))),
        Documented(
            "A lifecycle hook of the type PAUSE has no function.",
            "A lifecycle hook of type PAUSE cannot have a hookTargetArn.",
            "Remove hookTargetArn.",
            all => Hook(all, "hookTargetArn", one => IsPause(one) && one.HookTargetArn is not null)),
    ];

    private static bool IsShifted(Launch all) => all.Deployment?.Strategy is not (null or DeploymentStrategy.Rolling);

    private static bool IsPause(DeploymentLifecycleHook hook) => hook.TargetType == DeploymentLifecycleHookTargetType.Pause;

    private static bool IsNoPercent(double? percent, double least) =>
        percent is { } value && (value < least || value > Whole || Math.Abs(Math.Round(value, 1) - value) > 1e-9);

    private static IEnumerable<Breach> Of(Launch all, string member, Func<DeploymentConfiguration, bool> isBroken) =>
        When(all.Deployment is { } one && isBroken(one), $"{Path}.{member}");

    private static IEnumerable<Breach> Threshold(Launch all, string member, Func<ThresholdConfiguration, bool> isBroken) =>
        When(
            all.Deployment?.DeploymentCircuitBreaker?.ThresholdConfiguration is { } one && isBroken(one),
            $"{Breaker}.thresholdConfiguration.{member}");

    private static IEnumerable<Breach> Hook(Launch all, string member, Func<DeploymentLifecycleHook, bool> isBroken) =>
        (all.Deployment?.LifecycleHooks ?? [])
            .Select((one, index) => (One: one, Index: index))
            .Where(at => at.One is not null && isBroken(at.One))
            .Select(at => new Breach($"{Path}.lifecycleHooks[{at.Index}].{member}"));
}
