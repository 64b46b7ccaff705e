namespace EcsTools.Model;

public sealed partial class Tag
{
    /// <summary>The ARN of the resource that Get-EcsTag found the tag on, so that tags can be piped on. ECS does not send it.</summary>
    public string? ResourceArn { get; set; }

    partial void CopyOwn(Tag copy) => copy.ResourceArn = ResourceArn;

    /// <summary>The tag as <c>team=web</c>.</summary>
    public override string ToString() => $"{Key}={Value}";
}
