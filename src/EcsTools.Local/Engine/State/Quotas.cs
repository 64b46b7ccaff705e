namespace EcsTools.Local.Engine.State;

/// <summary>The quotas of ECS and of EC2 that aren't configured.</summary>
internal static class Quotas
{
    /// <summary>The tasks of a cluster that can wait in PROVISIONING for capacity.</summary>
    public const int ProvisioningTasks = 500;

    /// <summary>The network interfaces for tasks that an instance has.</summary>
    public const int InterfacesPerInstance = 10;

    /// <summary>The network interfaces for tasks that an instance has on its trunk interface.</summary>
    public const int InterfacesPerTrunk = 60;

    /// <summary>The first port that is given to a container that takes any.</summary>
    public const int FirstDynamicPort = 32768;
}
