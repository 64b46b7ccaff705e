using EcsTools.Forecast.Descriptions;
using EcsTools.Model;
using EcsTools.Show.Pictures;

namespace EcsTools.Show.Reading;

/// <summary>Reads clusters with everything that a copy requires. A part that can't be read is named and omitted.</summary>
internal sealed class RegionReader(IEcsCalls calls)
{
    private static readonly List<string> Tags = ["TAGS"], Everything = ["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "TAGS"];

    private readonly EcsReader reader = new(calls);
    private readonly FeatureReader features = new(calls, new(calls));
    private readonly List<string> notRead = [];

    /// <summary>Reads clusters by name or ARN; none is all clusters of the region.</summary>
    /// <exception cref="EcsException">The clusters themselves can't be read.</exception>
    public async Task<DescribedRegion> Read(IReadOnlyList<string> names, DateTimeOffset now)
    {
        var clusters = await Clusters(names);
        _ = EcsArn.TryParse(clusters[0].ClusterArn, out var arn);
        var described = new List<DescribedCluster>();
        foreach (var cluster in clusters) described.Add(await Cluster(cluster, now));
        var (definitions, tags, last) = await TaskDefinitions(described);
        foreach (var definition in described
            .SelectMany(cluster => cluster.DaemonTaskDefinitions)
            .Select(definition => definition.DaemonTaskDefinitionArn!))
            tags[definition] = await Try($"the tags of {EcsArn.IdOf(definition)}", async () =>
                (await calls.Send(Operations.ListTagsForResource, new() { ResourceArn = definition })).Tags ?? []);
        for (var i = 0; i < described.Count; i++)
            described[i] = Whole(described[i] with { TaskDefinitions = i == 0 ? definitions : [] }, definitions);
        return new()
        {
            Account = arn.Account,
            Region = arn.Region,
            Now = now,
            Clusters = described,
            Gateways = await Try("gateways", () => features.Gateways([.. described.Select(cluster => cluster.Cluster.ClusterArn!)])),
            TaskDefinitionTags = tags,
            LastRevisions = last,
            Settings = await Try("account settings", () =>
                reader.All(Operations.ListAccountSettings, new() { EffectiveSettings = true }, pageSize: 10)),
            NotRead = notRead,
        };
    }

    private async Task<List<Cluster>> Clusters(IReadOnlyList<string> names)
    {
        if (names.Count == 0) names = await reader.All(Operations.ListClusters, new());
        var (found, missing) = (new List<Cluster>(), new List<string>());
        await foreach (var answer in EcsReader.Describe(names.Stream(), Operations.DescribeClusters, (some, _) =>
            calls.Send(Operations.DescribeClusters, new() { Clusters = some, Include = Everything })))
        {
            found.AddRange(answer.Clusters ?? []);
            missing.AddRange((answer.Failures ?? []).Select(failure => EcsArn.IdOf(failure.Arn ?? "?")));
        }

        if (missing.Count > 0)
            throw new EcsException("ClusterNotFoundException", $"The cluster {string.Join(", ", missing)} was not found.");
        return found.Count > 0 ? found : throw new EcsException("NothingToCopy", "The region has no cluster.");
    }

    private async Task<DescribedCluster> Cluster(Cluster cluster, DateTimeOffset now)
    {
        var (arn, name) = (cluster.ClusterArn!, cluster.ClusterName);
        var instances = await Try($"the container instances of {name}", () => reader.Instances(arn, Tags));
        var services = await Try($"the services of {name}", () => reader.Services(arn, Tags));
        var tasks = await Try($"the tasks of {name}", () => reader.AllTasks(arn, isKnown: null, Tags));
        services.AddRange(await Try($"the draining services of {name}", () => Draining(arn, services, tasks)));
        var running = tasks
            .Where(task => TaskGroup.ServiceOf(task.Group) is not null && task.LastStatus != "STOPPED")
            .Select(task => task.TaskArn!)
            .ToList();
        var records = await Try($"the service deployments of {name}", () => ServiceDeployments(services));
        var daemons = await Try($"the daemons of {name}", () => features.Daemons(arn));
        var providers = (cluster.CapacityProviders ?? []).Where(provider => !provider.StartsWith("FARGATE", StringComparison.Ordinal));
        return new()
        {
            Cluster = cluster,
            Now = now,
            Instances = instances,
            Services = services,
            Tasks = tasks,
            ServiceDeployments = records,
            ServiceRevisions = await Try($"the service revisions of {name}", () => Revisions(services, records)),
            CapacityProviders = await Try($"the capacity providers of {name}", () => reader.CapacityProviders(providers, Tags)),
            Daemons = daemons,
            DaemonTaskDefinitions = await Try($"the daemon task definitions of {name}", () => features.DaemonTaskDefinitions(daemons)),
            ExpressServices = await Try($"the Express services of {name}", () => features.ExpressServices(services)),
            Protections = await Try($"the task protection of {name}", () => reader.Protections(arn, running)),
        };
    }

    /// <summary>The deleted services that still have tasks. ECS doesn't list them, but their tasks name them.</summary>
    private async Task<List<Service>> Draining(string cluster, List<Service> listed, List<EcsTask> tasks)
    {
        var named = tasks
            .Where(task => task.LastStatus != "STOPPED")
            .Select(task => TaskGroup.ServiceOf(task.Group))
            .OfType<string>()
            .Distinct()
            .Except(listed.Select(service => service.ServiceName!));
        return (await reader.Services(cluster, named, Tags)).FindAll(service => service.Status == "DRAINING");
    }

    private async Task<List<ServiceDeployment>> ServiceDeployments(List<Service> services)
    {
        var listed = await Task.WhenAll(services
            .Where(service => service.Deployments is { Count: > 0 })
            .Select(service =>
                reader.All(Operations.ListServiceDeployments, new() { Cluster = service.ClusterArn, Service = service.ServiceArn })));
        return await reader.ServiceDeployments(listed.SelectMany(briefs => briefs).Select(brief => brief.ServiceDeploymentArn!));
    }

    /// <summary>The revisions that services have or that their deployments name.</summary>
    private Task<List<ServiceRevision>> Revisions(List<Service> services, List<ServiceDeployment> deployments)
    {
        var named = services.SelectMany(service => service.CurrentServiceRevisions ?? []).Select(summary => summary.Arn)
            .Concat(deployments.SelectMany(deployment =>
                (deployment.SourceServiceRevisions ?? [])
                    .Select(source => source.Arn)
                    .Append(deployment.TargetServiceRevision?.Arn)
                    .Append(deployment.Rollback?.ServiceRevisionArn)))
            .OfType<string>().Distinct();
        return reader.ServiceRevisions(named);
    }

    /// <summary>The task definitions in use, and the newest of their families, with tags; and the last number of each family.</summary>
    private async Task<(List<TaskDefinition> Definitions, Dictionary<string, List<Tag>> Tags, Dictionary<string, int> Last)>
        TaskDefinitions(List<DescribedCluster> clusters)
    {
        var used = clusters.SelectMany(cluster => cluster.Tasks.Select(task => task.TaskDefinitionArn)
                .Concat(cluster.Services.SelectMany(service =>
                    (service.Deployments ?? [])
                        .Select(deployment => deployment.TaskDefinition)
                        .Concat((service.TaskSets ?? []).Select(set => set.TaskDefinition))
                        .Append(service.TaskDefinition)))
                .Concat(cluster.ServiceRevisions.Select(revision => revision.TaskDefinition)))
            .Where(arn => EcsArn.TryParse(arn, out var parts) && parts.ResourceType == "task-definition").OfType<string>().ToHashSet();
        var last = new Dictionary<string, int>();
        foreach (var newest in await Task.WhenAll(used.Select(Family).Distinct().Select(Newest)))
        {
            used.UnionWith(newest.Take(1).OfType<string>());
            foreach (var arn in newest.OfType<string>()) last[Family(arn)] = Math.Max(last.GetValueOrDefault(Family(arn)), Number(arn));
        }

        var answers = await Try("task definitions", () => reader.TaskDefinitionsWith(used, Tags));
        return ([.. answers.Select(answer => answer.TaskDefinition!)], answers.ToDictionary(
            answer => answer.TaskDefinition!.TaskDefinitionArn!, answer => answer.Tags ?? []), last);
    }

    /// <summary>The newest ACTIVE revision of a family, and the newest INACTIVE one, which can have a higher number.</summary>
    private async Task<string?[]> Newest(string family)
    {
        var found = await Try($"the revisions of {family}", async () =>
            (await Task
                .WhenAll(new[] { TaskDefinitionStatus.Active, TaskDefinitionStatus.Inactive }.Select(status => NewestOf(family, status))))
                .ToList());
        return [.. found];
    }

    // One page of one: the rest of the list is not asked for.
    private async Task<string?> NewestOf(string family, string status)
    {
        var request = new ListTaskDefinitionsRequest { FamilyPrefix = family, Status = status, Sort = SortOrder.Desc };
        await foreach (var arn in Operations.ListTaskDefinitions.All(request, calls.Send, pageSize: 1, readsAhead: false)) return arn;
        return null;
    }

    // A service whose task definition can't be read would have nothing to start.
    private DescribedCluster Whole(DescribedCluster cluster, List<TaskDefinition> definitions)
    {
        var known = definitions.Select(definition => definition.TaskDefinitionArn).ToHashSet();
        var broken = cluster.Services
            .Where(service => (service.Deployments ?? []).Exists(deployment => !known.Contains(deployment.TaskDefinition)))
            .ToList();
        notRead.AddRange(broken.Select(service =>
            $"the service {service.ServiceName} of {cluster.Cluster.ClusterName}: its task definition can't be read"));
        return broken.Count == 0 ? cluster : cluster with { Services = [.. cluster.Services.Except(broken)] };
    }

    private async Task<List<T>> Try<T>(string what, Func<Task<List<T>>> read)
    {
        try
        {
            return await read();
        }
        catch (EcsException e) when (!e.IsThrottling && e.StatusCode is >= 400 and < 500)
        {
            lock (notRead) notRead.Add($"{what}: {e.Message}");
            return [];
        }
    }

    private static string Family(string arn) => EcsArn.IdOf(arn).Split(':')[0];

    private static int Number(string arn) => int.Parse(EcsArn.IdOf(arn).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
}
