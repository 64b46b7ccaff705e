using EcsTools.Model;

namespace EcsTools.Local.Api.Tags;

/// <summary>Adds tags to any resource.</summary>
internal sealed class TagResourceHandler() : Handler<TagResourceRequest, TagResourceResponse>(Operations.TagResource)
{
    protected override TagResourceResponse Handle(Call call, TagResourceRequest request)
    {
        Check.Given(request.Tags, "tags");
        Check.Tags(request.Tags);
        var target = TagTarget.Find(call, request.ResourceArn);
        var added = request.Tags!;
        List<Tag> tags = [.. target.Tags.Where(tag => !added.Exists(other => other.Key == tag.Key)), .. added];
        Check.TagCount(tags);
        target.Set(tags);
        return new();
    }
}
