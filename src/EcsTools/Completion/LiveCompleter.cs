using System.Collections;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Completion;

/// <summary>Completes names that are asked of ECS: quickly or not at all, and never with an error.</summary>
public abstract class LiveCompleter : IArgumentCompleter
{
    /// <summary>Tab must not feel stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>How long an answer serves: Tab is pressed several times in a row.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly ConcurrentDictionary<(Type Completer, EcsClientSettings Settings, string? Cluster, string? Narrowing), (long At, Task<IReadOnlyList<Candidate>> Answer)> Asked = new();

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var answer = Ask(Settings(fakeBoundParameters), fakeBoundParameters["Cluster"]?.ToString() ?? EcsSession.Current.Cluster, Narrowing(wordToComplete));
            return answer.Wait(Patience) ? Completions.Of(answer.Result, wordToComplete) : [];
        }
        catch (Exception e) when (e is AggregateException or EcsException)
        {
            return []; // no credentials, no network, no such cluster: there is nothing to complete
        }
    }

    /// <summary>Asks ECS for the names.</summary>
    private protected abstract Task<IReadOnlyList<Candidate>> Find(IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation);

    /// <summary>The part of the word that the request depends on, where there is one.</summary>
    private protected virtual string? Narrowing(string word) => null;

    private protected static Task<IReadOnlyList<Candidate>> Names<TRequest, TResponse>(
        IEcsClient client, PagedOperation<TRequest, TResponse, string> operation, TRequest request, CancellationToken cancellation)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => Names(client, operation, request, arn => arn, cancellation);

    private protected static async Task<IReadOnlyList<Candidate>> Names<TRequest, TResponse, TItem>(
        IEcsClient client, PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, Func<TItem, string> id, CancellationToken cancellation)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        operation.SetLimit(request, 100); // the first page has to do
        var page = await client.SendAsync(operation, request, null, cancellation).ConfigureAwait(false);
        return operation.Items(page).Select(id).Select(arn => new Candidate(EcsArn.IdOf(arn), arn)).ToList();
    }

    private Task<IReadOnlyList<Candidate>> Ask(EcsClientSettings settings, string? cluster, string? narrowing)
    {
        var key = (GetType(), settings, cluster, narrowing);
        if (Asked.TryGetValue(key, out var earlier) && TimeProvider.System.GetElapsedTime(earlier.At) < Fresh && !earlier.Answer.IsFaulted) return earlier.Answer;
        var answer = Task.Run(async () =>
        {
            using var client = Clients.Factory.Create(settings);
            return await Find(client, cluster, narrowing, CancellationToken.None);
        });
        Asked[key] = (TimeProvider.System.GetTimestamp(), answer);
        return answer;
    }

    private static EcsClientSettings Settings(IDictionary bound)
    {
        var settings = EcsSession.Current.Settings;
        if (bound["Region"]?.ToString() is { } region) settings = settings with { Region = region };
        if (bound["ProfileName"]?.ToString() is { } profile) settings = settings with { ProfileName = profile, AccessKey = null, SecretKey = null };
        if (bound["EndpointUrl"]?.ToString() is { } endpoint) settings = settings with { EndpointUrl = endpoint };
        return settings;
    }
}
