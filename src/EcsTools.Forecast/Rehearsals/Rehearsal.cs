using EcsTools.Forecast.Descriptions;
using EcsTools.Forecast.Placement;
using EcsTools.Local;
using EcsTools.Local.Api;
using EcsTools.Local.Engine;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Forecast.Rehearsals;

/// <summary>
/// Tries a change out on a copy of a cluster in memory: the copy is a local ECS whose clock runs ahead, so that what it then does is what
/// the local ECS always does. Tasks come to run as usual; what is beyond the cluster (alarms, hooks, images) is not known to it.
/// </summary>
public sealed class Rehearsal : IDisposable
{
    /// <summary>How far it looks ahead.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    // An account may have a higher quota than others; this is only to keep a forecast from taking all memory.
    private const int HighestQuota = 50_000;

    private readonly ManualClock clock;
    private readonly EcsEngine engine;
    private readonly EcsArn arn;
    private readonly DescribedCluster described;

    /// <summary>Creates the copy.</summary>
    /// <exception cref="EcsException">The descriptions are inconsistent: something changed while they were read.</exception>
    public Rehearsal(DescribedCluster described)
    {
        ArgumentNullException.ThrowIfNull(described);
        this.described = described;
        _ = EcsArn.TryParse(described.Cluster.ClusterArn, out arn);
        clock = new ManualClock(described.Now);
        engine = new EcsEngine(clock, DescribedState.Seed, new Dispatcher()) { TasksPerService = HighestQuota };
        try
        {
            Cluster = Run(region => DescribedState.Fill(engine, region, described));
        }
        catch (StateException e)
        {
            throw new EcsException("Inconsistent", $"The cluster changed while it was read: {e.Message}.", e);
        }
    }

    internal ClusterState Cluster { get; }

    /// <summary>Makes changes at once, and looks what becomes of each service that starts or stops a task, or is named.</summary>
    /// <exception cref="EcsException">A change is refused.</exception>
    public IReadOnlyList<ServiceForecast> Try(IEnumerable<IStructure> requests, params string[] services)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var all = requests.ToList();
        var origin = new ForecastOrigin(described, [.. all.Select(request => request.Copy())]);
        var watch = new RehearsalWatch(Cluster, clock.GetUtcNow());
        Play(all, () => watch.Observe(engine));
        return Run(_ => watch.Forecasts(services).Select(forecast => forecast with { Origin = origin }).ToList());
    }

    /// <summary>Makes changes at once, and shows the cluster before them, after them, and whenever something has happened.</summary>
    /// <exception cref="EcsException">A change is refused.</exception>
    internal void Watch(IEnumerable<IStructure> requests, Action<DescribedCluster> look)
    {
        look(Run(_ => SeenCluster.Of(Cluster, engine.Now)));
        Play(requests, () => look(SeenCluster.Of(Cluster, engine.Now)));
    }

    /// <summary>Places tasks that are only thought of: what fits into the cluster as a whole, then on each instance.</summary>
    /// <exception cref="EcsException">The question names something that is not there.</exception>
    public IReadOnlyList<PlacementFit> Place(PlacementQuestion question) =>
        Refusing("RunTask", () => Run(region => new PlacementRehearsal(new Call(engine, region, ""), Cluster, question).Answer()));

    /// <summary>The ARNs of the tasks on an instance that have not stopped.</summary>
    public IReadOnlyList<string> TasksOn(string containerInstance) =>
        Run(_ =>
            Cluster.Instances.Find(EcsArn.IdOf(containerInstance))?.Tasks
                .Where(task => !task.IsStopped)
                .Select(task => task.Resource.TaskArn!)
                .ToList()
                ?? []);

    /// <summary>Ends the copy.</summary>
    public void Dispose() => engine.Dispose();

    private void Play(IEnumerable<IStructure> requests, Action look)
    {
        foreach (var request in requests) Make(request);
        var end = clock.GetUtcNow() + Horizon;
        while (engine.NextWork is { } next && next <= end)
        {
            if (next > clock.GetUtcNow()) clock.Advance(next - clock.GetUtcNow());
            Run(_ => // also when the moment is this one
            {
                look();
                return true;
            });
        }
    }

    private void Make(IStructure request)
    {
        var operation = request.GetType().Name[..^"Request".Length];
        Refusing(operation, () => Run(region => Handlers.Find(operation)!.Handle(new Call(engine, region, ""), request)));
    }

    private static T Refusing<T>(string operation, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (EcsFault refused)
        {
            throw new EcsException(refused.Type, refused.Message) { Operation = operation };
        }
    }

    private T Run<T>(Func<RegionState, T> action) => engine.Run(arn.Account, arn.Region, action);
}
