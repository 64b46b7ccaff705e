using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>That the agent of an instance has been updated.</summary>
internal sealed class AgentGoal(ContainerInstance updated) : InstanceGoal(updated.ClusterArn, updated.ContainerInstanceArn!)
{
    public override ValueTask<Verdict> Judge(ContainerInstance seen, JobCalls calls) => new(seen switch
    {
        _ when seen.Version < updated.Version => new Verdict.GoOn("not started"), // what was written is not yet read
        { AgentUpdateStatus: AgentUpdateStatus.Updated } => new Verdict.Done(),
        { AgentUpdateStatus: AgentUpdateStatus.Failed } => new Verdict.Failed(
            "AgentUpdateFailed", $"the agent wasn't updated and is still {seen.VersionInfo?.AgentVersion}", "See the log of the agent on the instance, and then update it again."),
        _ => new Verdict.GoOn($"{seen.AgentUpdateStatus}{(seen.AgentConnected == false ? ", not connected" : "")}"),
    });
}
