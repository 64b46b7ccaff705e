using System.Globalization;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine.State;

/// <summary>
/// The ports of an instance that are taken: reserved by the host, asked for by tasks, or given to containers that take any.
/// </summary>
internal sealed class HostPorts
{
    private readonly SortedSet<HostPort> held = new(Comparer<HostPort>.Create((x, y) =>
        (x.Protocol, x.Number).CompareTo((y.Protocol, y.Number))));
    private readonly HashSet<int> given = [];

    public bool IsFree(HostPort port) => !held.Contains(port) && !(port.Protocol == PortProtocol.Tcp && given.Contains(port.Number));

    /// <summary>Takes what the host keeps for itself, as it registered it.</summary>
    public void Reserve(List<string>? ports, PortProtocol protocol)
    {
        foreach (var port in ports ?? [])
        {
            if (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) held.Add(new(number, protocol));
        }
    }

    /// <summary>Takes those that a task asks for, and those that it was given already.</summary>
    public void Take(TaskState task)
    {
        foreach (var port in task.Requirements.HostPorts) held.Add(port);
        TakeGiven(task);
    }

    /// <summary>Takes back all that a task had.</summary>
    public void Free(TaskState task)
    {
        foreach (var port in task.Requirements.HostPorts) held.Remove(port);
        FreeGiven(task);
    }

    /// <summary>A port for a container that takes any.</summary>
    public int GiveAny()
    {
        var port = Quotas.FirstDynamicPort;
        while (!IsFree(new HostPort(port)) || !IsFree(new HostPort(port, PortProtocol.Udp))) port++;
        given.Add(port);
        return port;
    }

    /// <summary>Holds the ports that a task was given because it takes any.</summary>
    public void TakeGiven(TaskState task) => given.UnionWith(Bindings(task));

    /// <summary>Takes back the ports that a task was given because it takes any.</summary>
    public void FreeGiven(TaskState task) => given.ExceptWith(Bindings(task));

    /// <summary>The reserved or requested ports, in the format of ECS.</summary>
    public List<string> Held(PortProtocol protocol) =>
        [.. held.Where(port => port.Protocol == protocol).Select(port => port.Number.ToString(CultureInfo.InvariantCulture))];

    private static IEnumerable<int> Bindings(TaskState task)
    {
        if (task.Resource.Containers is not { } containers || !containers.Exists(container => container.NetworkBindings is { Count: > 0 }))
            return [];
        return from container in containers
               from binding in container.NetworkBindings ?? []
               where binding.HostPort >= Quotas.FirstDynamicPort
               select binding.HostPort!.Value;
    }
}
