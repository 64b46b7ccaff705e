using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>
/// The base of all cmdlets that call ECS: connection parameters, jobs that run while the pipeline continues, and errors that name the
/// resource.
/// </summary>
public abstract partial class EcsCommand : EcsToolsCommand, IConnectionParameters, IPipedCommand, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Connection? connection;
    private EcsSession? session;

    static EcsCommand() => Clients.WarmUp();

    [Parameter(HelpMessage = "A profile of the AWS configuration files.")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [Alias("StoredCredentials", "AWSProfileName")]
    public string? ProfileName { get; set; }

    [Parameter(HelpMessage = "The credentials file that contains the profile. Default: the file in AWS_SHARED_CREDENTIALS_FILE, or the default credentials file.")]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    [Parameter(HelpMessage = "Credentials as an object of AWS.Tools, such as New-AWSCredential and Get-AWSCredential return.")]
    public object? Credential { get; set; }

    [Parameter(HelpMessage = "The ID of an access key, for explicit credentials.")]
    [Alias("AK")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AccessKey { get; set; }

    [Parameter(HelpMessage = "The secret access key that belongs to the access key ID.")]
    [Alias("SK", "SecretAccessKey")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? SecretKey { get; set; }

    [Parameter(HelpMessage = "The session token of temporary credentials.")]
    [Alias("ST")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? SessionToken { get; set; }

    [Parameter(HelpMessage = "The endpoint URL to use instead of the region's default endpoint, for example that of a local ECS.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    internal CancellationToken Cancellation => stopping.Token;

    /// <summary>The connection to ECS.</summary>
    private protected Connection Connection => connection ??= Connection.Of(this, Cancellation);

    private protected EcsSession Session => session ??= EcsSession.Current;

    /// <summary>The time that waits pass in.</summary>
    private protected WaitClock WaitClock => Connection.WaitClock;

    /// <summary>Waits for the jobs that are still running, and writes their output.</summary>
    protected override void EndProcessing()
    {
        Arriving.End();
        FinishJobs();
        WriteMissing();
    }

    /// <summary>Ctrl+C: cancels the HTTP calls in progress.</summary>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>Cancels the calls in progress when the pipeline ends early, as with <c>Select-Object -First 1</c>.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels the calls in progress.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        Arriving.End();
        stopping.Cancel(); // the token stays: calls that are ending still use it
        connection?.Dispose();
    }

    /// <summary>
    /// The service of a task set: the specified one, else the one in the task set's ARN. Null after an error was written.
    /// </summary>
    private protected string? ServiceFor(string? given, string? taskSet)
    {
        var service = given ?? Naming.ServiceOf(taskSet);
        if (service is null)
            WriteError(Errors.Invalid(
                "MissingService",
                $"The ID {taskSet} of the task set doesn't identify its service.",
                taskSet,
                "Specify -Service, or the ARN of the task set."));
        return service;
    }

    /// <summary>Whether the cmdlet only shows the changes.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? (SwitchParameter)given
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <summary>Whether calls are reported.</summary>
    private bool IsVerbose => MyInvocation.BoundParameters.TryGetValue("Verbose", out var given)
        ? (SwitchParameter)given
        : SessionState.PSVariable.GetValue("VerbosePreference") is not ActionPreference.SilentlyContinue;

    /// <summary>
    /// The cluster for a request: the one on the command line, else the one that the target's ARN names, else that of the request's file,
    /// else a default's, else the session's.
    /// </summary>
    private protected string? ClusterFor(string? given, string? target = null, string? ofFile = null)
    {
        if (given is { Length: > 0 } && IsClusterTyped) return given;
        if (EcsArn.TryParse(target, out var arn) && arn.ClusterArn is { } own) return own;
        var named = given is { Length: > 0 } ? given : null;
        return ofFile ?? (IsOfObject(named) ? named : Scope() ?? named ?? Session.Cluster);
    }

    /// <summary>The cluster that an ARN among the parameters names, as of the service in -ServiceName.</summary>
    private string? Scope()
    {
        foreach (var parameter in CmdletParameters.Of(GetType()).Identities)
        {
            if (IsGiven(parameter.Name) && parameter.Property.GetValue(this) is string name && EcsArn.TryParse(name, out var arn)
                && arn.ClusterArn is { } cluster)
                return cluster;
        }

        return null;
    }

    /// <inheritdoc cref="Connection.SendAsync"/>
    internal Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, JobOutput output, CancellationToken? cancellation = null)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => Connection.SendAsync(operation, request, output, cancellation);

    /// <summary>Whether the next page of a list is requested before the last one is used up. With -First, it might not be needed.</summary>
    private bool ReadsAhead => !MyInvocation.BoundParameters.ContainsKey(nameof(PagingParameters.First));

    /// <summary>Lists all pages.</summary>
    internal IAsyncEnumerable<TItem> ListAsync<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, JobOutput output, int pageSize = Sizes.Page)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() =>
            operation.All(request, (page, asked) => SendAsync(page, asked, output), pageSize, ReadsAhead, Cancellation);

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
}
