using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets task definitions, newest revision first.</summary>
[Cmdlet(VerbsCommon.Get, "EcsTaskDefinition", SupportsPaging = true), OutputType(typeof(Model.TaskDefinition))]
[Alias("Get-ECSTaskDefinitionList")]
[Operation(nameof(Operations.ListTaskDefinitions), Omit = ["sort"])]
[Operation(nameof(Operations.DescribeTaskDefinition), Omit = ["taskDefinition"])]
[Calls(nameof(Operations.ListTaskDefinitionFamilies))]
public sealed partial class GetEcsTaskDefinitionCommand : EcsGetCommand<Model.TaskDefinition>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Families (the latest ACTIVE revision, or with -Status all revisions with that status), family:revision, ARNs, or wildcards. Default: all revisions.")]
    [Alias("TaskDefinitionArn", "Family", "Definition")]
    [Identity("TaskDefinition")]
    [ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    [SupportsWildcards]
    public string[]? TaskDefinition { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeTaskDefinition);

    private protected override IReadOnlyList<string>? Names =>
        IsGiven(nameof(Status)) ? TaskDefinition?.Select(RevisionsOf).ToList() : TaskDefinition;

    private protected override Lister NewLister() => NewLister(NamePatterns.All);

    /// <summary>
    /// ECS sorts by family, then revision; newest first is its descending order. It lists one family or all, so that the families are asked
    /// for first where a wildcard leaves several.
    /// </summary>
    private protected override Lister NewLister(NamePatterns patterns)
    {
        var request = new ListTaskDefinitionsRequest { Sort = SortOrder.Desc };
        Fill(request, null);
        var beginning = patterns.Beginning;
        if (request.FamilyPrefix is not null || beginning.Length == 0)
            return output => ListAsync(Operations.ListTaskDefinitions, request, output);
        if (!beginning.Contains(':', StringComparison.Ordinal)) return output => ListFamilies(beginning, request, output);
        request.FamilyPrefix = beginning[..beginning.IndexOf(':', StringComparison.Ordinal)];
        return output => ListAsync(Operations.ListTaskDefinitions, request, output);
    }

    private protected override Describer NewDescriber()
    {
        var request = new DescribeTaskDefinitionRequest();
        Fill(request, null);
        return async (batch, output, cancellation) =>
        {
            var response = await SendAsync(
                Operations.DescribeTaskDefinition,
                new() { TaskDefinition = batch.Ids[0], Include = request.Include },
                output,
                cancellation);
            // ECS answers [] otherwise
            response.TaskDefinition!.Tags = request.Include?.Contains(TaskDefinitionField.Tags) == true ? response.Tags : null;
            return Described<Model.TaskDefinition>.Of([response.TaskDefinition]);
        };
    }

    /// <summary>A family by its name alone is its latest ACTIVE revision; with a status asked for, it is all it has of that.</summary>
    private static string RevisionsOf(string name) =>
        name.Contains(':', StringComparison.Ordinal) || NamePatterns.IsPattern(name) ? name : name + ":*";

    private async IAsyncEnumerable<string> ListFamilies(string beginning, ListTaskDefinitionsRequest request, JobOutput output)
    {
        var hasActive = request.Status is null or TaskDefinitionStatus.Active;
        var families = new ListTaskDefinitionFamiliesRequest
        {
            FamilyPrefix = beginning,
            Status = hasActive ? TaskDefinitionFamilyStatus.Active : TaskDefinitionFamilyStatus.All,
        };
        var names = new List<string>();
        await foreach (var name in ListAsync(Operations.ListTaskDefinitionFamilies, families, output)) names.Add(name);
        names.Reverse();
        foreach (var name in names)
        {
            var ofFamily = new ListTaskDefinitionsRequest { FamilyPrefix = name, Status = request.Status, Sort = request.Sort };
            await foreach (var arn in ListAsync(Operations.ListTaskDefinitions, ofFamily, output)) yield return arn;
        }
    }
}
