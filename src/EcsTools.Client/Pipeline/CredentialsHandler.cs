using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace EcsTools.Client;

/// <summary>Looks the credentials up before anything is sent, so that their failures are not taken for ECS's.</summary>
internal sealed class CredentialsHandler(CredentialsSource source) : BaseAuthResolverHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        try
        {
            await PreInvokeAsync(executionContext);
            await SignIn.LookUp((AWSCredentials)context.Identity, ((Exchange)context.OriginalRequest).Observer);
        }
        catch (Exception e) when (!context.CancellationToken.IsCancellationRequested)
        {
            throw ((Exchange)context.OriginalRequest).Fail("CredentialsNotFound", source.Explain(e), e);
        }

        return await InnerHandler.InvokeAsync<T>(executionContext);
    }

    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
}
