namespace EcsTools.Model;

/// <summary>Sends requests to ECS. Its maker lives in a load context of its own, so that this interface is all that callers see.</summary>
public interface IEcsClient : IDisposable
{
    /// <summary>The endpoint of the requests.</summary>
    Uri Endpoint { get; }

    /// <summary>Sends one request and waits for its response, with the retries that the settings allow.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request; a missing idempotency token is filled in.</param>
    /// <param name="observer">Notified when the call has ended, and about each attempt that will be retried; may be null.</param>
    /// <param name="cancellationToken">Ends the HTTP call at once.</param>
    /// <exception cref="EcsException">ECS refused the request, or could not be reached.</exception>
    Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, IEcsCallObserver? observer, CancellationToken cancellationToken)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new();
}

/// <summary>Creates clients, and reads the AWS configuration of the machine.</summary>
public interface IEcsClientFactory
{
    /// <summary>Creates a client. Credentials are looked up when the first request is sent.</summary>
    /// <param name="settings">Its endpoint and credentials.</param>
    /// <param name="service">The service whose operations it sends. Default: ECS.</param>
    /// <exception cref="EcsException">The settings name no region, or a profile that does not exist.</exception>
    IEcsClient Create(EcsClientSettings settings, AwsService? service = null);

    /// <summary>Has what the first call needs loaded and compiled before it comes. Sends nothing.</summary>
    System.Threading.Tasks.Task WarmUpAsync();

    /// <summary>The regions that have ECS: name and where it is.</summary>
    IReadOnlyDictionary<string, string> Regions { get; }

    /// <summary>The profiles of the machine's AWS configuration files.</summary>
    IReadOnlyList<string> Profiles { get; }
}

/// <summary>Notified about calls, on any thread.</summary>
public interface IEcsCallObserver
{
    /// <summary>An attempt failed and will be made again.</summary>
    void Retrying(EcsRetry retry);

    /// <summary>A call is over, well or not.</summary>
    void Completed(EcsCall call);

    /// <summary>Whether a user can sign in.</summary>
    bool CanSignIn => false;

    /// <summary>A sign-in waits until a user confirms it in a browser.</summary>
    void SigningIn(EcsSignIn signIn)
    {
    }
}

/// <summary>A sign-in to IAM Identity Center that a user confirms in a browser.</summary>
/// <param name="UserCode">The code to enter.</param>
/// <param name="Uri">The page on which to enter it.</param>
/// <param name="UriWithCode">The same page with the code in it.</param>
public sealed record EcsSignIn(string UserCode, string Uri, string UriWithCode);
