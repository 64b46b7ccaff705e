using EcsTools.Local;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Capacity;

/// <summary>Says what a change would lead to, by making it on a copy of the cluster.</summary>
internal static class Prediction
{
    /// <summary>What an update of a service would start and stop.</summary>
    public static async Task<ServiceForecast> Of(EcsCommand command, UpdateServiceRequest request, JobOutput output)
    {
        var service = EcsArn.IdOf(request.Service ?? "");
        using var rehearsal = new Rehearsal(await ClusterCopy.Read(command, request.Cluster, output, request.TaskDefinition));
        return rehearsal.Try([request], service).First(forecast => forecast.Service == service);
    }

    /// <summary>What each service would start and stop whose tasks are on instances that change their state.</summary>
    public static async Task<IReadOnlyList<ServiceForecast>> Of(EcsCommand command, UpdateContainerInstancesStateRequest request, JobOutput output)
    {
        using var rehearsal = new Rehearsal(await ClusterCopy.Read(command, request.Cluster, output));
        return rehearsal.Try([request]);
    }

    /// <summary>Tells forecasts where -WhatIf tells what it would do. A prediction that fails is worth a warning, no more: nothing was to be changed.</summary>
    public static async Task Tell(JobOutput output, Func<Task<IReadOnlyList<ServiceForecast>>> predict)
    {
        try
        {
            foreach (var forecast in await predict()) await output.Tell(Lines(forecast));
        }
        catch (EcsException e)
        {
            await output.Warning($"What it would lead to cannot be predicted: {e.Message}");
        }
    }

    private static IEnumerable<string> Lines(ServiceForecast forecast) =>
        [.. forecast.Steps.Select((step, index) => $"  {index + 1}. service {forecast.Service}: {step}"), $"  {forecast}"];
}
