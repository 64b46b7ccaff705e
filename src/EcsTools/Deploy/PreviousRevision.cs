using System.Collections;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>A service revision that was deployed successfully before the one that is deployed now.</summary>
/// <param name="request">The update that is to bring it back.</param>
/// <param name="to">Which one: by its task definition or its own ARN; null for the last one that differs.</param>
/// <param name="calls">How ECS is asked.</param>
internal sealed class PreviousRevision(UpdateServiceRequest request, string? to, JobCalls calls)
{
    /// <summary>The settings that a service revision contains and an update can set.</summary>
    private static readonly List<(MemberShape Asked, MemberShape Kept)> Shared =
    [
        .. from asked in Operations.UpdateService.Request.Members
           let kept = ((IStructure)new ServiceRevision()).GetShape().Find(asked.WireName)
           where kept is not null
           select (asked, kept),
    ];

    /// <summary>The task definition to register again, because it is INACTIVE and ECS deploys only what is ACTIVE.</summary>
    private RegisterTaskDefinitionRequest? inactive;

    /// <summary>The revision that was registered for the update.</summary>
    public string? Registered { get; private set; }

    /// <summary>Fills the update with the differences, and describes it.</summary>
    /// <exception cref="EcsException">The revision doesn't exist.</exception>
    public async Task<string> Restore()
    {
        var (now, before) = await Find();
        foreach (var (asked, kept) in Differences(now, before)) asked.Set(request, kept.Get(before) ?? Nothing(asked));
        if (request.TaskDefinition is { } definition) inactive = await IfInactive(definition);
        else if (!Differences(now, before).Any()) request.TaskDefinition = now.TaskDefinition; // the service has it already
        var again = inactive is null ? "" : ", which is INACTIVE and is registered again";
        return $"Roll back from {EcsArn.IdOf(now.TaskDefinition ?? "")} to {EcsArn.IdOf(before.TaskDefinition ?? "")}{again}: {Naming.Changes(request, "service", "cluster")}";
    }

    /// <summary>Registers the task definition again where that is needed.</summary>
    public async Task Prepare()
    {
        if (inactive is not null) request.TaskDefinition = Registered = (await Registration.Register(inactive, calls)).TaskDefinitionArn;
    }

    /// <summary>The revision that runs now, and the one to go back to. The newest are asked for first.</summary>
    private async Task<(ServiceRevision Now, ServiceRevision Before)> Find()
    {
        var records = await Records();
        if (records.Count == 0) throw None();
        var arns = records
            .Where(record => record.Status == ServiceDeploymentStatus.Successful)
            .Select(record => record.TargetServiceRevisionArn);
        ServiceRevision? now = null;
        foreach (var some in arns
            .Prepend(await Present(records[0]))
            .OfType<string>()
            .Distinct()
            .Chunk(Operations.DescribeServiceRevisions.BatchSize))
        {
            var revisions = await Revisions(some);
            now ??= revisions.FirstOrDefault() is { } first && first.ServiceRevisionArn == some[0] ? first : throw None();
            if (revisions.Find(revision => to is null ? Differences(now, revision).Any() : IsMeant(revision)) is { } before)
                return (now, before);
        }

        throw None();
    }

    private bool IsMeant(ServiceRevision revision) =>
        to == revision.ServiceRevisionArn || to == revision.TaskDefinition
            || EcsArn.IdOf(revision.TaskDefinition ?? "") is var name && (name == to || name.EndsWith($":{to}", StringComparison.Ordinal));

    /// <summary>The list entries of the deployments, newest first.</summary>
    private async Task<List<ServiceDeploymentBrief>> Records()
    {
        var listed = await calls.All(Operations.ListServiceDeployments, new() { Cluster = request.Cluster, Service = request.Service });
        return [.. listed.OrderByDescending(record => record.CreatedAt)];
    }

    /// <summary>The revision that the service runs now: the one that the newest deployment brought, or went back to.</summary>
    private async Task<string?> Present(ServiceDeploymentBrief newest)
    {
        if (newest.Status?.StartsWith("ROLLBACK", StringComparison.Ordinal) != true) return newest.TargetServiceRevisionArn;
        var described =
            await calls.Send(Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [newest.ServiceDeploymentArn!] });
        return described.ServiceDeployments?.FirstOrDefault()?.Rollback?.ServiceRevisionArn ?? newest.TargetServiceRevisionArn;
    }

    /// <summary>The revisions, in the order in which they were asked for.</summary>
    private async Task<List<ServiceRevision>> Revisions(string[] arns)
    {
        var described = (await calls.Send(
            Operations.DescribeServiceRevisions, new() { ServiceRevisionArns = [.. arns] })).ServiceRevisions ?? [];
        return [.. arns.Select(arn => described.Find(revision => revision.ServiceRevisionArn == arn)).OfType<ServiceRevision>()];
    }

    /// <summary>The request that registers a task definition again if it is INACTIVE; null if it is ACTIVE.</summary>
    private async Task<RegisterTaskDefinitionRequest?> IfInactive(string definition)
    {
        try
        {
            var described = await calls.Send(Operations.DescribeTaskDefinition, new()
            {
                TaskDefinition = definition,
                Include = [TaskDefinitionField.Tags],
            });
            if (described.TaskDefinition!.Status == TaskDefinitionStatus.Active) return null;
            described.TaskDefinition.Tags = described.Tags;
            return Registration.Of(described.TaskDefinition);
        }
        catch (EcsException e) when (e.ErrorCode == "ClientException")
        {
            throw new EcsException(
                "RevisionDeleted", $"The service can't be rolled back to {EcsArn.IdOf(definition)}, because it was deleted.", e);
        }
    }

    private static IEnumerable<(MemberShape Asked, MemberShape Kept)> Differences(ServiceRevision one, ServiceRevision other) =>
        Shared.Where(member => Text(member.Kept.Get(one)) != Text(member.Kept.Get(other)));

    /// <summary>The value that removes a setting that the other revision doesn't have.</summary>
    internal static object? Nothing(MemberShape asked) =>
        asked.Value.Kind == ValueKind.List ? Activator.CreateInstance(asked.Value.Type) : null;

    internal static string Text(object? value) => value switch
    {
        IStructure structure => JsonText.Of(structure),
        IList list => string.Concat(list.Cast<IStructure>().Select(JsonText.Of)),
        _ => value?.ToString() ?? "",
    };

    private EcsException None() => to is null
        ? new("NoPreviousRevision", "No other revision was deployed successfully before, so the service can't be rolled back.")
        : new(
            "NoPreviousRevision",
            $"No revision with {EcsArn.IdOf(to)} was deployed successfully in the deployments that ECS still lists. Deploy it with Update-EcsService -TaskDefinition.");
}
