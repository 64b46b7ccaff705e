using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Removes tags from resources.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsTag", SupportsShouldProcess = true), OutputType(typeof(void))]
[Alias("Remove-ECSResourceTag")]
[Operation(nameof(Operations.UntagResource), Omit = ["resourceArn", "tagKeys"])]
public sealed partial class RemoveEcsTagCommand : EcsTagCommand<string>
{
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Keys of the tags to remove.")]
    [Alias("Key", "TagKeys"), Identity("Tag"), ArgumentCompleter(typeof(TagKeyCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? TagKey { get; set; }

    private protected override IEnumerable<string> Given => TagKey ?? [];

    private protected override string Action(List<string> tags) => $"Remove the tags {string.Join(", ", tags)}";

    private protected override string KeyOf(string tag) => tag;

    private protected override Task Change(string resourceArn, List<string> tags, JobOutput output) =>
        SendAsync(Operations.UntagResource, new() { ResourceArn = resourceArn, TagKeys = tags }, output);
}
