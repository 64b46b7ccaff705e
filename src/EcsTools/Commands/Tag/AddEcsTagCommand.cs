using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Tags resources. Other tags that they have stay as they are.</summary>
[Cmdlet(VerbsCommon.Add, "EcsTag", SupportsShouldProcess = true), OutputType(typeof(void))]
[Alias("Add-ECSResourceTag")]
[Operation(nameof(Operations.TagResource), Omit = ["resourceArn", "tags"])]
public sealed partial class AddEcsTagCommand : EcsTagCommand<Tag>
{
    /// <summary>Tags: a hashtable of keys and values, or tags as Get-EcsTag gives them.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, HelpMessage = "Tags: a hashtable of keys and values, or tags as Get-EcsTag gives them.")]
    [Alias("Tags"), Structure(typeof(Tag), "tags", IsList = true)]
    public Tag[]? Tag { get; set; }

    private protected override IEnumerable<Tag> Given => Tag ?? [];

    private protected override string Action(List<Tag> tags) => $"Tag with {string.Join(", ", tags.Select(tag => $"{tag.Key} = {tag.Value}"))}";

    private protected override string KeyOf(Tag tag) => tag.Key ?? "";

    private protected override Task Change(string resourceArn, List<Tag> tags, JobOutput output) =>
        SendAsync(Operations.TagResource, new() { ResourceArn = resourceArn, Tags = tags }, output);
}
