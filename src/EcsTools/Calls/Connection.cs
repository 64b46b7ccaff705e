using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Calls;

/// <summary>The connection of one command to ECS: its settings and clients, and the limit of its requests in progress.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Lazy<EcsClientSettings> settings;
    private readonly Lazy<SemaphoreSlim> slots;
    private readonly ConcurrentDictionary<(string Host, string? Region), IEcsClient> elsewhere = new();
    private IEcsClient? client;

    private Connection(EcsCmdlet command, Func<EcsClientSettings> settings, CancellationToken cancellation)
    {
        (Command, Cancellation) = (command, cancellation);
        this.settings = new(settings);
        slots = new(() => new(command is IChangeParameters { ThrottleLimit: > Sizes.Requests and var limit } ? limit : Sizes.Requests));
        Ec2Ids = new();
    }

    /// <summary>The cmdlet.</summary>
    public EcsCmdlet Command { get; }

    /// <summary>Cancelled when the command ends.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The settings of the session, with those of the command's parameters.</summary>
    public EcsClientSettings Settings => settings.Value;

    /// <summary>Whether -Region is specified. It then takes precedence over the regions of ARNs.</summary>
    public bool IsRegionTyped { get; set; }

    /// <summary>EC2 instances by the container instances on them.</summary>
    public Ec2InstanceIds Ec2Ids { get; }

    /// <summary>The time that waits pass in.</summary>
    public WaitClock WaitClock => WaitClock.For(Settings.EndpointUrl);

    /// <summary>The client for the command's region. On the pipeline's thread, a missing region ends the command.</summary>
    public IEcsClient Client => client ??= CreateClient();

    public static Connection Of<TCommand>(TCommand command, CancellationToken cancellation)
        where TCommand : EcsCmdlet, IConnectionParameters =>
        new(command, () => StoredAws.Complete(EcsSession.Current.Effective.With(command), command.SessionState), cancellation);

    /// <summary>Sends one request of a job, when fewer than <see cref="Sizes.Requests"/> are in progress.</summary>
    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        JobOutput output,
        CancellationToken? cancellation = null,
        string? region = null)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        if (await Ec2Ids.Replace(request, output) is { Count: > 0 } missing)
            return await SendWithout(missing, operation, request, output, cancellation);
        using var limit = Command is IWaitParameters { Wait.IsPresent: true, Timeout: var longest }
            ? WaitClock.Limit(longest, output.Began, cancellation ?? Cancellation)
            : null;
        var ended = limit?.Token ?? cancellation ?? Cancellation;
        await slots.Value.WaitAsync(ended);
        try
        {
            var response = await ClientFor(operation.Service, request, region, output).SendAsync(operation, request, output, ended);
            Completeness.Check(operation, request, response);
            DeploymentClusters.Fill(response);
            return response;
        }
        catch (OperationCanceledException) when (limit?.IsCancellationRequested == true
            && !(cancellation ?? Cancellation).IsCancellationRequested)
        {
            throw WaitClock.Ended(operation, request);
        }
        catch (EcsException refusal) when (DoneAlready.IsSaidBy(refusal))
        {
            // The answer is asked for below, when the slot is free.
        }
        finally
        {
            slots.Value.Release();
        }

        return await DoneAlready.Answer<TResponse>(request, output.Calls);
    }

    /// <summary>Cancelled calls that are ending still use the slots.</summary>
    public void Dispose()
    {
        client?.Dispose();
        foreach (var other in elsewhere.Values) other.Dispose();
    }

    /// <summary>
    /// Sends what is left of a request that names EC2 instances without a container instance. Each of these is a failure, in the form of
    /// ECS.
    /// </summary>
    private async Task<TResponse> SendWithout<TRequest, TResponse>(
        IReadOnlyList<string> missing,
        Operation<TRequest, TResponse> operation,
        TRequest request,
        JobOutput output,
        CancellationToken? cancellation)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        if (operation.Response.Find("failures") is not { } failures) throw Ec2InstanceIds.NotFound(missing, operation);
        var isEmpty = operation.Request.Find("containerInstances")?.Get(request) is List<string> { Count: 0 };
        var response = isEmpty ? new TResponse() : await SendAsync(operation, request, output, cancellation);
        failures.Set(response, Ec2InstanceIds.Failures(missing).Concat(failures.Get(response) as List<Failure> ?? []).ToList());
        return response;
    }

    /// <summary>
    /// The client for a request: of the specified region, or else, without -Region, of the region in the ARN in the request. Requests to
    /// other services than ECS have clients of their own.
    /// </summary>
    private IEcsClient ClientFor(AwsService service, IStructure request, string? region, JobOutput output)
    {
        region ??= output.Region ?? (IsRegionTyped ? null : RegionOf(request));
        if (service == Operations.Service && output.Region is null && (region is null or "" || region == Settings.Region)) return Client;
        return elsewhere.GetOrAdd((service.Host, region), key =>
            Clients.Factory.Create(Settings with { Region = key.Region ?? Settings.Region }, service));
    }

    private static string? RegionOf(IStructure request)
    {
        foreach (var member in request.GetShape().Members)
        {
            var name = member.Value.Kind is ValueKind.String or ValueKind.List
                ? member.Get(request) switch { string one => one, List<string> { Count: > 0 } several => several[0], _ => null }
                : null;
            if (EcsArn.TryParse(name, out var arn)) return arn.Region;
        }

        return null;
    }

    private IEcsClient CreateClient()
    {
        try
        {
            return Clients.Factory.Create(Settings);
        }
        catch (EcsException e)
        {
            Command.ThrowTerminatingError(Errors.From(e, null, Command));
            throw; // for the compiler: the line above throws
        }
    }
}
