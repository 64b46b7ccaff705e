using EcsTools.Model;

namespace EcsTools.Local.Api.TaskSets;

/// <summary>Describes task sets with their counts and stability.</summary>
internal sealed class DescribeTaskSetsHandler() : Handler<DescribeTaskSetsRequest, DescribeTaskSetsResponse>(Operations.DescribeTaskSets)
{
    protected override DescribeTaskSetsResponse Handle(Call call, DescribeTaskSetsRequest request)
    {
        Check.Include(request.Include, TaskSetField.Tags);
        var service = TaskSetChanges.ActiveService(call.Cluster(request.Cluster), request.Service);
        if (service.IsRolledOutByEcs) throw TaskSetChanges.NotManaged();
        var withTags = request.Include?.Contains(TaskSetField.Tags) == true;
        var wanted = request.TaskSets is { Count: > 0 } given
            ? given.Select(TaskSetChanges.Id).Distinct()
            : service.TaskSets.Select(taskSet => taskSet.Id);
        var answer = new DescribeTaskSetsResponse { TaskSets = [], Failures = [] };
        foreach (var id in wanted)
        {
            if (service.TaskSets.Find(taskSet => taskSet.Id == id) is { } found) answer.TaskSets.Add(found.Describe(withTags));
            else answer.Failures.Add(new() { Arn = TaskSetChanges.Arn(service, id), Reason = "MISSING" });
        }

        return answer;
    }
}
