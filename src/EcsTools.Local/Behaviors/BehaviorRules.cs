using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Local.Behaviors;

/// <summary>The rules for valid behaviors.</summary>
internal static class BehaviorRules
{
    private const int MaxLines = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);
    private static readonly string[] Healths = [HealthStatus.Healthy, HealthStatus.Unhealthy];
    private static readonly string[] Events = [InstanceBehavior.AgentDisconnected, InstanceBehavior.Terminated];

    /// <exception cref="BehaviorException">It isn't valid; the error has the reason.</exception>
    public static void Enforce(LocalBehaviors behaviors)
    {
        foreach (var behavior in behaviors.Tasks) Enforce(behavior);
        foreach (var behavior in behaviors.Instances) Enforce(behavior);
        foreach (var behavior in behaviors.Api) Enforce(behavior);
        foreach (var behavior in behaviors.Commands) Enforce(behavior);
    }

    private static void Enforce(TaskBehavior behavior)
    {
        Demand(
            (behavior.Family ?? behavior.Image ?? behavior.Service) is not null,
            "A task behavior requires a family, an image, or a service.");
        Demand(behavior.Over(new()) != new ContainerBehavior(), "Specify at least one effect on the task, such as exitCode or pullError.");
        Known(behavior.Health, "health", Healths);
        Demand(behavior.Health is not null || behavior.HealthAfter is null, "healthAfter requires health.");
        Demand(behavior.PullError is not "", "pullError must not be empty.");
        Demand(behavior.Output is null or { Count: <= MaxLines }, $"output can have at most {MaxLines} lines.");
        Demand(behavior.OutputEvery is null || behavior.Output is { Count: > 0 }, "outputEvery requires output.");
        Demand(!(behavior.OutputEvery < ShortestInterval), "outputEvery must be at least 0.01 seconds.");
        Count(behavior.Count);
        Span(behavior.PullTime, behavior.StartTime, behavior.ExitAfter, behavior.HealthAfter, behavior.OutputEvery);
    }

    private static void Enforce(InstanceBehavior behavior)
    {
        Known(behavior.Event, "event", Events);
        Span(behavior.After);
    }

    private static void Enforce(CommandBehavior behavior)
    {
        Demand(behavior.Command.Length > 0, "A command's behavior needs the command.");
        Demand(behavior.Output is null or { Count: <= MaxLines }, $"output can have at most {MaxLines} lines.");
        Demand(behavior.ExitCode is null or (>= 0 and <= 255), "An exit code is from 0 to 255.");
        Span(behavior.Time);
    }

    private static void Enforce(ApiBehavior behavior)
    {
        var operations = ApiBehavior.Operations.Select(operation => operation.Name).ToList();
        Demand(
            operations.Exists(name => Wildcards.Match(behavior.Operation, name)),
            $"ECS has no operation {behavior.Operation}{Spelling.Hint(behavior.Operation, operations)}");
        Demand(
            behavior is not { ErrorCode: null, CallsPerSecond: null, Latency: null, DropsConnection: false },
            "Specify at least one effect: errorCode, latency, callsPerSecond, or dropsConnection.");
        Demand(
            behavior.ErrorCode is null || ApiBehavior.ErrorCodes.Contains(behavior.ErrorCode),
            $"{behavior.ErrorCode} isn't an error of ECS{Spelling.Hint(behavior.ErrorCode ?? "", ApiBehavior.ErrorCodes)}");
        Demand(
            behavior.ErrorCode is not null || behavior is { ErrorMessage: null, ErrorStatus: null },
            "errorMessage and errorStatus require errorCode.");
        Demand(behavior.ErrorStatus is null or (>= 400 and <= 599), "errorStatus must be from 400 to 599.");
        Demand(behavior.Probability is null or (>= 0 and <= 1), "probability must be from 0 to 1.");
        Demand(behavior.CallsPerSecond is null or > 0, "callsPerSecond must be at least 1.");
        Count(behavior.Count);
        Span(behavior.Latency);
    }

    private static void Known(string? value, string what, string[] values) => Demand(
        value is null
            || values.Contains(value), $"{value} isn't a valid {what}{(value is null ? "" : Spelling.Hint(value, values))}; valid values: {string.Join(", ", values)}.");

    private static void Count(int? count) => Demand(count is null or > 0, "count must be at least 1.");

    private static void Span(params TimeSpan?[] spans) =>
        Demand(!spans.Any(span => span < TimeSpan.Zero || span > Longest), $"A time must be from 0 to {Longest.Days} days.");

    private static void Demand(bool holds, string message)
    {
        if (!holds) throw new BehaviorException(message);
    }
}
