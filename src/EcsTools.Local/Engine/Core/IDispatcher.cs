using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.Core;

/// <summary>Knows who acts on what. The engine and its subjects call it, so that none of them needs to know the others.</summary>
internal interface IDispatcher
{
    /// <summary>Something is due.</summary>
    void Due(EcsEngine engine, Timed item);

    /// <summary>Capacity of a cluster became free.</summary>
    void CapacityFreed(EcsEngine engine, ClusterState cluster);
}
