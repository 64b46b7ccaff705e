using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.Attributes;

/// <summary>Removes custom attributes from an instance, immediately for placement.</summary>
internal sealed class DeleteAttributesHandler() : Handler<DeleteAttributesRequest, DeleteAttributesResponse>(Operations.DeleteAttributes)
{
    protected override DeleteAttributesResponse Handle(Call call, DeleteAttributesRequest request)
    {
        var targets = AttributeTarget.FindAll(call, request.Cluster, request.Attributes);
        var answer = new DeleteAttributesResponse { Attributes = [] };
        foreach (var (attribute, instance) in targets)
        {
            if (instance.RemoveAttribute(attribute.Name!) is { } removed)
                answer.Attributes.Add(AttributeTarget.Describe(removed, instance));
        }

        call.Engine.WakeDaemonServices(targets[0].Instance.Cluster);
        return answer;
    }
}
