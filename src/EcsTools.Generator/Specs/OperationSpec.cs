namespace EcsTools.Generator.Specs;

/// <summary>One operation: its request, response, errors and, for lists, how it pages.</summary>
internal sealed record OperationSpec(string Name, string Summary, string Input, string Output, EquatableList<string> Errors, PaginatorSpec? Paginator);

/// <summary>The members by which a list pages: token and limit in the request, token and items in the response. The items may lie inside structures of the response.</summary>
internal sealed record PaginatorSpec(MemberSpec Token, MemberSpec Limit, EquatableList<MemberSpec> Path)
{
    /// <summary>The list itself.</summary>
    public MemberSpec Items => Path[Path.Count - 1];
}
