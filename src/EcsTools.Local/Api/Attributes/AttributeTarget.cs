using System.Text.RegularExpressions;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Local.Api.Attributes;

/// <summary>An attribute of a request, and the container instance that it is on or goes to.</summary>
internal sealed partial record AttributeTarget(Attribute Attribute, InstanceState Instance)
{
    private const int MaxInCall = 10;

    public string Name => Attribute.Name!;

    /// <summary>The attribute as answers show it.</summary>
    public static Attribute Describe(Attribute attribute, InstanceState instance) =>
        new() { Name = attribute.Name, Value = attribute.Value, TargetId = instance.Resource.ContainerInstanceArn };

    /// <summary>Whether users set it, and not ECS or its agent.</summary>
    public static bool IsCustom(string? name) =>
        !(name ?? "").StartsWith("ecs.", StringComparison.Ordinal) && !(name ?? "").StartsWith("com.amazonaws.", StringComparison.Ordinal);

    /// <summary>The attributes that a request names, with their instances.</summary>
    /// <exception cref="EcsFault">One is badly named, is ECS's own, or has no instance.</exception>
    public static List<AttributeTarget> FindAll(Call call, string? cluster, List<Attribute>? attributes)
    {
        if (attributes is null or []) throw EcsFault.InvalidParameter("Attributes cannot be empty.");
        if (attributes.Count > MaxInCall) throw EcsFault.InvalidParameter($"attributes can have at most {MaxInCall} items.");
        var home = call.ActiveCluster(cluster);
        return attributes.ConvertAll(attribute => Find(home, attribute));
    }

    private static AttributeTarget Find(ClusterState cluster, Attribute attribute)
    {
        if (!Names().IsMatch(attribute.Name ?? ""))
            throw EcsFault
                .InvalidParameter("Attribute names have 1 to 128 letters, numbers, hyphens, underscores, slashes, back slashes and periods.");
        if (!IsCustom(attribute.Name))
            throw EcsFault.InvalidParameter($"The attribute {attribute.Name} is managed by Amazon ECS and cannot be changed.");
        if (!Values().IsMatch(attribute.Value ?? ""))
            throw EcsFault
                .InvalidParameter($"The value of the attribute {attribute.Name} is invalid. At most 128 letters, numbers and the characters - _ . @ : / \\ and space are allowed, no space first or last.");
        Check.OneOf(attribute.TargetType, "targetType", [.. TargetType.Values]);
        if (string.IsNullOrEmpty(attribute.TargetId)) throw EcsFault.InvalidParameter("targetId can not be blank.");
        if (attribute.TargetType is null && !Identifiers.IsArn(attribute.TargetId))
            throw EcsFault.InvalidParameter("targetType must be specified when targetId is not a full ARN.");
        return cluster.Instances.Find(Identifiers.Instance(cluster, attribute.TargetId)) is { IsRegistered: true } instance
            ? new AttributeTarget(attribute, instance)
            : throw new EcsFault(
                "TargetNotFoundException",
                "The specified target was not found. Specify a container instance of the cluster and try again.");
    }

    [GeneratedRegex(@"\A[\w./\\-]{1,128}\z")]
    private static partial Regex Names();

    [GeneratedRegex(@"\A(?! )[\w.@:/\\ -]{0,128}(?<! )\z")]
    private static partial Regex Values();
}
