using EcsTools.Calls;
using EcsTools.Forecast.Descriptions;
using EcsTools.Forecast.Rehearsals;
using EcsTools.Model;

namespace EcsTools.Forecasts;

/// <summary>Predicts the result of a change by making it on a copy of the cluster.</summary>
internal static class Prediction
{
    /// <summary>The tasks that an update of a service would start and stop, with a new revision if the update creates one.</summary>
    public static async Task<IEnumerable<string>> Of(UpdateServiceRequest request, RegisterTaskDefinitionRequest? made, JobOutput output) =>
        Lines(await Forecast(request, made, output));

    /// <inheritdoc cref="Of(UpdateServiceRequest, RegisterTaskDefinitionRequest, JobOutput)"/>
    public static async Task<ServiceForecast> Forecast(UpdateServiceRequest request, RegisterTaskDefinitionRequest? made, JobOutput output)
    {
        var copy = await ClusterCopy.Read(request.Cluster, output, request.TaskDefinition);
        if (made is not null) request.TaskDefinition = made.Family; // the newest of the copy; this request is never sent
        return Try(copy, EcsArn.IdOf(request.Service ?? ""), made is null ? [request] : [made, request]);
    }

    /// <summary>The tasks that a new service would start.</summary>
    public static async Task<IEnumerable<string>> Of(CreateServiceRequest request, JobOutput output) =>
        Lines(Try(await ClusterCopy.Read(request.Cluster, output, request.TaskDefinition), request.ServiceName!, [request]));

    private static ServiceForecast Try(DescribedCluster copy, string service, IStructure[] requests)
    {
        using var rehearsal = new Rehearsal(copy);
        return rehearsal.Try(requests, service).FirstOrDefault(forecast => forecast.Service == service)
            ?? throw new EcsException("NotPredictable", "The deployments of the service aren't rolled out by ECS.");
    }

    /// <summary>
    /// The tasks that services would start and stop if instances changed their state, and the tasks that would remain there.
    /// </summary>
    public static async Task<IEnumerable<string>> Of(Batch instances, string? status, JobOutput output)
    {
        var ofEc2 = await output.Connection.Ec2Ids.Find(instances.Cluster, [.. instances.Ids.Where(Ec2InstanceIds.IsOne)], output);
        var named = instances.Ids.Select(id => ofEc2.GetValueOrDefault(id, id)).Distinct().ToList();
        using var rehearsal = new Rehearsal(await ClusterCopy.Read(instances.Cluster, output));
        var forecasts = rehearsal.Try(named.Chunk(Operations.UpdateContainerInstancesState.BatchSize)
            .Select(ids =>
                new UpdateContainerInstancesStateRequest { Cluster = instances.Cluster, ContainerInstances = [.. ids], Status = status }));
        var ends = status == ContainerInstanceStatus.Draining ? named.Select(id => End(id, rehearsal.TasksOn(id))) : [];
        return forecasts.SelectMany(Lines).Concat(ends);
    }

    /// <summary>Writes a prediction to the output of -WhatIf. A failed prediction is only a warning, because nothing is changed.</summary>
    public static async Task Write(JobOutput output, Func<Task<IEnumerable<string>>> predict)
    {
        try
        {
            await output.WriteHost(await predict());
        }
        catch (EcsException e)
        {
            await output.Warning($"The result can't be predicted: {e.Message}");
        }
    }

    private static IEnumerable<string> Lines(ServiceForecast forecast) =>
        [.. forecast.Steps.Select((step, index) => $"  {index + 1}. service {forecast.Service}: {step}"), $"  {forecast}"];

    private static string End(string instance, IReadOnlyList<string> left) => left.Count == 0
        ? $"  container instance {EcsArn.IdOf(instance)} is drained"
        : $"  container instance {EcsArn.IdOf(instance)} is not drained: it keeps {(left.Count == 1 ? "the task" : $"{left.Count} tasks:")} {string.Join(", ", left.Select(EcsArn.IdOf))}";
}
