using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to container instances.</summary>
public static class ContainerInstanceFormat
{
    /// <summary>The zone.</summary>
    public static string Zone(ContainerInstance instance) => Attribute(instance, "ecs.availability-zone");

    /// <summary>The value of one of its attributes; blank where it has no such attribute.</summary>
    public static string Attribute(ContainerInstance instance, string name)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.Attributes?.Find(a => a.Name == name)?.Value ?? "";
    }

    /// <summary>The agent's version; red when ECS has lost the agent, for then nothing starts or stops there.</summary>
    public static string Agent(ContainerInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var version = instance.VersionInfo?.AgentVersion ?? "";
        return instance.AgentConnected == false ? Paint.Bad($"{version} lost".TrimStart()) : version;
    }

    /// <summary>What is left of a resource, and what there was: <c>1024/2048</c>; yellow when nothing is left.</summary>
    public static string Left(ContainerInstance instance, string resource)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var left = instance.RemainingResources?.Find(r => r.Name == resource);
        var all = instance.RegisteredResources?.Find(r => r.Name == resource);
        if (left is null || all is null) return "";
        var text = $"{left.ValueText}/{all.ValueText}";
        return left.ValueText == "0" ? Paint.Busy(text) : text;
    }

    /// <summary>The ports of the host that are taken.</summary>
    public static string Ports(ContainerInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return Format.Items((instance.RemainingResources ?? []).Where(r => r.Name is "PORTS" or "PORTS_UDP" && r.ValueText.Length > 0)
            .Select(r => r.Name == "PORTS" ? r.ValueText : $"UDP {r.ValueText}"));
    }
}
