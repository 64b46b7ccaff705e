using EcsTools.Model;

namespace EcsTools.Local.Api.Tags;

/// <summary>Removes tags from any resource.</summary>
internal sealed class UntagResourceHandler() : Handler<UntagResourceRequest, UntagResourceResponse>(Operations.UntagResource)
{
    protected override UntagResourceResponse Handle(Call call, UntagResourceRequest request)
    {
        Check.Given(request.TagKeys, "tagKeys");
        foreach (var key in request.TagKeys!) Check.TagKey(key);
        var target = TagTarget.Find(call, request.ResourceArn);
        target.Set([.. target.Tags.Where(tag => !request.TagKeys.Contains(tag.Key ?? ""))]);
        return new();
    }
}
