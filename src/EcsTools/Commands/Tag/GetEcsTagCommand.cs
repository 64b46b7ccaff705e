using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the tags of resources.</summary>
[Cmdlet(VerbsCommon.Get, "EcsTag"), OutputType(typeof(Tag))]
[Alias("Get-ECSTagsForResource")]
[Operation(nameof(Operations.ListTagsForResource), Omit = ["resourceArn"])]
public sealed partial class GetEcsTagCommand : EcsReadCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs of the resources. You can also pipe ECS objects.")]
    [Alias("Arn"), Identity("Resource")]
    [ArgumentCompleter(typeof(ResourceArnCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? ResourceArn { get; set; }

    /// <summary>Lists the tags of each resource.</summary>
    private protected override void Process()
    {
        foreach (var arn in (ResourceArn ?? []).Where(arn => !IsElsewhere(arn))) Start(output => List(arn, output));
    }

    private async Task List(string arn, JobOutput output)
    {
        try
        {
            var response = await SendAsync(Operations.ListTagsForResource, new() { ResourceArn = arn }, output);
            foreach (var tag in response.Tags ?? [])
            {
                tag.ResourceArn = arn;
                await output.Object(tag);
            }
        }
        catch (EcsException e)
        {
            await output.Error(e, arn);
        }
    }
}
