using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Http;
using EcsTools.Model;
using KeyValuePair = EcsTools.Model.KeyValuePair;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The network interface of a task under awsvpc, which the task shows as an attachment.</summary>
internal static class TaskInterface
{
    public const string IsAttached = "ATTACHED";

    private const string Kind = "ElasticNetworkInterface", Subnet = "subnetId";

    /// <summary>The attachment of a task that is about to start, in one of the subnets that it may go to.</summary>
    public static Attachment Precreated(EcsEngine engine, NetworkConfiguration? configuration)
    {
        var random = engine.Random.Source();
        var subnets = configuration?.AwsvpcConfiguration?.Subnets ?? [];
        return new Attachment
        {
            Id = engine.Random.Guid(),
            Type = Kind,
            Status = "PRECREATED",
            Details = [new() { Name = Subnet, Value = subnets.Count == 0 ? "" : subnets[random.Next(subnets.Count)] }],
        };
    }

    /// <summary>The zone of a Fargate task. Subnets mean nothing to the local ECS, so each has a zone by its name.</summary>
    public static string Zone(string region, Attachment? attachment) => region + "abc"[Detail(attachment, Subnet).Sum(c => c) % 3];

    /// <summary>The interface is there, with its addresses.</summary>
    public static void Attach(EcsEngine engine, EcsTask task)
    {
        TransitionTo(task, IsAttached);
        foreach (var attachment in (task.Attachments ?? []).Where(attachment => attachment.Type == Kind && attachment.Details is [_]))
            attachment.Details = [.. attachment.Details!, .. Addresses(engine)];
    }

    /// <summary>Moves the attachment of a task on.</summary>
    public static void TransitionTo(EcsTask task, string status) => task.Attachments = task.Attachments?.ConvertAll(attachment =>
    {
        if (attachment.Type != Kind) return attachment;
        var changed = attachment.Copy();
        changed.Status = status;
        return changed;
    });

    /// <summary>The interface in the description of a container.</summary>
    public static List<NetworkInterface> Shown(EcsTask task)
    {
        var shown = new List<NetworkInterface>();
        foreach (var attachment in task.Attachments ?? [])
        {
            if (attachment.Type == Kind)
                shown.Add(new() { AttachmentId = attachment.Id, PrivateIpv4Address = Detail(attachment, "privateIPv4Address") });
        }

        return shown;
    }

    private static IEnumerable<KeyValuePair> Addresses(EcsEngine engine)
    {
        var random = engine.Random.Source();
        var address = $"10.0.{random.Next(256)}.{random.Next(4, 255)}";
        return
        [
            new() { Name = "networkInterfaceId", Value = engine.Random.Ec2Id("eni") },
            new() { Name = "macAddress", Value = "0a" + string.Concat(Enumerable.Range(0, 5).Select(_ => $":{random.Next(256):x2}")) },
            new() { Name = "privateDnsName", Value = $"ip-{address.Replace('.', '-')}.ec2.internal" },
            new() { Name = "privateIPv4Address", Value = address },
        ];
    }

    private static string Detail(Attachment? attachment, string name) =>
        attachment?.Details?.Find(detail => detail.Name == name)?.Value ?? "";
}
