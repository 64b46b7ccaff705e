using System.Text.Json;
using System.Text.Json.Nodes;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Show.Serving;

/// <summary>The actions of the page on a local ECS: it advances the clock and causes events.</summary>
internal sealed class LocalActions(
    LocalWorld world, IReadOnlyDictionary<string, (IEcsCalls Calls, string Cluster)> clusters, Action changed) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    private CancellationTokenSource? playing;

    /// <summary>Carries out the JSON of a request.</summary>
    public async Task<Answer> Do(HttpRequest request)
    {
        if (request.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            return Answer.Text(415, "Actions are JSON.");
        try
        {
            var action = JsonSerializer.Deserialize<JsonObject>(request.Body) ?? throw new JsonException("It is empty.");
            var done = await Do((string?)action["do"] ?? "", action);
            changed();
            return done ? Answer.Json("{}"u8.ToArray()) : Answer.Text(400, "There is no such action.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return Answer.Text(400, $"This is not an action: {e.Message}");
        }
        catch (Exception e) when (e is EcsException or HttpRequestException)
        {
            return Answer.Text(409, e.Message);
        }
    }

    public void Dispose()
    {
        Halt();
        world.Dispose();
    }

    private async Task<bool> Do(string name, JsonObject action)
    {
        switch (name)
        {
            case "pause": await Pause(); break;
            case "play": await Play((double?)action["speed"] ?? 1); break;
            case "step": await world.Change(new() { ["toNextEvent"] = true }); break;
            case "advance": await world.Change(new() { ["advanceSeconds"] = (double?)action["seconds"] ?? 60 }); break;
            case "settle": await world.Change(new() { ["settleWithinSeconds"] = Horizon.TotalSeconds }); break;
            case "drain": await SetState(action, ContainerInstanceStatus.Draining); break;
            case "activate": await SetState(action, ContainerInstanceStatus.Active); break;
            case "endInstance": await world.Add("instances", new()
            {
                ["containerInstance"] = Text(action, "id"),
                ["event"] = "Terminated",
            }); break;
            case "stopTask": await Send(action, (calls, cluster) =>
                calls.Send(Operations.StopTask, new()
                {
                    Cluster = cluster,
                    Task = Text(action, "id"),
                    Reason = "Stopped on the page of the local ECS",
                })); break;
            case "failImage": await world.Add("tasks", new()
            {
                ["service"] = Text(action, "service"),
                ["pullError"] = "The image can't be pulled.",
            }); break;
            case "throttle": await world.Add("api", new()
            {
                ["operation"] = "*",
                ["errorCode"] = "ThrottlingException",
                ["probability"] = 0.5,
            }); break;
            case "calm": await world.Clear(); break;
            default: return false;
        }

        return true;
    }

    private Task SetState(JsonObject action, string status) => Send(action, (calls, cluster) =>
        calls.Send(Operations.UpdateContainerInstancesState, new()
        {
            Cluster = cluster,
            ContainerInstances = [Text(action, "id")],
            Status = status,
        }));

    private Task Send(JsonObject action, Func<IEcsCalls, string, Task> send) =>
        clusters.TryGetValue(Text(action, "cluster"), out var place)
            ? send(place.Calls, place.Cluster)
            : throw new FormatException("The cluster isn't on this page.");

    private static string Text(JsonObject action, string member) =>
        (string?)action[member] ?? throw new FormatException($"'{member}' is missing.");

    private async Task Play(double speed)
    {
        if (speed is not (> 0 and <= 10_000)) throw new FormatException("'speed' must be from 0 to 10000.");
        if (await IsRunning())
        {
            await world.Change(new() { ["speed"] = speed, ["isPaused"] = false });
            return;
        }

        Halt();
        playing = new CancellationTokenSource();
        _ = Run(speed * Tick.TotalSeconds, playing.Token);
    }

    private async Task Pause()
    {
        if (await IsRunning()) await world.Change(new() { ["isPaused"] = true });
        else Halt();
    }

    /// <summary>Whether the clock runs by itself. Another one is advanced from here.</summary>
    private async Task<bool> IsRunning() => (await world.Look()).Clock!.Speed is not null;

    private void Halt() => Interlocked.Exchange(ref playing, null)?.Cancel();

    private async Task Run(double seconds, CancellationToken paused)
    {
        try
        {
            using var ticks = new PeriodicTimer(Tick);
            while (await ticks.WaitForNextTickAsync(paused))
            {
                await world.Change(new() { ["advanceSeconds"] = seconds });
                changed();
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // The local ECS has ended, or its clock was paused.
        }
    }
}
