using EcsTools.Model;
using EcsTools.Model.Logs;
using EcsTools.Show.Reading;
using EcsTools.Show.Serving;
using EcsTools.Show.Timelines;

namespace EcsTools.Session;

/// <summary>The page of a session: its server, and the clients that read for it.</summary>
internal sealed class ClusterPage : IDisposable
{
    /// <summary>What AWS is asked: about three calls per second, with pauses between two looks.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(350);
    private static readonly (TimeSpan Shortest, TimeSpan Longest) Pause = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));

    /// <summary>A local ECS has no one else to serve.</summary>
    private static readonly (TimeSpan Shortest, TimeSpan Longest) LocalPause = (TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(2));

    private readonly CancellationTokenSource ending;
    private readonly List<IEcsClient> clients;
    private readonly ShowServer server;

    private ClusterPage(ShowServer server, List<IEcsClient> clients, CancellationTokenSource ending) =>
        (this.server, this.clients, this.ending) = (server, clients, ending);

    /// <summary>The URL of the page, with its key.</summary>
    public Uri Url => server.Url;

    /// <summary>The frames that were read.</summary>
    public Timeline Timeline => server.Watcher.Timeline;

    /// <summary>Starts a page for clusters.</summary>
    /// <exception cref="EcsException">The port is in use, or not allowed.</exception>
    public static async Task<ClusterPage> Start(EcsClientSettings settings, IReadOnlyList<string> clusterArns, int port, bool records)
    {
        var ending = new CancellationTokenSource();
        var clients = clusterArns.Select(arn => EcsArn.TryParse(arn, out var parts) ? parts.Region : settings.Region).Distinct()
            .Select(region => (Region: region, Client: Clients.Factory.Create(settings with { Region = region }))).ToList();
        var local = await LocalWorld.Find(clients[0].Client.Endpoint);
        var calls = clients.ToDictionary(client => client.Region ?? "", client =>
            new PacedCalls(client.Client, local is null ? Gap : TimeSpan.Zero, ending.Token));
        var places = clusterArns.ToDictionary(EcsArn.IdOf, arn =>
            ((IEcsCalls)calls[EcsArn.TryParse(arn, out var parts) ? parts.Region : settings.Region ?? ""], arn));
        var watcher = new Watcher(
            [.. places.Values.Select(place => new ClusterWatch(place.Item1, place.arn))],
            local is null ? Now : local.Look,
            local is null ? Pause : LocalPause,
            records);
        try
        {
            var server = new ShowServer(
                port,
                watcher,
                new Details(places, new TaskLog(region =>
                    Clients.Factory.Create(settings with { Region = region }, LogsOperations.Service))),
                local is null ? null : new LocalActions(local, places, watcher.Nudge),
                () => calls.Values.Sum(one => one.Count));
            if (records) await watcher.Timeline.WhenAfter(0); // there is something to export when the cmdlet returns
            return new(server, [.. clients.Select(client => client.Client)], ending);
        }
        catch (IOException e)
        {
            watcher.Dispose();
            throw new EcsException("PortInUse", e.Message, e);
        }
    }

    /// <summary>Ends the page.</summary>
    public void Dispose()
    {
        ending.Cancel();
        server.Dispose();
        foreach (var client in clients) client.Dispose();
    }

    private static Task<Moment> Now() => Task.FromResult(new Moment(DateTimeOffset.UtcNow, null));
}
