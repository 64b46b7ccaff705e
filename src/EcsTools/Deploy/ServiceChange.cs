using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>One update of a service that may bring a revision made for it: like the one that runs, with some changes.</summary>
/// <param name="request">The update. It gets the new revision.</param>
/// <param name="change">The change of the revision.</param>
/// <param name="calls">How ECS is asked.</param>
internal sealed class ServiceChange(UpdateServiceRequest request, TaskDefinitionChange change, JobCalls calls)
{
    /// <summary>The revision to register; null until it was checked, or if the service keeps an existing one.</summary>
    public RegisterTaskDefinitionRequest? Made { get; private set; }

    /// <summary>The service before the update; null until it was looked at.</summary>
    public Service? Before { get; private set; }

    /// <summary>The revision that was registered for the update.</summary>
    public string? Registered { get; private set; }

    /// <summary>Reads the service's revision, and describes the change.</summary>
    public async Task<string> LookUp()
    {
        var origin = request.TaskDefinition ?? await Running();
        var name = EcsArn.IdOf(origin);
        var like = await TaskDefinitionSource.OfRevision(origin).Read(calls);
        var changed = change.Applied(like, name);
        var differences = TaskDefinitionDifferences.Between(like, changed);
        if (differences.Count > 0) Made = changed;
        return (Made is null
            ? $"Deploy {name} without changes"
            : $"Deploy a revision like {name} with{TaskDefinitionDifferences.Format(differences)}") + Others();
    }

    /// <summary>Registers the new revision, and keeps the previous one if it's needed later.</summary>
    public async Task Prepare(bool remembers)
    {
        if (remembers) await Running();
        if (Made is not null) request.TaskDefinition = Registered = (await Registration.Register(Made, calls)).TaskDefinitionArn;
    }

    private async Task<string> Running() =>
        (Before ??= await RunningServices.Describe(request.Cluster, request.Service!, calls)).TaskDefinition
            ?? throw new EcsException(
                "NoRevision",
                "The service has no task definition of its own, but its task sets have. Create another one with New-EcsTaskSet.");

    /// <summary>The other changes of the update.</summary>
    private string Others()
    {
        string[] shown = ["service", "cluster", "taskDefinition"];
        return Operations.UpdateService.Request.Members.Any(member => !shown.Contains(member.WireName) && member.Get(request) is not null)
            ? $"{Environment.NewLine}  {Naming.Changes(request, shown)}"
            : "";
    }
}
