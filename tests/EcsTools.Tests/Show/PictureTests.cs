using CsCheck;
using EcsTools.Forecast.Descriptions;
using EcsTools.Model;
using EcsTools.Show.Pictures;
using EcsTools.Show.Timelines;
using EcsTools.Tests.Local;

namespace EcsTools.Tests.Show;

/// <summary>The picture of a cluster, over random histories: what is drawn is what is, nothing overlaps, sums are right.</summary>
public class PictureTests
{
    private const double Tolerance = 1e-6;

    private static readonly Gen<History> Histories =
        from instances in Gen.Int[0, 8]
        from services in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 12]).Array[1, 4]
        from changes in Gen.Select(Gen.Int[0, 6], Gen.Int[0, 20]).Array[0, 6]
        select new History(instances, services, changes);

    [Fact]
    public void A_picture_shows_what_is_described() => Histories.Try(
        history =>
        {
            using var world = new EngineWorld();
            var timeline = new Timeline(mostChanges: 300);
            var (shown, number) = (new Dictionary<FrameKey, byte[]>(), -1L);
            history.Play(world, () =>
            {
                var seen = See(world);
                var picture = Picture.Of(seen);
                CheckContents(seen, picture);
                CheckPlaces(picture);
                CheckSums(seen, picture);
                var frame = Frame.Of(world.Engine.Now, picture.All());
                timeline.Add(frame);
                Follow(timeline, shown, ref number);
                Assert.Equal(frame.Items.Keys.ToHashSet(), shown.Keys.ToHashSet());
                Assert.All(shown, item => Assert.True(item.Value.AsSpan().SequenceEqual(frame.Items[item.Key]), $"{item.Key} is shown as it was."));
            });
        },
        iter: 150);

    [Fact]
    public void A_wait_has_the_reason_that_the_service_reports()
    {
        using var world = new EngineWorld();
        world.AddInstances(1);
        world.Define("large", 400);
        world.Call(new CreateServiceRequest { ServiceName = "web", TaskDefinition = "large", DesiredCount = 5 });
        world.Live(TimeSpan.FromMinutes(2), () => { });

        var wait = Assert.Single(Picture.Of(See(world)).Waiting);

        Assert.Equal((3, "web"), (wait.Count, wait.Service));
        Assert.Contains("unable to place a task", wait.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rollout_and_a_drain_are_marks_with_a_beginning_and_an_end()
    {
        using var world = new EngineWorld();
        world.AddInstances(3);
        world.Define("small", 60);
        world.Call(new CreateServiceRequest { ServiceName = "web", TaskDefinition = "small", DesiredCount = 3 });
        var marks = new Marks();
        void Look() => marks.Note(world.Engine.Now, Marks.In(Picture.Of(See(world))));
        world.Live(TimeSpan.FromMinutes(5), Look);
        world.Call(new UpdateContainerInstancesStateRequest { Status = "DRAINING", ContainerInstances = [world.Cluster.Registered[0].Id] });
        world.Live(TimeSpan.FromMinutes(5), Look);

        Assert.Equal(["rollout", "drain"], marks.All.Select(mark => mark.Kind));
        Assert.True(marks.All[0].To > marks.All[0].From);
        Assert.Null(marks.All[1].To);
    }

    [Fact]
    public void A_step_is_as_large_as_the_change_and_not_as_the_cluster()
    {
        using var world = new EngineWorld();
        world.AddInstances(12);
        world.Define("small", 60);
        world.Call(new CreateServiceRequest { ServiceName = "web", TaskDefinition = "small", DesiredCount = 90 });
        world.Live(TimeSpan.FromMinutes(10), () => { });
        var timeline = new Timeline();
        void Look() => timeline.Add(Frame.Of(world.Engine.Now, Picture.Of(See(world)).All()));
        Look();
        world.Call(new StopTaskRequest { Task = world.Cluster.Tasks.First(task => task.IsRunning).Id });
        world.Live(TimeSpan.FromMinutes(5), Look);

        var (whole, steps) = (timeline.After(-1).Changes[0], timeline.After(-1).Changes.Skip(1));
        Assert.True(whole.Set.Count > 100);
        Assert.All(steps, step => Assert.InRange(step.Set.Count + step.Gone.Count, 1, 30)); // the tasks of two instances, the instances, zones, cluster, service, and events
    }

    [Fact]
    public async Task A_page_that_has_seen_nothing_waits_for_the_first_frame()
    {
        using var world = new EngineWorld();
        world.AddInstances(1);
        var timeline = new Timeline();

        var first = timeline.WhenAfter(-1);
        Assert.False(first.IsCompleted);
        timeline.Add(Frame.Of(world.Engine.Now, Picture.Of(See(world)).All()));
        await first;
    }

    [Fact]
    public void An_event_of_many_tasks_shows_its_beginning()
    {
        using var world = new EngineWorld();
        world.AddInstances(12);
        world.Define("small", 60);
        world.Call(new CreateServiceRequest { ServiceName = "web", TaskDefinition = "small", DesiredCount = 90 });
        world.Live(TimeSpan.FromMinutes(1), () => { });

        var started = Picture.Of(See(world)).Events.Single(e => e.Message.StartsWith("(service web) has started 90 tasks: (task ", StringComparison.Ordinal));

        Assert.EndsWith("…", started.Message, StringComparison.Ordinal);
        Assert.InRange(started.Message.Length, 400, 600);
    }

    // Like a page that polls rarely, and can miss steps that were removed.
    private static void Follow(Timeline timeline, Dictionary<FrameKey, byte[]> shown, ref long number)
    {
        var (isWhole, changes) = timeline.After(number);
        if (isWhole) shown.Clear();
        foreach (var change in changes)
        {
            change.Apply(shown);
            number = change.Number;
        }
    }

    private static DescribedCluster See(EngineWorld world)
    {
        var described = world.Describe();
        return described with { Tasks = DescribedWorld.Tasks(world) };
    }

    private static void CheckContents(DescribedCluster seen, Picture picture)
    {
        Assert.Equal(seen.Instances.Select(instance => EcsArn.IdOf(instance.ContainerInstanceArn!)).Order(), picture.Instances.Select(instance => instance.Id).Order());
        Assert.Equal(seen.Services.Select(service => service.ServiceName).Order(), picture.Services.Select(service => service.Name).Order());
        var alive = seen.Tasks.Where(task => task.LastStatus != "STOPPED").ToDictionary(task => EcsArn.IdOf(task.TaskArn!));
        Assert.Equal(alive.Keys.Order(), picture.Tasks.Where(task => task.Status != "STOPPED").Select(task => task.Id).Order());
        foreach (var drawn in picture.Tasks.Where(task => task.Status != "STOPPED"))
        {
            var task = alive[drawn.Id];
            Assert.Equal((task.LastStatus, task.DesiredStatus, EcsArn.IdOf(task.TaskDefinitionArn!)), (drawn.Status, drawn.Desired, drawn.Revision));
            Assert.Equal(task.ContainerInstanceArn is { } arn ? EcsArn.IdOf(arn) : null, drawn.Instance);
            Assert.Equal(task.ContainerInstanceArn is not null, drawn.At is not null);
        }
    }

    private static void CheckPlaces(Picture picture)
    {
        foreach (var zone in picture.Zones) CheckWithin(picture.Instances.Where(instance => instance.Zone == zone.Name).Select(instance => instance.At), zone.Width, zone.Height);
        foreach (var instance in picture.Instances) CheckWithin(picture.Tasks.Where(task => task.Instance == instance.Id && task.At is not null).Select(task => task.At!.Value), instance.At.Width, instance.At.Height);
    }

    private static void CheckWithin(IEnumerable<Block> blocks, double width, double height)
    {
        var all = blocks.ToList();
        Assert.All(all, block => Assert.True(block is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && block.Right <= width + Tolerance && block.Bottom <= height + Tolerance, $"{block} is outside of {width} x {height}"), throwIfEmpty: false);
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = 0; j < i; j++) Assert.False(Overlap(all[i], all[j]), $"{all[i]} overlaps {all[j]}");
        }
    }

    private static bool Overlap(Block one, Block other) =>
        one.X < other.Right - Tolerance && other.X < one.Right - Tolerance && one.Y < other.Bottom - Tolerance && other.Y < one.Bottom - Tolerance;

    private static void CheckSums(DescribedCluster seen, Picture picture)
    {
        Assert.Equal((seen.Instances.Count, seen.Services.Count), (picture.Cluster.Instances, picture.Cluster.Services));
        Assert.Equal(seen.Cluster.RunningTasksCount, picture.Cluster.Running);
        Assert.Equal(seen.Instances.Count, picture.Zones.Sum(zone => zone.Instances));
        Assert.Equal(1000 * seen.Instances.Count, picture.Cluster.Cpu.Total);
        Assert.Equal(picture.Tasks.Where(task => task.At is not null).Sum(task => task.Cpu), picture.Cluster.Cpu.Used);
        Assert.Equal(picture.Tasks.Count(task => task.At is not null), picture.Zones.Sum(zone => zone.Tasks));
    }

    private sealed record History(int Instances, (int Kind, int Count)[] Services, (int Kind, int Amount)[] Changes)
    {
        private static readonly string[] Families = ["small", "large", "port", "medium"];

        public void Play(EngineWorld world, Action look)
        {
            world.AddInstances(Instances);
            if (Instances == 0) world.Call(new CreateClusterRequest());
            world.Define("small", 60);
            world.Define("medium", 0);
            world.Define("large", 400);
            world.Define("port", 10, hostPort: 8080);
            for (var i = 0; i < Services.Length; i++) world.Call(new CreateServiceRequest { ServiceName = $"s{i}", TaskDefinition = Families[Services[i].Kind], DesiredCount = Services[i].Count });
            world.Live(TimeSpan.FromSeconds(7), look);
            foreach (var (kind, amount) in Changes)
            {
                world.Call(Change(world, kind, amount));
                world.Live(TimeSpan.FromSeconds(amount * 3), look);
                look();
            }
        }

        private static IStructure Change(EngineWorld world, int kind, int amount) => kind switch
        {
            0 => new UpdateServiceRequest { Service = "s0", DesiredCount = amount },
            1 => new UpdateServiceRequest { Service = "s0", ForceNewDeployment = true },
            2 when world.Cluster.Tasks.FirstOrDefault(task => task.IsRunning) is { } task => new StopTaskRequest { Task = task.Id },
            3 when world.Cluster.Registered.Count > 0 => new UpdateContainerInstancesStateRequest { Status = "DRAINING", ContainerInstances = [world.Cluster.Registered[amount % world.Cluster.Registered.Count].Id] },
            4 when world.Cluster.Registered.Count > 0 => new DeregisterContainerInstanceRequest { ContainerInstance = world.Cluster.Registered[amount % world.Cluster.Registered.Count].Id, Force = true },
            5 => new DeleteServiceRequest { Service = "s1", Force = true },
            _ => new RunTaskRequest { TaskDefinition = "small", Count = 1 + amount % 5 },
        };

        public override string ToString() => $"{Instances} instances, services {string.Join(' ', Services)}, changes {string.Join(' ', Changes)}";
    }
}
