namespace EcsTools.Model;

public sealed partial class Container
{
    /// <summary>The status, as ECS last knew it.</summary>
    public string? Status => LastStatus;

    /// <summary>The result of the health check.</summary>
    public string? Health => HealthStatus;

    /// <summary>The addresses of the container: bound ports, and its own addresses.</summary>
    public string Network =>
        string.Join(
            ", ",
            (NetworkBindings ?? [])
                .Select(binding => binding.ToString())
                .Concat((NetworkInterfaces ?? []).Select(i => i.PrivateIpv4Address ?? i.Ipv6Address)));

    /// <summary>The container's name and status: <c>web (RUNNING)</c>.</summary>
    public override string ToString() => LastStatus is null ? Name ?? "" : $"{Name} ({LastStatus})";

    /// <summary>Whether the container ended with an error.</summary>
    internal bool HasFailed => ExitCode is not (null or 0) || !string.IsNullOrEmpty(Reason);

    /// <summary>The exit code, with the reason from ECS: <c>exit 137 OutOfMemoryError</c>.</summary>
    internal string Ending =>
        string.Join(' ', new[] { ExitCode is { } code ? $"exit {code}" : null, Reason }.Where(part => !string.IsNullOrEmpty(part)));
}
