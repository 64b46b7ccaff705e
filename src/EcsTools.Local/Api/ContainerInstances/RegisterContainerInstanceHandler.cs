using EcsTools.Local.Api.AccountSettings;
using EcsTools.Local.Api.Clusters;
using EcsTools.Local.Engine.Capacity;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Instances;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Local.Api.ContainerInstances;

/// <summary>Registers an instance with its resources and attributes; the scheduler uses it immediately.</summary>
internal sealed class RegisterContainerInstanceHandler()
    : Handler<RegisterContainerInstanceRequest, RegisterContainerInstanceResponse>(Operations.RegisterContainerInstance)
{
    protected override RegisterContainerInstanceResponse Handle(Call call, RegisterContainerInstanceRequest request)
    {
        var tags = InstanceGroup.Without(request.Tags);
        Check.Tags(tags);
        var identity = InstanceIdentity.Read(request.InstanceIdentityDocument);
        var cluster = Cluster(call, request.Cluster);
        var instance = request.ContainerInstanceArn is { } arn
            ? Again(cluster, arn, request, identity)
            : Add(call, cluster, request, identity, tags);
        InstanceLifecycle.Registered(call.Engine, instance);
        return new() { ContainerInstance = instance.Describe() };
    }

    // The first instance of an account makes the cluster "default".
    private static ClusterState Cluster(Call call, string? identifier) =>
        call.FindCluster(identifier) is not { IsActive: true } && Identifiers.ClusterName(identifier) == "default"
            ? CreateClusterHandler.Create(call.Region, "default", new CreateClusterRequest())
            : call.Cluster(identifier) is { IsActive: true } cluster ? cluster : throw EcsFault.Client("The referenced cluster was inactive.");

    private static InstanceState Add(
        Call call, ClusterState cluster, RegisterContainerInstanceRequest request, InstanceIdentity identity, List<Tag> tags)
    {
        var id = call.Engine.NewId(cluster);
        var instance = new InstanceState
        {
            Number = call.Engine.NextNumber(),
            Id = id,
            Resource = new ContainerInstance
            {
                ContainerInstanceArn = cluster.Arn("container-instance", id),
                Ec2InstanceId = identity.InstanceId ?? call.Engine.Random.Ec2Id("i"),
                CapacityProviderName = InstanceGroup.ProviderOf(cluster, request.Tags),
                Version = 1,
                VersionInfo = request.VersionInfo ?? new(),
                RegisteredResources = request.TotalResources?.ConvertAll(InstanceType.Whole) ?? [],
                Status = ContainerInstanceStatus.Active,
                AgentConnected = true,
                Attributes = [.. Attributes(call.Region.Region, request, identity), .. Trunk(call)],
                RegisteredAt = call.Now.UtcDateTime,
                Attachments = [],
                Tags = tags,
            },
        };
        cluster.Add(instance);
        return instance;
    }

    /// <summary>An instance that registers while trunking is enabled gets a trunk interface.</summary>
    private static IEnumerable<Attribute> Trunk(Call call) =>
        SettingValues.Effective(call.Region, call.Region.Root, SettingName.AwsvpcTrunking).Value == "enabled"
            ? [new() { Name = InstanceState.TrunkAttribute, Value = call.Engine.Random.Ec2Id("eni") }]
            : [];

    /// <summary>A restarted agent registers its current facts. Attributes that were set in the meantime remain.</summary>
    private static InstanceState Again(
        ClusterState cluster, string arn, RegisterContainerInstanceRequest request, InstanceIdentity identity)
    {
        if (cluster.Instances.Find(Identifiers.Instance(cluster, arn)) is not { IsRegistered: true } instance)
            throw EcsFault.Client($"Referenced container instance {arn} not found.");
        var resource = instance.Resource;
        resource.VersionInfo = request.VersionInfo ?? resource.VersionInfo;
        resource.AgentConnected = true;
        resource.Attributes = [.. Attributes(
            cluster.Region.Region, request, identity).UnionBy(resource.Attributes ?? [], attribute => attribute.Name)];
        resource.Version++;
        instance.LearnAttributes();
        return instance;
    }

    private static List<Attribute> Attributes(string region, RegisterContainerInstanceRequest request, InstanceIdentity identity)
    {
        var all = new List<Attribute>(request.Attributes ?? []);
        if (identity.AvailabilityZone is not null) all.RemoveAll(attribute => attribute.Name == InstanceAttributes.AvailabilityZone);
        Default(InstanceAttributes.AvailabilityZone, identity.AvailabilityZone ?? region + "a");
        Default("ecs.instance-type", identity.InstanceType);
        Default("ecs.ami-id", identity.ImageId);
        Default("ecs.os-type", "linux");
        Default(InstanceAttributes.OsFamily, "LINUX");
        Default(InstanceAttributes.CpuArchitecture, identity.Architecture ?? "x86_64");
        return all;

        void Default(string name, string? value)
        {
            if (value is not null && !all.Exists(attribute => attribute.Name == name)) all.Add(new() { Name = name, Value = value });
        }
    }
}
