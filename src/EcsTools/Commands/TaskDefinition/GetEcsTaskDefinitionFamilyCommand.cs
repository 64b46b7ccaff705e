using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the families of task definitions.</summary>
[Cmdlet(VerbsCommon.Get, "EcsTaskDefinitionFamily", SupportsPaging = true), OutputType(typeof(TaskDefinitionFamily))]
[Alias("Get-ECSTaskDefinitionFamilyList")]
[Operation(nameof(Operations.ListTaskDefinitionFamilies))]
public sealed partial class GetEcsTaskDefinitionFamilyCommand : EcsGetCommand<TaskDefinitionFamily>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Families or wildcards. The text before the first wildcard is a filter of ECS and is case-sensitive. Default: all families.")]
    [Alias("Name"), Identity("Family"), ArgumentCompleter(typeof(FamilyCompleter)), SupportsWildcards]
    public string[]? Family { get; set; }

    private protected override string DescribeOperation => nameof(Operations.ListTaskDefinitionFamilies);

    private protected override IReadOnlyList<string>? Names => Family;

    private protected override Lister NewLister() => NewLister(NamePatterns.All);

    private protected override Lister NewLister(NamePatterns patterns)
    {
        var request = new ListTaskDefinitionFamiliesRequest();
        Fill(request, null);
        request.FamilyPrefix ??= patterns.Beginning;
        return output => ListAsync(Operations.ListTaskDefinitionFamilies, request, output);
    }

    /// <summary>Nothing describes a family: it is there if it is listed.</summary>
    private protected override Describer NewDescriber()
    {
        var status = Status;
        return async (batch, output, _) =>
        {
            var name = batch.Ids[0];
            await foreach (var listed in ListAsync(
                Operations.ListTaskDefinitionFamilies, new() { FamilyPrefix = name, Status = status }, output))
            {
                if (listed == name) return Described<TaskDefinitionFamily>.Of([new(name)]);
            }

            return Described<TaskDefinitionFamily>.Of([], [new() { Arn = name, Reason = "MISSING" }]);
        };
    }

    private protected override Describer NewDescriberOfListed() => (batch, _, _) =>
        Task.FromResult(Described<TaskDefinitionFamily>.Of(batch.Ids.ConvertAll(name => new TaskDefinitionFamily(name))));
}
