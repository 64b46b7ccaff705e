using System.Collections.Concurrent;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Completion;

/// <summary>
/// The existing name that is nearest to one that wasn't found. It is asked for only after an error: with one list call for each kind and
/// cluster, quickly or not at all.
/// </summary>
internal sealed class NearestName(Connection connection)
{
    /// <summary>How long an error can be delayed by the list call.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>The member of a request that names the cluster.</summary>
    private const string Cluster = "cluster";

    private static readonly LiveCompleter Clusters = new ClusterCompleter();
    private static readonly LiveCompleter Services = new ServiceCompleter();
    private static readonly LiveCompleter Families = new FamilyCompleter();
    private static readonly LiveCompleter Gateways = new GatewayCompleter();
    private static readonly LiveCompleter Daemons = new DaemonCompleter();
    private static readonly LiveCompleter Providers = new CapacityProviderCompleter();

    private readonly ConcurrentDictionary<(LiveCompleter, string?), Task<IReadOnlyList<Candidate>>> listed = new();

    /// <summary>The error, with the name that its request probably meant.</summary>
    public Task<EcsException> Add(EcsException error, IStructure request) =>
        Add(error, Member(request, Cluster), MissingIn(error) is var (member, _) ? Member(request, member) : null);

    /// <summary>
    /// The error of a list or a description, with the name in its request that ECS didn't find, and with the name that was probably meant.
    /// </summary>
    public async Task<EcsException> Name(EcsException error)
    {
        if (error.Request is not { } request) return error;
        var (cluster, service, instance) = (Member(request, Cluster), Member(request, "serviceName"), Member(request, "containerInstance"));
        return error switch
        {
            { ErrorCode: "ServiceNotFoundException" } when service is not null =>
                await Add(error.With($"Service {EcsArn.IdOf(service)} not found."), cluster, service),
            { ErrorCode: "ClusterNotFoundException" } =>
                await Add(error.With($"{EcsArn.IdOf(cluster ?? "default")}: {error.Message}"), cluster, null),
            _ when instance is not null && error.Message.Contains("ontainer", StringComparison.Ordinal) =>
                error.With($"{EcsArn.IdOf(instance)}: {error.Message}"),
            _ => error,
        };
    }

    /// <summary>The error, with the name that was probably meant by the cluster, or else by the name.</summary>
    public async Task<EcsException> Add(EcsException error, string? cluster, string? name)
    {
        if (MissingIn(error) is not var (member, kind)) return error;
        return (member == Cluster ? cluster : name) is { } missing
            ? error.With(error.Message + await Hint(kind, missing, member == Cluster ? null : cluster))
            : error;
    }

    /// <summary>Adds to items that are missing the names that were probably meant.</summary>
    public async Task Add(IEnumerable<Failure> failures)
    {
        foreach (var failure in failures.Where(one => one is { Reason: "MISSING", Detail: null, Arn: not null }))
        {
            if (EcsArn.TryParse(failure.Arn, out var arn) && KindOf(arn.ResourceType) is { } kind)
                failure.Detail = (await Hint(kind, arn.Id, arn.Cluster)).TrimStart();
        }
    }

    /// <summary>" Did you mean 'web'?", or nothing.</summary>
    public async Task<string> Hint(LiveCompleter kind, string name, string? cluster)
    {
        using var activity = Traces.Start(nameof(NearestName));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(connection.Cancellation);
        ended.CancelAfter(Timeout);
        try
        {
            var existing = await listed.GetOrAdd((kind, cluster), _ => kind.Existing(connection.Client, cluster, ended.Token));
            return Spelling.Nearest(EcsArn.IdOf(name).Split(':')[0], existing.Select(one => one.Text)) is { } nearest && nearest != name
                ? $" Did you mean '{nearest}'?"
                : "";
        }
        catch (Exception e) when (e is EcsException or OperationCanceledException)
        {
            return ""; // the error itself matters more
        }
    }

    private static string? Member(IStructure request, string member) => request.GetShape().Find(member)?.Get(request) as string;

    /// <summary>The member of the request that names what wasn't found, and what kind of thing it is.</summary>
    private static (string Member, LiveCompleter Kind)? MissingIn(EcsException error) => error switch
    {
        { ErrorCode: "ClusterNotFoundException" } => (Cluster, Clusters),
        { ErrorCode: "ServiceNotFoundException" } => ("service", Services),
        { ErrorCode: "GatewayNotFoundException" } => ("gateway", Gateways),
        { ErrorCode: "DaemonNotFoundException" } => ("daemonArn", Daemons),
        { Message: "TaskDefinition not found." or "Unable to describe task definition." } => ("taskDefinition", Families),
        _ => null,
    };

    private static LiveCompleter? KindOf(string resourceType) => resourceType switch
    {
        "cluster" => Clusters,
        "service" => Services,
        "gateway" => Gateways,
        "daemon" => Daemons,
        "capacity-provider" => Providers,
        _ => null,
    };
}
