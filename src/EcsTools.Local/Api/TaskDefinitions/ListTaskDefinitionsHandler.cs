using EcsTools.Model;

namespace EcsTools.Local.Api.TaskDefinitions;

/// <summary>Lists revisions by family, status and order.</summary>
internal sealed class ListTaskDefinitionsHandler()
    : Handler<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse>(Operations.ListTaskDefinitions)
{
    protected override ListTaskDefinitionsResponse Handle(Call call, ListTaskDefinitionsRequest request)
    {
        Check.OneOf(request.Sort, "sort", "ASC", "DESC");
        Check.OneOf(request.Status, "status", [.. TaskDefinitionStatus.Values]);
        var isDescending = request.Sort == "DESC";
        var revisions =
            from family in call.Region.Families
            where request.FamilyPrefix is null || family.Key == request.FamilyPrefix
            from revision in family.Value.Revisions.Values
            where revision.Resource.Status == (request.Status ?? TaskDefinitionStatus.Active)
            select revision.Resource;
        var (page, next) = Paging.ByName(
            isDescending ? revisions.Reverse() : revisions,
            Key,
            definition => definition.TaskDefinitionArn!,
            request.NextToken,
            request.MaxResults,
            isDescending: isDescending);
        return new() { TaskDefinitionArns = page, NextToken = next };
    }

    // A separator that no family has, so that keys stand in the order of families.
    private static string Key(TaskDefinition definition) => $"{definition.Family}\0{definition.Revision:D10}";
}
