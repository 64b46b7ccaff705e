using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace EcsTools.Client;

/// <summary>Writes any request of ECS, or of another service of the model: AWS JSON 1.1, the operation in a header.</summary>
internal sealed class RequestWriter : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var exchange = (Exchange)input;
        var request = new DefaultRequest(exchange, exchange.Service.Host)
        {
            HttpMethod = "POST",
            Endpoint = exchange.Endpoint,
            ResourcePath = "/",
            Content = exchange.Write(),
        };
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Target"] = $"{exchange.Service.TargetPrefix}.{exchange.Operation}";
        return request;
    }
}
