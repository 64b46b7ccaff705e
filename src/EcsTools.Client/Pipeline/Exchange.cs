using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>One call: what is sent, where, how often, and what came back.</summary>
internal abstract class Exchange(Operation operation, Uri endpoint, IEcsCallObserver? observer)
{
    private long passedBefore;

    public AwsService Service => operation.Service;

    public string Operation => operation.Name;

    public Uri Endpoint => endpoint;

    public IEcsCallObserver? Observer => observer;

    /// <summary>How often the request was sent so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>The attempts that the limit of attempts is about.</summary>
    public int CountedAttempts { get; private set; }

    /// <summary>When the last attempt was sent.</summary>
    public TimeSpan Sent { get; private set; }

    /// <summary>Whether the last attempt came too fast.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether ECS might have carried out one of the attempts.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>Whether the request can be sent again without doing anything twice.</summary>
    public abstract bool CanRepeat { get; }

    /// <summary>The sentence for errors of a change that ECS might have carried out.</summary>
    public string Doubt => !IsUncertain ? ""
        : CanRepeat ? " ECS might have carried it out."
        : $" ECS might have carried it out. {operation} was not sent again, because ECS would do it twice.";

    /// <summary>The id that AWS gave the last attempt.</summary>
    public string? RequestId { get; set; }

    /// <summary>An attempt is sent.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="passed">How many calls the endpoint has let through so far.</param>
    public void BeginAttempt(TimeSpan now, long passed)
    {
        if (Attempts++ == 0) passedBefore = passed;
        CountedAttempts++;
        Sent = now;
        IsRefused = false;
        RequestId = null;
    }

    /// <summary>
    /// The attempt was throttled. While other calls succeed, it's only a matter of turns and doesn't count as an attempt; if nothing gets
    /// through any more, it is.
    /// </summary>
    /// <param name="passed">How many calls the endpoint has let through so far.</param>
    public void Refuse(long passed)
    {
        if (passed > passedBefore) CountedAttempts--;
        passedBefore = passed;
        IsRefused = true;
    }

    public EcsException Fail(
        string code, string message, Exception? inner = null, int status = 0, bool throttling = false) => new(code, message, inner)
    {
        Operation = operation.Name,
        StatusCode = status,
        RequestId = RequestId,
        Attempts = Attempts,
        IsThrottling = throttling,
        MayBeDone = IsUncertain,
        CanRepeat = CanRepeat,
        Request = Request,
    };

    protected abstract IStructure Request { get; }

    /// <summary>Whether something might have been changed.</summary>
    protected abstract bool IsUncertain { get; }

    /// <summary>The request's JSON. Written once, so that all attempts carry the same idempotency token.</summary>
    public abstract byte[] Write();

    /// <summary>Keeps the response that the JSON holds.</summary>
    /// <exception cref="WireException">The JSON does not have the response's shape.</exception>
    public abstract void Read(ReadOnlySpan<byte> json);
}

/// <summary>The exchange of one operation's request and response.</summary>
internal sealed class Exchange<TRequest, TResponse>(
    Operation<TRequest, TResponse> operation, TRequest request, Uri endpoint, IEcsCallObserver? observer)
    : Exchange(operation, endpoint, observer)
    where TRequest : class, IStructure<TRequest>, new()
    where TResponse : class, IStructure<TResponse>, new()
{
    public TResponse? Response { get; private set; }

    public override bool CanRepeat => Repeats.AreHarmless(operation, request);

    protected override IStructure Request => request;

    protected override bool IsUncertain => MayBeDone && !operation.IsReadOnly;

    public override byte[] Write()
    {
        if (request is IIdempotentRequest { Token: null or "" } idempotent) idempotent.Token = Guid.NewGuid().ToString();
        return WireJson.ToBytes(request);
    }

    public override void Read(ReadOnlySpan<byte> json) => Response = operation.ReadResponse(json);
}
