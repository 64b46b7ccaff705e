using EcsTools.Model;

namespace EcsTools.Local.Api.Tags;

/// <summary>Lists the tags of any resource.</summary>
internal sealed class ListTagsForResourceHandler()
    : Handler<ListTagsForResourceRequest, ListTagsForResourceResponse>(Operations.ListTagsForResource)
{
    protected override ListTagsForResourceResponse Handle(Call call, ListTagsForResourceRequest request) =>
        new() { Tags = TagTarget.Find(call, request.ResourceArn).Tags };
}
