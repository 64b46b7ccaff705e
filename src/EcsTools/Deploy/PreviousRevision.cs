using System.Collections;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Deploy;

/// <summary>The service revision that was deployed successfully before the one that is deployed now.</summary>
/// <param name="request">The update that is to bring it back.</param>
/// <param name="calls">How ECS is asked.</param>
internal sealed class PreviousRevision(UpdateServiceRequest request, Calls calls)
{
    /// <summary>What a revision of a service remembers, and an update can set.</summary>
    private static readonly List<(MemberShape Asked, MemberShape Kept)> Shared =
    [
        .. from asked in Operations.UpdateService.Request.Members
           let kept = ((IStructure)new ServiceRevision()).GetShape().Find(asked.WireName)
           where kept is not null
           select (asked, kept),
    ];

    /// <summary>Fills the update with what differs, and tells what it does.</summary>
    /// <exception cref="EcsException">There is no such revision.</exception>
    public async Task<string> Restore()
    {
        var records = await Records();
        if (records.Count == 0) throw None();
        var arns = records.Where(record => record.Status == ServiceDeploymentStatus.Successful).Select(record => record.TargetServiceRevisionArn);
        var revisions = await Revisions([.. arns.Prepend(await Present(records[0])).OfType<string>().Distinct()]);
        var now = revisions[0];
        var before = revisions.Skip(1).FirstOrDefault(revision => Differences(now, revision).Any()) ?? throw None();
        foreach (var (asked, kept) in Differences(now, before)) asked.Set(request, kept.Get(before) ?? Nothing(asked));
        return $"Go back from {EcsArn.IdOf(now.TaskDefinition ?? "")} to {EcsArn.IdOf(before.TaskDefinition ?? "")}: {Naming.Changes(request, "service", "cluster")}";
    }

    /// <summary>What the list says of each deployment, the newest first.</summary>
    private async Task<List<ServiceDeploymentBrief>> Records()
    {
        var listed = await calls.All(Operations.ListServiceDeployments, new() { Cluster = request.Cluster, Service = request.Service });
        return [.. listed.OrderByDescending(record => record.CreatedAt)];
    }

    /// <summary>The revision that the service runs now: the one that the newest deployment brought, or went back to.</summary>
    private async Task<string?> Present(ServiceDeploymentBrief newest)
    {
        if (newest.Status?.StartsWith("ROLLBACK", StringComparison.Ordinal) != true) return newest.TargetServiceRevisionArn;
        var described = await calls.Send(Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [newest.ServiceDeploymentArn!] });
        return described.ServiceDeployments?.FirstOrDefault()?.Rollback?.ServiceRevisionArn ?? newest.TargetServiceRevisionArn;
    }

    /// <summary>The revisions, in the order in which they were asked for.</summary>
    private async Task<List<ServiceRevision>> Revisions(List<string> arns)
    {
        var described = (await calls.Send(Operations.DescribeServiceRevisions, new() { ServiceRevisionArns = [.. arns.Take(Sizes.Deployments)] })).ServiceRevisions ?? [];
        var found = arns.Select(arn => described.Find(revision => revision.ServiceRevisionArn == arn)).OfType<ServiceRevision>().ToList();
        return found.Count > 0 && found[0].ServiceRevisionArn == arns[0] ? found : throw None();
    }

    private static IEnumerable<(MemberShape Asked, MemberShape Kept)> Differences(ServiceRevision one, ServiceRevision other) =>
        Shared.Where(member => Text(member.Kept.Get(one)) != Text(member.Kept.Get(other)));

    /// <summary>What takes away what the other revision did not have.</summary>
    internal static object? Nothing(MemberShape asked) => asked.Value.Kind == ValueKind.List ? Activator.CreateInstance(asked.Value.Type) : null;

    internal static string Text(object? value) => value switch
    {
        IStructure structure => JsonText.Of(structure),
        IList list => string.Concat(list.Cast<IStructure>().Select(JsonText.Of)),
        _ => value?.ToString() ?? "",
    };

    private static EcsException None() => new("NoPreviousRevision", "No other revision was deployed successfully before, so the service can't be rolled back.");
}
