using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that changes the tags of resources: what comes down the pipeline is gathered into a call for each resource.</summary>
/// <typeparam name="T">The tag or its key.</typeparam>
public abstract class EcsTagCommand<T> : EcsChangeCommand
{
    private readonly Dictionary<string, List<T>> gathered = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs of the resources. You can also pipe ECS objects.")]
    [Alias("Arn"), Identity("Resource")]
    [ArgumentCompleter(typeof(ResourceArnCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? ResourceArn { get; set; }

    /// <summary>The new values.</summary>
    private protected abstract IEnumerable<T> Given { get; }

    /// <summary>The key of a tag.</summary>
    private protected abstract string KeyOf(T tag);

    /// <summary>The action in the text of -WhatIf: "Remove the tags team, rack".</summary>
    private protected abstract string Action(List<T> tags);

    /// <summary>Changes the tags of one resource.</summary>
    private protected abstract Task Change(string resourceArn, List<T> tags, JobOutput output);

    /// <summary>Gathers.</summary>
    private protected override void Process()
    {
        foreach (var arn in ResourceArn ?? [])
        {
            if (!gathered.TryGetValue(arn, out var tags)) gathered[arn] = tags = [];
            tags.AddRange(Given.ExceptBy(tags.Select(KeyOf), KeyOf));
        }
    }

    /// <summary>Sends what the user agrees to, and waits.</summary>
    protected override void EndProcessing()
    {
        foreach (var (arn, tags) in gathered)
        {
            if (ShouldProcess(Subject(arn), Action(tags))) Send(arn, tags);
        }

        base.EndProcessing();
    }

    private void Send(string arn, List<T> tags) => Start(async output =>
    {
        try
        {
            await Change(arn, tags, output);
        }
        catch (EcsException e)
        {
            await output.Error(e, arn);
        }
    });

    private static string Subject(string resourceArn) =>
        EcsArn.TryParse(resourceArn, out var arn) ? $"{arn.ResourceType.Replace('-', ' ')} {arn.Resource}" : resourceArn;
}
