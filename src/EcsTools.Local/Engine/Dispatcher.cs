using EcsTools.Local.Engine.Capacity;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Daemons;
using EcsTools.Local.Engine.Gateways;
using EcsTools.Local.Engine.Instances;
using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.TaskDefinitions;
using EcsTools.Local.Engine.Tasks;

namespace EcsTools.Local.Engine;

/// <inheritdoc/>
internal sealed class Dispatcher : IDispatcher
{
    /// <inheritdoc/>
    public void Due(EcsEngine engine, Timed item)
    {
        switch (item)
        {
            case TaskState { IsWaiting: true } task: ProviderPlacement.End(engine, task); break;
            case TaskState task: TaskLifecycle.Continue(engine, task); break;
            case ContainerState container: ContainerLifecycle.Continue(engine, container); break;
            case ServiceState service: ServiceReconciler.Reconcile(engine, service); break;
            case InstanceState instance: InstanceLifecycle.Continue(engine, instance); break;
            case CapacityState capacity: ProviderScaling.Continue(engine, capacity); break;
            case DaemonState daemon: DaemonRollout.Continue(engine, daemon); break;
            case ClusterState cluster: ClusterAttachments.Complete(cluster); break;
            case CapacityProviderState provider: ProviderDeletion.Continue(engine, provider); break;
            case TaskDefinitionState definition: TaskDefinitionDeletion.Continue(engine, definition); break;
            case DaemonDefinitionState definition: DaemonDefinitionDeletion.Continue(definition); break;
            case GatewayState gateway: GatewayUpdates.Complete(engine, gateway); break;
            case InstanceBehaviorState behavior: InstanceEvents.Occur(engine, behavior); break;
            default: throw new InvalidOperationException($"Nothing acts on {item.GetType().Name}.");
        }
    }

    /// <summary>Daemons get capacity before services and waiting tasks.</summary>
    public void CapacityFreed(EcsEngine engine, ClusterState cluster)
    {
        DaemonTasks.Reconcile(engine, cluster);
        engine.WakeWaiting(cluster);
    }
}
