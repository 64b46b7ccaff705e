using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskDefinitions;

/// <summary>Lists families with or without ACTIVE revisions.</summary>
internal sealed class ListTaskDefinitionFamiliesHandler()
    : Handler<ListTaskDefinitionFamiliesRequest, ListTaskDefinitionFamiliesResponse>(Operations.ListTaskDefinitionFamilies)
{
    protected override ListTaskDefinitionFamiliesResponse Handle(Call call, ListTaskDefinitionFamiliesRequest request)
    {
        Check.OneOf(request.Status, "status", [.. TaskDefinitionFamilyStatus.Values]);
        var names =
            from family in call.Region.Families
            where family.Key.StartsWith(request.FamilyPrefix ?? "", StringComparison.Ordinal) && Has(family.Value, request.Status)
            select family.Key;
        var (page, next) = Paging.ByName(names, name => name, name => name, request.NextToken, request.MaxResults);
        return new() { Families = page, NextToken = next };
    }

    private static bool Has(FamilyState family, string? status) => status switch
    {
        _ when family.Revisions.Count == 0 => false, // all were deleted; only the numbering continues
        TaskDefinitionFamilyStatus.Active => family.LatestActive is not null,
        TaskDefinitionFamilyStatus.Inactive => family.LatestActive is null,
        _ => true,
    };
}
