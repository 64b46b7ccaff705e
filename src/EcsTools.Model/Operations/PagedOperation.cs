using System.Runtime.CompilerServices;

namespace EcsTools.Model;

/// <summary>An operation that lists things page by page. It cannot be sent like another one: to send it is to list all pages.</summary>
/// <typeparam name="TRequest">The request for a page.</typeparam>
/// <typeparam name="TResponse">A page.</typeparam>
/// <typeparam name="TItem">The type of the items, mostly ARNs.</typeparam>
public sealed class PagedOperation<TRequest, TResponse, TItem>(
    AwsService service,
    string name,
    IReadOnlyList<string> errors,
    Action<TRequest, string?> setToken,
    Action<TRequest, int?> setLimit,
    Func<TResponse, string?> token,
    Func<TResponse, List<TItem>?> items) : Operation(service, name, errors)
    where TRequest : class, IStructure<TRequest>, new()
    where TResponse : class, IStructure<TResponse>, new()
{
    /// <summary>So many empty pages one after the other are an error. ECS gives some if a filter lets nothing through.</summary>
    private const int MaxEmptyPages = 100;

    private readonly Operation<TRequest, TResponse> page = new(service, name, errors);

    /// <summary>The operation for one page, for those who keep the token themselves.</summary>
    internal Operation<TRequest, TResponse> Page => page;

    /// <summary>Sends the request for one page.</summary>
    public delegate Task<TResponse> Send(Operation<TRequest, TResponse> operation, TRequest request);

    /// <inheritdoc/>
    public override StructureShape Request => TRequest.TypeShape;

    /// <inheritdoc/>
    public override StructureShape Response => TResponse.TypeShape;

    /// <inheritdoc/>
    public override IStructure ReadRequest(ReadOnlySpan<byte> json) => page.ReadRequest(json);

    /// <summary>The items of a page.</summary>
    public IReadOnlyList<TItem> Items(TResponse response) => items(response) ?? [];

    /// <summary>The items of all pages.</summary>
    /// <inheritdoc cref="Pages"/>
    public async IAsyncEnumerable<TItem> All(
        TRequest request,
        Send send,
        int? pageSize = null,
        bool readsAhead = true,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var response in Pages(request, send, pageSize, readsAhead, cancellation))
        {
            foreach (var item in Items(response)) yield return item;
        }
    }

    /// <summary>All pages, for their content other than the items.</summary>
    /// <param name="request">The request. The token of each page is put into it.</param>
    /// <param name="send">Sends the request for one page.</param>
    /// <param name="pageSize">How many items a page has at most; null leaves it to ECS.</param>
    /// <param name="readsAhead">Whether the next page is requested as soon as its token is known. Otherwise it is requested when the page
    /// before it was taken.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public async IAsyncEnumerable<TResponse> Pages(
        TRequest request,
        Send send,
        int? pageSize = null,
        bool readsAhead = true,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (pageSize is not null) setLimit(request, pageSize);
        var next = send(page, request);
        var (asked, emptyPages) = ((string?)null, 0);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var response = await next.ConfigureAwait(false);
            var behind = token(response) is { Length: > 0 } value ? value : null;
            emptyPages = Items(response).Count == 0 ? emptyPages + 1 : 0;
            if (behind is not null && (behind == asked || emptyPages == MaxEmptyPages)) throw Endless(behind == asked);
            setToken(request, asked = behind);
            if (readsAhead && behind is not null) next = send(page, request);
            yield return response;
            if (behind is null) yield break;
            if (!readsAhead) next = send(page, request);
        }
    }

    /// <summary>The error of a list that would never end.</summary>
    private EcsException Endless(bool isRepeated) => new(
        "EndlessList",
        isRepeated
            ? $"ECS answered {Name} with the same page token twice, so the list would never end."
            : $"ECS answered {Name} with {MaxEmptyPages} empty pages, so the list might never end.") { Operation = Name };
}
