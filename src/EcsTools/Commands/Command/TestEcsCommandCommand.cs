using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Sessions;

namespace EcsTools.Commands;

/// <summary>Checks whether commands can be run in the containers of tasks.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EcsCommand"), OutputType(typeof(CommandCheck))]
[Operation(nameof(Operations.DescribeTasks), Omit = ["tasks", "include"])]
public sealed partial class TestEcsCommandCommand : EcsReadCommand
{
    private readonly ClusterBatches gathered = new(Operations.DescribeTasks.BatchSize);

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the tasks.")]
    [Alias("TaskArn", "Id"), Identity("Task"), ArgumentCompleter(typeof(TaskCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Task { get; set; }

    /// <summary>Gathers the tasks.</summary>
    private protected override void Process()
    {
        foreach (var name in Task ?? [])
        {
            if (!IsElsewhere(name) && gathered.Add(ClusterFor(Cluster, name), name, AskedRegion) is { } full) Start(full);
        }
    }

    /// <summary>Checks all.</summary>
    protected override void EndProcessing()
    {
        foreach (var rest in gathered.Rest()) Start(rest);
        base.EndProcessing();
    }

    private void Start(Batch batch) => In(batch.Region, () => Start(async output =>
    {
        try
        {
            var described = await SendAsync(Operations.DescribeTasks, new() { Cluster = batch.Cluster, Tasks = batch.Ids }, output);
            var definitions = await Definitions(described.Tasks ?? [], output);
            var instances = await Instances(batch.Cluster, described.Tasks ?? [], output);
            foreach (var task in described.Tasks ?? [])
                await output.Objects(new CommandChecks(
                    task,
                    definitions.GetValueOrDefault(task.TaskDefinitionArn!),
                    instances.Find(one => one.ContainerInstanceArn == task.ContainerInstanceArn)).All());
            await output.Errors(described.Failures, nameof(Operations.DescribeTasks));
        }
        catch (EcsException e)
        {
            await output.Error(e, batch.Concerned(e));
        }
    }));

    private async Task<Dictionary<string, TaskDefinition?>> Definitions(List<Model.Task> tasks, JobOutput output)
    {
        var definitions = new Dictionary<string, TaskDefinition?>();
        foreach (var name in tasks
            .Select(task => task.TaskDefinitionArn!)
            .Distinct()
            .Where(name => name.Contains(":task-definition/", StringComparison.Ordinal)))
            definitions[name] = (await SendAsync(
                Operations.DescribeTaskDefinition, new() { TaskDefinition = name }, output)).TaskDefinition;
        return definitions;
    }

    private async Task<List<ContainerInstance>> Instances(string? cluster, List<Model.Task> tasks, JobOutput output)
    {
        var arns = tasks.Select(task => task.ContainerInstanceArn).OfType<string>().Distinct().ToList();
        return arns.Count == 0
            ? []
            : (await SendAsync(
                Operations.DescribeContainerInstances,
                new() { Cluster = cluster, ContainerInstances = arns },
                output)).ContainerInstances ?? [];
    }
}
