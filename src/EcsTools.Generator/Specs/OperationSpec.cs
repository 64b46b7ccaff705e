namespace EcsTools.Generator.Specs;

/// <summary>One operation.</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Summary">Its description.</param>
/// <param name="Input">The structure of its request.</param>
/// <param name="Output">The structure of its response.</param>
/// <param name="Errors">The codes of its errors.</param>
/// <param name="Paginator">How it pages; null if it doesn't.</param>
/// <param name="BatchSize">The number of resources that one call accepts.</param>
internal sealed record OperationSpec(
    string Name, string Summary, string Input, string Output, EquatableList<string> Errors, PaginatorSpec? Paginator, int BatchSize);

/// <summary>
/// The members by which a list pages: token and limit in the request, token and items in the response. The items may lie inside structures
/// of the response.
/// </summary>
internal sealed record PaginatorSpec(MemberSpec Token, MemberSpec Limit, EquatableList<MemberSpec> Path)
{
    /// <summary>The list itself.</summary>
    public MemberSpec Items => Path[Path.Count - 1];
}
