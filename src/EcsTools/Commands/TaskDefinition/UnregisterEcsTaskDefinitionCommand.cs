using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Deregisters revisions of task definitions, or the unused old revisions of a family.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "EcsTaskDefinition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = Named)]
[OutputType(typeof(Model.TaskDefinition))]
[Operation(nameof(Operations.DeregisterTaskDefinition), Targets = "taskDefinition")]
public sealed partial class UnregisterEcsTaskDefinitionCommand
    : EcsRemovalCommand<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>
{
    private const string Named = "Named", Old = "Old";

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = Named, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The revisions: family:revision or ARN.")]
    [Alias("TaskDefinitionArn", "Definition"), Identity("TaskDefinition"), ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? TaskDefinition { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = Old, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Families whose old revisions are deregistered.")]
    [Identity("Family"), ArgumentCompleter(typeof(FamilyCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Family { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = Old,
        HelpMessage = "The number of newest ACTIVE revisions to keep. Revisions that a service, deployment, task set, or task of any cluster uses are also kept.")]
    [ValidateRange(0, int.MaxValue), Scalar(typeof(int))]
    public int? Keep { get; set; }

    private protected override Operation<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse> Operation =>
        Operations.DeregisterTaskDefinition;

    /// <summary>Unregisters what is named, or what is old.</summary>
    private protected override void Process()
    {
        base.Process();
        foreach (var family in Family ?? []) Start(output => TryUnregisterOld(family, output));
    }

    private protected override string Subject(DeregisterTaskDefinitionRequest request) =>
        $"task definition {EcsArn.IdOf(request.TaskDefinition!)}";

    private protected override string Action(DeregisterTaskDefinitionRequest request) => "Make INACTIVE";

    private protected override ValueTask<object?> Removed(DeregisterTaskDefinitionResponse response, JobOutput output) =>
        new(response.TaskDefinition!);

    private async Task TryUnregisterOld(string family, JobOutput output)
    {
        try
        {
            await UnregisterOld(family, output.Calls);
        }
        catch (EcsException e)
        {
            await output.Error(e, family);
        }
    }

    private async Task UnregisterOld(string family, JobCalls calls)
    {
        var revisions = await calls.All(Operations.ListTaskDefinitions, new()
        {
            FamilyPrefix = family,
            Status = TaskDefinitionStatus.Active,
            Sort = SortOrder.Desc,
        });
        var old = revisions.Skip(Keep!.Value).ToList();
        if (old.Count == 0) return;
        var used = await new RevisionsInUse(calls).Of(family);
        foreach (var request in old
            .Where(revision => !used.Contains(revision))
            .Select(revision => new DeregisterTaskDefinitionRequest { TaskDefinition = revision }))
        {
            if (await calls.Output.ShouldProcess(Subject(request), Action(request), Cancellation))
                await NewPending(request).Send(calls.Output);
        }
    }
}
