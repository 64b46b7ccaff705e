using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.DaemonTaskDefinitions;

/// <summary>Lists revisions of daemon task definitions.</summary>
internal sealed class ListDaemonTaskDefinitionsHandler()
    : Handler<ListDaemonTaskDefinitionsRequest, ListDaemonTaskDefinitionsResponse>(Operations.ListDaemonTaskDefinitions)
{
    protected override ListDaemonTaskDefinitionsResponse Handle(Call call, ListDaemonTaskDefinitionsRequest request)
    {
        Check.OneOf(request.Sort, "sort", SortOrder.Asc, SortOrder.Desc);
        Check.OneOf(request.Status, "status", [.. DaemonTaskDefinitionStatusFilter.Values]);
        Check.OneOf(request.Revision, "revision", [.. DaemonTaskDefinitionRevisionFilter.Values]);
        var isDescending = request.Sort == SortOrder.Desc;
        var revisions =
            from family in call.Region.DaemonFamilies
            where (request.Family is null || family.Key == request.Family)
                && family.Key.StartsWith(request.FamilyPrefix ?? "", StringComparison.Ordinal)
            from revision in Revisions(family.Value, request)
            select revision.Resource;
        var (page, next) = Paging.ByName(
            isDescending ? revisions.Reverse() : revisions,
            Key,
            Summary,
            request.NextToken,
            request.MaxResults,
            isDescending: isDescending);
        return new() { DaemonTaskDefinitions = page, NextToken = next };
    }

    private static IEnumerable<DaemonDefinitionState> Revisions(DaemonFamilyState family, ListDaemonTaskDefinitionsRequest request)
    {
        var status = request.Status ?? DaemonTaskDefinitionStatusFilter.Active;
        var revisions = family.Revisions.Values.Where(revision =>
            status == DaemonTaskDefinitionStatusFilter.All || revision.Resource.Status == status);
        return request.Revision is null ? revisions : revisions.TakeLast(1);
    }

    // A separator that no family has, so that keys stand in the order of families.
    private static string Key(DaemonTaskDefinition definition) => $"{definition.Family}\0{definition.Revision:D10}";

    private static DaemonTaskDefinitionSummary Summary(DaemonTaskDefinition definition) => new()
    {
        Arn = definition.DaemonTaskDefinitionArn,
        RegisteredAt = definition.RegisteredAt,
        RegisteredBy = definition.RegisteredBy,
        DeleteRequestedAt = definition.DeleteRequestedAt,
        Status = definition.Status,
    };
}
