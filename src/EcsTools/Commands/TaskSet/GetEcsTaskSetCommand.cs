using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the task sets of services that have an external deployment controller.</summary>
[Cmdlet(VerbsCommon.Get, "EcsTaskSet"), OutputType(typeof(Model.TaskSet))]
[Operation(nameof(Operations.DescribeTaskSets), Omit = ["taskSets"])]
public sealed partial class GetEcsTaskSetCommand : EcsReadCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names or ARNs of the services. Default: the services in the ARNs of the task sets.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    public string[]? Service { get; set; }

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs, ARNs, or wildcards. Default: all task sets of the service.")]
    [Alias("TaskSetArn", "Id"), Identity("TaskSet"), ArgumentCompleter(typeof(TaskSetCompleter)), SupportsWildcards]
    public string[]? TaskSet { get; set; }

    /// <summary>ECS describes the task sets of one service at a time.</summary>
    internal override bool IsClusterEnough => false;

    /// <summary>Describes the task sets of what came.</summary>
    private protected override void Process()
    {
        if (Service is null) DescribeByArn();
        var isPattern = TaskSet?.Any(NamePatterns.IsPattern) == true;
        var patterns = isPattern ? new NamePatterns(TaskSet!) : NamePatterns.All;
        foreach (var service in Service ?? [])
        {
            var request = new DescribeTaskSetsRequest { Service = service, TaskSets = isPattern ? null : TaskSet?.ToList() };
            Fill(request, service);
            Start(output => Describe(request, patterns, output));
        }
    }

    private void DescribeByArn()
    {
        foreach (var taskSet in TaskSet ?? [])
        {
            if (ServiceFor(null, taskSet) is not { } service) continue;
            var request = new DescribeTaskSetsRequest { Service = service, TaskSets = [taskSet] };
            Fill(request, taskSet);
            request.Service = service;
            Start(output => Describe(request, NamePatterns.All, output));
        }
    }

    private async Task Describe(DescribeTaskSetsRequest request, NamePatterns patterns, JobOutput output)
    {
        try
        {
            var response = await SendAsync(Operations.DescribeTaskSets, request, output);
            await output.Objects(response.TaskSets?.Where(taskSet => patterns.Match(taskSet.Id!) || patterns.Match(taskSet.TaskSetArn!)));
            await output.Errors(response.Failures, nameof(Operations.DescribeTaskSets));
        }
        catch (EcsException e)
        {
            await output.Error(e, request.Service);
        }
    }
}
