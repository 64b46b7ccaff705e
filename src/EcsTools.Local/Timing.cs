using System.Reflection;
using System.Text.Json;
using EcsTools.Text;

namespace EcsTools.Local;

/// <summary>How long things take on a local ECS. <c>docs/local.md</c> has the figures and where they come from.</summary>
public sealed record Timing
{
    private static readonly PropertyInfo[] Durations =
    [
        .. typeof(Timing).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(TimeSpan) && property.GetIndexParameters().Length == 0),
    ];

    /// <summary>Everything within seconds, for tests: the default.</summary>
    public static Timing Fast { get; } = new();

    /// <summary>As long as on AWS, so that a rehearsal meets the timeouts that production meets.</summary>
    public static Timing Realistic { get; } = new()
    {
        SchedulerDelay = TimeSpan.FromSeconds(5),
        PlacementRetry = TimeSpan.FromSeconds(10),
        AttachInterface = TimeSpan.FromSeconds(15),
        AgentReacts = TimeSpan.FromSeconds(1),
        Pull = TimeSpan.FromSeconds(20),
        Start = TimeSpan.FromSeconds(5),
        DeregisterTargets = TimeSpan.FromSeconds(300),
        TargetPasses = TimeSpan.FromSeconds(30),
        Stop = TimeSpan.FromSeconds(2),
        DetachInterface = TimeSpan.FromSeconds(10),
        AttachScalingPolicy = TimeSpan.FromSeconds(30),
        DeleteCapacityProvider = TimeSpan.FromSeconds(30),
        InstanceLaunch = TimeSpan.FromMinutes(3),
        AgentUpdateStep = TimeSpan.FromSeconds(15),
        ShiftTraffic = TimeSpan.FromSeconds(30),
        LifecycleFunction = TimeSpan.FromSeconds(30),
        DaemonDefinitionDeletion = TimeSpan.FromMinutes(1),
        DaemonDelay = TimeSpan.FromSeconds(5),
        DaemonStep = TimeSpan.FromMinutes(3),
        GatewayUpdate = TimeSpan.FromMinutes(2),
    };

    /// <summary>From a change of a service to the scheduler's look at it.</summary>
    public TimeSpan SchedulerDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From capacity becoming free to another try at placing what found none.</summary>
    public TimeSpan PlacementRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Attaching a network interface to a task under awsvpc.</summary>
    public TimeSpan AttachInterface { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From PENDING to pulling the first image, and from the order to stop to stopping.</summary>
    public TimeSpan AgentReacts { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Pulling the images.</summary>
    public TimeSpan Pull { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Starting the containers.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From RUNNING to the load balancers finding a task healthy.</summary>
    public TimeSpan TargetPasses { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Leaving load balancers and registries (DEACTIVATING).</summary>
    public TimeSpan DeregisterTargets { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The end of a container after SIGTERM. One whose stop timeout is shorter is killed.</summary>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From SIGTERM to SIGKILL for a container without a stopTimeout: ECS_CONTAINER_STOP_TIMEOUT of the agents.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Detaching the network interface (DEPROVISIONING).</summary>
    public TimeSpan DetachInterface { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Giving the Auto Scaling groups of a cluster their scaling policies.</summary>
    public TimeSpan AttachScalingPolicy { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Deleting a capacity provider.</summary>
    public TimeSpan DeleteCapacityProvider { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the launch of an instance by a capacity provider to its registration.</summary>
    public TimeSpan InstanceLaunch { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an Auto Scaling group keeps instances that it doesn't need.</summary>
    public TimeSpan ScaleInAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>From one removal of instances by an Auto Scaling group to the next.</summary>
    public TimeSpan ScaleInStep { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a managed instance is idle before it's terminated, unless scaleInAfter is set.</summary>
    public TimeSpan IdleManagedInstance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>One step of an update of the agent.</summary>
    public TimeSpan AgentUpdateStep { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Shifting traffic from one revision of a service to another, for each step.</summary>
    public TimeSpan ShiftTraffic { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A function that a deployment calls at a stage.</summary>
    public TimeSpan LifecycleFunction { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From a change of a daemon to the start of its deployment.</summary>
    public TimeSpan DaemonDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>One step of a daemon's deployment, without its bake time.</summary>
    public TimeSpan DaemonStep { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the deletion of a daemon task definition that nothing runs from to its status DELETED.</summary>
    public TimeSpan DaemonDefinitionDeletion { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>An update of a gateway.</summary>
    public TimeSpan GatewayUpdate { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The names of the durations, as a file has them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Durations.Select(property =>
        JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    /// <summary>The duration of a name.</summary>
    public TimeSpan this[string name] => (TimeSpan)Property(name)!.GetValue(this)!;

    /// <summary>
    /// Reads a profile: <c>Fast</c>, <c>Realistic</c>, or a JSON file with durations in seconds. Durations that the file doesn't have are
    /// those of its <c>profile</c>, by default Fast.
    /// </summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="FormatException">It has no such durations.</exception>
    public static Timing Read(string nameOrPath) => Named(nameOrPath) ?? Parse(File.ReadAllText(nameOrPath));

    /// <summary>The profile of a name; null if there is none.</summary>
    public static Timing? Named(string name) =>
        name.Equals(nameof(Fast), StringComparison.OrdinalIgnoreCase) ? Fast
            : name.Equals(nameof(Realistic), StringComparison.OrdinalIgnoreCase) ? Realistic
            : null;

    private static Timing Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("the file must hold a JSON object.");
            var timing = document.RootElement.TryGetProperty("profile", out var profile) ? Base(profile) : Fast;
            timing = timing with { };
            foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Name != "profile")) Set(timing, member);
            return timing;
        }
        catch (JsonException e)
        {
            throw new FormatException($"the file isn't JSON: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}.", e);
        }
    }

    private static Timing Base(JsonElement profile) =>
        (profile.ValueKind == JsonValueKind.String
            ? Named(profile.GetString()!)
            : null) ?? throw new FormatException("profile must be Fast or Realistic.");

    private static void Set(Timing timing, JsonProperty member)
    {
        if (Property(member.Name) is not { } property)
            throw new FormatException($"'{member.Name}' isn't a duration.{(Spelling.Nearest(member.Name, Names) is { } nearest ? $" Did you mean '{nearest}'?" : "")} The durations are {string.Join(", ", Names)}.");
        if (member.Value.ValueKind != JsonValueKind.Number || !member.Value.TryGetDouble(out var seconds)
            || seconds is < 0 or > 86400 * 365)
            throw new FormatException($"{property.Name} must be a number of seconds, 0 or more.");
        property.SetValue(timing, TimeSpan.FromSeconds(seconds));
    }

    private static PropertyInfo? Property(string name) =>
        Array.Find(Durations, property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
