using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Attributes;

/// <summary>Sets custom attributes of an instance, immediately for placement.</summary>
internal sealed class PutAttributesHandler() : Handler<PutAttributesRequest, PutAttributesResponse>(Operations.PutAttributes)
{
    private const int MaxOnInstance = 10;

    protected override PutAttributesResponse Handle(Call call, PutAttributesRequest request)
    {
        var targets = AttributeTarget.FindAll(call, request.Cluster, request.Attributes);
        foreach (var added in targets.GroupBy(target => target.Instance)) CheckCount(added.Key, added.Select(target => target.Name));
        foreach (var target in targets) target.Instance.PutAttribute(target.Name, target.Attribute.Value);
        call.Engine.WakeDaemonServices(targets[0].Instance.Cluster);
        call.Engine.CapacityFreed(targets[0].Instance.Cluster);
        call.Engine.WakeBalancedServices(targets[0].Instance.Cluster);
        return new() { Attributes = targets.ConvertAll(target => AttributeTarget.Describe(target.Attribute, target.Instance)) };
    }

    private static void CheckCount(InstanceState instance, IEnumerable<string> added)
    {
        var names = (instance.Resource.Attributes ?? []).Select(attribute => attribute.Name!).Where(AttributeTarget.IsCustom);
        if (names.Union(added).Count() > MaxOnInstance)
            throw new EcsFault(
                "AttributeLimitExceededException", $"A container instance can have at most {MaxOnInstance} custom attributes.");
    }
}
