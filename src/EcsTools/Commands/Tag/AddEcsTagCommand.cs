using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Adds tags to resources.</summary>
[Cmdlet(VerbsCommon.Add, "EcsTag", SupportsShouldProcess = true), OutputType(typeof(void))]
[Alias("Add-ECSResourceTag")]
[Operation(nameof(Operations.TagResource), Omit = ["resourceArn", "tags"])]
public sealed partial class AddEcsTagCommand : EcsTagCommand<Tag>
{
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true,
        HelpMessage = "Tags: a hashtable of keys and values, or tags that Get-EcsTag returns.")]
    [MayBeEmpty, Alias("Tags"), Structure(typeof(Tag), "tags", IsList = true)]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public Tag[]? Tag { get; set; }

    /// <summary>A tag that is piped is set, on its own resource if -ResourceArn names no other. So is a hashtable of tags.</summary>
    private protected override bool Take(PSObject value, PipedObject? piped, Func<string, object?, bool> set)
    {
        if (piped?.Kind.Name != nameof(Tag) && value.BaseObject is not System.Collections.IDictionary) return false;
        if (!set(nameof(Tag), piped is null ? value.BaseObject : new Tag { Key = piped.Text("Key"), Value = piped.Text("Value") }))
            return false;
        set(nameof(ResourceArn), piped?.Text("ResourceArn"));
        return true;
    }

    private protected override IEnumerable<Tag> Given => Tag ?? [];

    private protected override string Action(List<Tag> tags) =>
        $"Tag with {string.Join(", ", tags.Select(tag => $"{tag.Key} = {tag.Value}"))}";

    private protected override string KeyOf(Tag tag) => tag.Key ?? "";

    private protected override Task Change(string resourceArn, List<Tag> tags, JobOutput output) =>
        SendAsync(Operations.TagResource, new() { ResourceArn = resourceArn, Tags = tags }, output);
}
