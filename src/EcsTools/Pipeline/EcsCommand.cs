using System.Management.Automation;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Session;
using EcsTools.Waiters;

namespace EcsTools.Pipeline;

/// <summary>What every cmdlet that talks to ECS has: where to go, jobs that run while the pipeline goes on, and errors that name the thing.</summary>
public abstract partial class EcsCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private SemaphoreSlim slots = new(Sizes.Requests);
    private HashSet<string> commandLine = [];
    private EcsSession? session;
    private EcsClientSettings? settings;
    private IEcsClient? client;

    static EcsCommand() => Clients.WarmUp();

    /// <summary>The region to ask, as in eu-west-1.</summary>
    [Parameter(HelpMessage = "The region to ask, as in eu-west-1. Left out: the session's, else the environment's.")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>A profile of the AWS configuration files.</summary>
    [Parameter(HelpMessage = "A profile of the AWS configuration files.")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [Alias("StoredCredentials", "AWSProfileName")]
    public string? ProfileName { get; set; }

    /// <summary>The id of an access key, for explicit credentials.</summary>
    [Parameter(HelpMessage = "The id of an access key, for explicit credentials.")]
    [Alias("AK")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AccessKey { get; set; }

    /// <summary>The secret that belongs to the access key.</summary>
    [Parameter(HelpMessage = "The secret that belongs to the access key.")]
    [Alias("SK", "SecretAccessKey")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary credentials.</summary>
    [Parameter(HelpMessage = "The session token of temporary credentials.")]
    [Alias("ST")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? SessionToken { get; set; }

    /// <summary>Another endpoint than the region's own, as a local ECS's.</summary>
    [Parameter(HelpMessage = "Another endpoint than the region's own, as a local ECS's.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>The object that came down the pipeline, whatever it is.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    internal CancellationToken Cancellation => stopping.Token;

    private protected IEcsClient Client => client ??= ConnectClient();

    private protected EcsSession Session => session ??= EcsSession.Current;

    /// <summary>The cmdlet's name, as messages give it.</summary>
    internal string CmdletName => MyInvocation.MyCommand.Name;

    /// <summary>What the cmdlet is about, as in EcsService.</summary>
    internal string Noun => CmdletName[(CmdletName.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether it can be told a cluster.</summary>
    internal bool HasCluster => GetType().GetProperty("Cluster") is not null;

    /// <summary>The time that waits pass in.</summary>
    internal WaitClock WaitClock => WaitClock.For(Session, Settings.EndpointUrl);

    private protected EcsClientSettings Settings => settings ??= StoredAws.Complete(Session.Settings.With(this), SessionState);

    /// <summary>Remembers which parameters stand on the command line.</summary>
    protected override void BeginProcessing()
    {
        commandLine = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
        if (this is IChangeParameters { ThrottleLimit: > Sizes.Requests and var limit }) slots = new SemaphoreSlim(limit);
    }

    /// <summary>Waits for the jobs that are still running and writes what they say.</summary>
    protected override void EndProcessing() => FinishJobs();

    /// <summary>Ctrl+C: ends the HTTP calls that are under way.</summary>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>Ends what is under way when the pipeline ends early, as with <c>Select-Object -First 1</c>.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what is under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        stopping.Cancel(); // the token and the slots stay: calls that are ending still use both
        client?.Dispose();
    }

    /// <summary>Whether an object of the API that is piped in gives all its properties, not only says which thing is meant.</summary>
    private protected virtual bool TakesWholeObjects => false;

    /// <summary>
    /// Whether a parameter was given. What an object of the API merely carries along down the pipeline does not count:
    /// a service piped to Update-EcsService says which service, not that all its properties are to be set again.
    /// </summary>
    private protected bool IsGiven(string parameter, string? property = null)
    {
        if (!MyInvocation.BoundParameters.TryGetValue(parameter, out var value)) return false;
        if (commandLine.Contains(parameter) || InputObject?.BaseObject is not IStructure) return true;
        if (InputObject.Properties[property ?? parameter] is { Value: null }) return false; // PowerShell binds what is not set to a switch as if it were on
        return TakesWholeObjects || (!Carried(parameter, value) && (property is null || !Carried(property, value)));
    }

    private bool Carried(string property, object? value) => InputObject!.Properties[property] is { } carried
        && (IsSame(carried.Value, value) || (value, carried.Value) is (IStructure, IStructure) || value is System.Collections.IList several && (carried.Value is System.Collections.IList || several.Count == 1 && IsSame(carried.Value, several[0])));

    private static bool IsSame(object? one, object? other) => Equals(one, other) || Equals(one?.ToString(), other?.ToString());

    /// <summary>The service of a task set: the one given, else the one that the task set's ARN names. Where neither is there, an error was written.</summary>
    private protected string? ServiceFor(string? given, string? taskSet)
    {
        var service = given ?? Naming.ServiceOf(taskSet);
        if (service is null) WriteError(Errors.Invalid("MissingService", $"The ID {taskSet} of the task set doesn't identify its service.", taskSet, "Specify -Service, or the ARN of the task set."));
        return service;
    }

    /// <summary>Whether nothing is to be changed, only told what would be.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? (SwitchParameter)given
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <summary>Whether somebody wants to know of each call.</summary>
    private bool IsVerbose => MyInvocation.BoundParameters.TryGetValue("Verbose", out var given)
        ? (SwitchParameter)given
        : SessionState.PSVariable.GetValue("VerbosePreference") is not ActionPreference.SilentlyContinue;

    /// <summary>The cluster for a request: the one given, else the one that the target's ARN names, else the session's.</summary>
    private protected string? ClusterFor(string? given, string? target = null)
    {
        if (given is { Length: > 0 }) return given;
        return EcsArn.TryParse(target, out var arn) && arn.Cluster is { } cluster ? cluster : Session.Cluster;
    }

    /// <summary>Sends one request of a job, when fewer than <see cref="Sizes.Requests"/> are under way.</summary>
    internal async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, JobOutput output, CancellationToken? cancellation = null)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        await slots.WaitAsync(cancellation ?? Cancellation);
        try
        {
            return await Client.SendAsync(operation, request, output, cancellation ?? Cancellation);
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>Whether the next page of a list is asked for before the last one is used up. Who names how many he wants may not need it.</summary>
    private bool ReadsAhead => !MyInvocation.BoundParameters.ContainsKey(nameof(PagingParameters.First));

    /// <summary>Lists all pages.</summary>
    private protected IAsyncEnumerable<TItem> ListAsync<TRequest, TResponse, TItem>(PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, JobOutput output, int pageSize = Sizes.Page)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => operation.All(request, page => SendAsync(operation, page, output), pageSize, ReadsAhead, Cancellation);

    /// <summary>Lists the ARNs, or names, in the summaries on all pages.</summary>
    private protected async IAsyncEnumerable<string> ListAsync<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, JobOutput output, Func<TItem, string?> id)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        await foreach (var item in ListAsync(operation, request, output))
        {
            if (id(item) is { } found) yield return found;
        }
    }

    private IEcsClient ConnectClient()
    {
        try
        {
            return Clients.Factory.Create(Settings);
        }
        catch (EcsException e)
        {
            ThrowTerminatingError(Errors.From(e, null, this));
            throw; // for the compiler: the line above throws
        }
    }
}
