using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Lists and describes task definitions, the newest revision first.</summary>
[Cmdlet(VerbsCommon.Get, "EcsTaskDefinition", SupportsPaging = true), OutputType(typeof(Model.TaskDefinition))]
[Operation(nameof(Operations.ListTaskDefinitions), Omit = ["sort"])]
[Operation(nameof(Operations.DescribeTaskDefinition), Omit = ["taskDefinition"])]
public sealed partial class GetEcsTaskDefinitionCommand : EcsGetCommand<Model.TaskDefinition>
{
    /// <summary>Families (their latest ACTIVE revision), family:revision, ARNs or wildcards. Left out: all revisions.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "Families (their latest ACTIVE revision), family:revision, ARNs or wildcards. Left out: all revisions.")]
    [Alias("TaskDefinitionArn", "Family"), Identity("TaskDefinition"), ArgumentCompleter(typeof(TaskDefinitionCompleter)), SupportsWildcards]
    public string[]? TaskDefinition { get; set; }

    private protected override int BatchSize => 1;

    private protected override string DescribeOperation => nameof(Operations.DescribeTaskDefinition);

    private protected override IReadOnlyList<string>? Names => TaskDefinition;

    /// <summary>ECS sorts by family, then revision; newest first is its descending order.</summary>
    private protected override Lister NewLister()
    {
        var request = new ListTaskDefinitionsRequest { Sort = SortOrder.Desc };
        Fill(request, null);
        return output => ListAsync(Operations.ListTaskDefinitions, request, output);
    }

    private protected override Describer NewDescriber()
    {
        var request = new DescribeTaskDefinitionRequest();
        Fill(request, null);
        return async (batch, output, cancellation) =>
        {
            var response = await SendAsync(Operations.DescribeTaskDefinition, new() { TaskDefinition = batch.Ids[0], Include = request.Include }, output, cancellation);
            response.TaskDefinition!.Tags = response.Tags;
            return Described<Model.TaskDefinition>.Of([response.TaskDefinition]);
        };
    }
}
