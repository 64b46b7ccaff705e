using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace EcsTools.Client;

/// <summary>Writes any request of ECS: AWS JSON 1.1, the operation in a header.</summary>
internal sealed class RequestWriter : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var exchange = (Exchange)input;
        var request = new DefaultRequest(exchange, EcsConfig.ServiceName)
        {
            HttpMethod = "POST",
            Endpoint = exchange.Endpoint,
            ResourcePath = "/",
            Content = exchange.Write(),
        };
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Target"] = "AmazonEC2ContainerServiceV20141113." + exchange.Operation;
        return request;
    }
}
