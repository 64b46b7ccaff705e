using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>That the agent of an instance has been updated.</summary>
internal sealed class AgentGoal(ContainerInstance updated) : InstanceGoal(updated.ClusterArn, updated.ContainerInstanceArn!)
{
    public override ValueTask<WaitResult> Evaluate(ContainerInstance seen, JobCalls calls) => new(seen switch
    {
        _ when seen.Version < updated.Version => new WaitResult.Pending("not started"), // what was written is not yet read
        { AgentUpdateStatus: AgentUpdateStatus.Updated } => new WaitResult.Done(),
        { AgentUpdateStatus: AgentUpdateStatus.Failed } => new WaitResult.Failed(
            "AgentUpdateFailed",
            $"the agent wasn't updated and is still {seen.VersionInfo?.AgentVersion}",
            "See the log of the agent on the instance, and then update it again."),
        _ => new WaitResult.Pending($"{seen.AgentUpdateStatus}{(seen.AgentConnected == false ? ", not connected" : "")}"),
    });
}
