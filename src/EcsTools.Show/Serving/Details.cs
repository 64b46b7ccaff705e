using System.Buffers;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Show.Serving;

/// <summary>Describes one thing in full, when someone clicks on it.</summary>
internal sealed class Details(IReadOnlyDictionary<string, (IEcsCalls Calls, string Cluster)> clusters, TaskLog log) : IDisposable
{
    /// <summary>The description of a task, instance or service as ECS gives it.</summary>
    public async Task<Answer> Find(string? kind, string? cluster, string? id)
    {
        if (cluster is null || id is null || !clusters.TryGetValue(cluster, out var place)) return NotFound();
        try
        {
            return await Describe(kind, place.Calls, place.Cluster, id) is { } found ? Json(found) : NotFound();
        }
        catch (EcsException e)
        {
            return Answer.Text(502, e.Message);
        }
    }

    /// <summary>The log of a task, as text.</summary>
    public async Task<Answer> Log(string? cluster, string? id)
    {
        if (cluster is null || id is null || !clusters.TryGetValue(cluster, out var place)) return NotFound();
        try
        {
            return await log.Of(place.Calls, place.Cluster, id) is { } lines ? Answer.Text(200, lines) : NotFound();
        }
        catch (EcsException e)
        {
            return Answer.Text(502, e.Message);
        }
    }

    public void Dispose() => log.Dispose();

    private static async Task<IStructure?> Describe(string? kind, IEcsCalls calls, string cluster, string id) => kind switch
    {
        "task" =>
            (await calls.Send(Operations.DescribeTasks, new()
            {
                Cluster = cluster,
                Tasks = [id],
                Include = ["TAGS"],
            })).Tasks?.FirstOrDefault(),
        "instance" =>
            (await calls.Send(Operations.DescribeContainerInstances, new()
            {
                Cluster = cluster,
                ContainerInstances = [id],
                Include = ["TAGS"],
            })).ContainerInstances?.FirstOrDefault(),
        "service" =>
            (await calls.Send(Operations.DescribeServices, new()
            {
                Cluster = cluster,
                Services = [id[(id.LastIndexOf('/') + 1)..]],
                Include = ["TAGS"],
            })).Services?.FirstOrDefault(),
        _ => null,
    };

    private static Answer NotFound() => Answer.Text(404, "ECS no longer returns it.");

    private static Answer Json(IStructure found)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        WireJson.Write(found, buffer);
        return new(200, "application/json", buffer.WrittenMemory);
    }
}
