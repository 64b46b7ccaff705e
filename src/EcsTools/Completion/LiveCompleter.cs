using System.Collections;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Completion;

/// <summary>Completes what is asked of ECS: quickly or not at all, and never with an error.</summary>
internal abstract class LiveCompleter : IArgumentCompleter
{
    /// <summary>Tab must not feel stuck.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(300);

    /// <summary>How long an answer serves: Tab is pressed several times in a row.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private static readonly ConcurrentDictionary<
        (Type Completer, EcsClientSettings Settings, string? Cluster, string? Narrowing),
        Cached> Cache = new();

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var (state, bound) = TypedLine.Of(commandName, fakeBoundParameters);
        var narrowing = Narrowing(wordToComplete, bound);
        var answer = LookUp(StoredAws.Complete(EcsSession.Current.Effective.With(bound), state), Cluster(bound, narrowing), narrowing);
        Task.WaitAny([answer.Described], Timeout);
        var best = answer.Described.IsCompletedSuccessfully ? answer.Described : answer.Found;
        // no credentials, no network, no such cluster, or all too slow: there is nothing to complete
        if (!best.IsCompletedSuccessfully) return [];
        return Completions.Of(TakesArn(parameterName) ? best.Result.Select(c => c.ByArn()) : best.Result, wordToComplete);
    }

    /// <summary>The first things that exist.</summary>
    internal Task<IReadOnlyList<Candidate>> Existing(IEcsClient client, string? cluster, CancellationToken cancellation) =>
        Find(client, cluster, null, cancellation);

    /// <summary>Asks ECS what there is.</summary>
    private protected abstract Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation);

    /// <summary>
    /// Gets the status of the listed resources, for list operations that return names only. A name without a status in time keeps its
    /// tooltip.
    /// </summary>
    private protected virtual Task<IEnumerable<Candidate>> Describe(
        IEcsClient client, string? cluster, List<string> names, CancellationToken cancellation) =>
        Task.FromResult<IEnumerable<Candidate>>([]);

    /// <summary>
    /// The other value on which the request depends, in addition to the cluster: a part of the word, or another parameter.
    /// </summary>
    private protected virtual string? Narrowing(string word, IDictionary bound) => null;

    /// <summary>Whether a parameter takes nothing shorter than an ARN.</summary>
    private protected virtual bool TakesArn(string parameter) => parameter.EndsWith("Arn", StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of a parameter; the first one if there are several.</summary>
    private protected static string? Given(IDictionary bound, string parameter) =>
        bound[parameter] is object[] several ? several.FirstOrDefault()?.ToString() : bound[parameter]?.ToString();

    private protected static Task<IReadOnlyList<Candidate>> Names<TRequest, TResponse>(
        IEcsClient client, PagedOperation<TRequest, TResponse, string> operation, TRequest request, CancellationToken cancellation)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => All(client, operation, request, arn => Candidate.Of(arn), cancellation);

    private protected static async Task<IReadOnlyList<Candidate>> All<TRequest, TResponse, TItem>(
        IEcsClient client,
        PagedOperation<TRequest, TResponse, TItem> operation,
        TRequest request,
        Func<TItem, Candidate> candidate,
        CancellationToken cancellation)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() =>
            [.. (await client.First(operation, request, cancellation)).Select(candidate)];

    private Cached LookUp(EcsClientSettings settings, string? cluster, string? narrowing)
    {
        var key = (GetType(), settings, cluster, narrowing);
        if (Cache.TryGetValue(key, out var earlier) && TimeProvider.System.GetElapsedTime(earlier.At) < Lifetime
            && !earlier.Found.IsFaulted)
            return earlier;
        var found = Task.Run(() => With(settings, client => Find(client, cluster, narrowing, CancellationToken.None)));
        var described = Task.Run(async () => await Merge(settings, cluster, await found));
        return Cache[key] = new(TimeProvider.System.GetTimestamp(), found, described);
    }

    private async Task<IReadOnlyList<Candidate>> Merge(EcsClientSettings settings, string? cluster, IReadOnlyList<Candidate> found)
    {
        if (found.Count == 0) return found;
        var described = await With(settings, client =>
            Describe(client, cluster, [.. found.Select(c => c.Text).Take(Sizes.Page)], CancellationToken.None));
        var tooltips = described.DistinctBy(c => c.Text).ToDictionary(c => c.Text, c => c.ToolTip);
        return [.. found.Select(c => tooltips.TryGetValue(c.Text, out var tooltip) ? c with { ToolTip = tooltip } : c)];
    }

    private static async Task<T> With<T>(EcsClientSettings settings, Func<IEcsClient, Task<T>> ask)
    {
        using var client = Clients.Factory.Create(settings);
        return await ask(client);
    }

    private static string? Cluster(IDictionary bound, string? narrowing) =>
        Given(bound, "Cluster") ?? (EcsArn.TryParse(narrowing, out var arn) ? arn.Cluster : null) ?? EcsSession.Current.Cluster;

    /// <summary>The response of ECS and its time.</summary>
    /// <param name="At">The moment.</param>
    /// <param name="Found">The candidates.</param>
    /// <param name="Described">The same, with its status.</param>
    private sealed record Cached(long At, Task<IReadOnlyList<Candidate>> Found, Task<IReadOnlyList<Candidate>> Described);
}
