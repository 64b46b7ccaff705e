using EcsTools.Local.Api.Gateways;
using EcsTools.Local.Api.TaskSets;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Services;

/// <summary>Drains a service: its tasks stop, and it becomes INACTIVE with the last of them.</summary>
internal sealed class DeleteServiceHandler() : Handler<DeleteServiceRequest, DeleteServiceResponse>(Operations.DeleteService)
{
    protected override DeleteServiceResponse Handle(Call call, DeleteServiceRequest request)
    {
        var cluster = call.Cluster(request.Cluster);
        var service = Identifiers.FindService(cluster, request.Service) ?? throw new EcsFault("ServiceNotFoundException", "");
        if (service.IsActive) Drain(call, service, request.Force == true);
        return new() { Service = service.Changed() };
    }

    private static void Drain(Call call, ServiceState service, bool isForced)
    {
        // Nobody can scale a DAEMON service down.
        if (service.Resource.DesiredCount > 0 && !isForced && !service.IsDaemon)
            throw EcsFault.InvalidParameter("The service cannot be stopped while it is scaled above 0.");
        if (service.TaskSets.Exists(taskSet => !taskSet.IsDraining) && !isForced)
            throw EcsFault.InvalidParameter("The service cannot be stopped while deployments are active.");
        service.Resource.Status = "DRAINING";
        GatewayRoutes.Disconnect(call, service);
        service.Resource.DesiredCount = 0;
        if (service.IsRolledOutByEcs) service.Primary.Resource.DesiredCount = 0;

        foreach (var taskSet in service.TaskSets) TaskSetChanges.Drain(call, service, taskSet);
        call.Engine.Schedule(service, call.Now + call.Engine.Timing.SchedulerDelay);
    }
}
