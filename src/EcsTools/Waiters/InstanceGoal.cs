using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The goals of waits for container instances.</summary>
internal abstract class InstanceGoal(string? cluster, string instance) : Goal<ContainerInstance>(instance)
{
    protected string? Cluster => cluster;

    public override string Name => $"Container instance {Naming.ShortId(EcsArn.IdOf(Id))}";

    public override async Task<IReadOnlyList<ContainerInstance>> Poll(IReadOnlyList<string> ids, JobCalls calls) =>
        (await calls.Send(
            Operations.DescribeContainerInstances, new() { Cluster = cluster, ContainerInstances = [.. ids] })).ContainerInstances ?? [];

    public override bool Is(ContainerInstance seen) => IsSame(Id, seen.ContainerInstanceArn) || IsSame(Id, seen.Ec2InstanceId);
}
