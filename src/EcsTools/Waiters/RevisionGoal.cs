using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>
/// That the deployment which brings a revision to a service is SUCCESSFUL: where a change is answered with the revision that it made.
/// </summary>
internal sealed class RevisionGoal(string service, string? revision) : ServiceDeploymentGoal(service, ServiceDeploymentStatus.Successful)
{
    private string? deployment;

    public override string Name => $"Service {EcsArn.IdOf(Id)}";

    public override bool Is(ServiceDeployment seen) => true;

    public override async Task<IReadOnlyList<ServiceDeployment>> Poll(IReadOnlyList<string> ids, JobCalls calls)
    {
        deployment ??= await Find(calls);
        return deployment is null ? [] : await Describe([deployment], calls);
    }

    private async Task<string?> Find(JobCalls calls)
    {
        var listed = await calls.All(Operations.ListServiceDeployments, new()
        {
            Service = Id,
            Cluster = EcsArn.TryParse(Id, out var arn) ? arn.ClusterArn : null,
        });
        return listed.Find(one => one.TargetServiceRevisionArn == revision)?.ServiceDeploymentArn;
    }
}
