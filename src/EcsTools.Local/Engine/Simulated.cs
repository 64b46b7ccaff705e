namespace EcsTools.Local.Engine;

/// <summary>How long things take, and the amounts of resources that aren't registered. Real ECS varies; here each is one number.</summary>
internal static class Simulated
{
    /// <summary>From a change of a service to the scheduler's looking at it.</summary>
    public static readonly TimeSpan SchedulerDelay = TimeSpan.FromSeconds(1);

    /// <summary>From capacity becoming free to another try at placing what found none.</summary>
    public static readonly TimeSpan PlacementRetry = TimeSpan.FromSeconds(1);

    /// <summary>Attaching a network interface to a task under awsvpc.</summary>
    public static readonly TimeSpan AttachInterface = TimeSpan.FromSeconds(2);

    /// <summary>From PENDING to the agent's pulling the first image.</summary>
    public static readonly TimeSpan AgentReacts = TimeSpan.FromMilliseconds(500);

    /// <summary>Pulling the images.</summary>
    public static readonly TimeSpan Pull = TimeSpan.FromSeconds(2);

    /// <summary>From the images' being there to the containers' running.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(1);

    /// <summary>Taking a task out of its load balancers.</summary>
    public static readonly TimeSpan DeregisterTargets = TimeSpan.FromSeconds(1);

    /// <summary>From a task's running to its load balancers' finding it healthy.</summary>
    public static readonly TimeSpan TargetPasses = TimeSpan.FromSeconds(5);

    /// <summary>What a container takes to end after SIGTERM. One whose stopTimeout is shorter is killed.</summary>
    public static readonly TimeSpan Stop = TimeSpan.FromSeconds(1);

    /// <summary>Detaching the network interface of a stopped task.</summary>
    public static readonly TimeSpan DetachInterface = TimeSpan.FromSeconds(1);

    /// <summary>Giving the Auto Scaling groups of a cluster their scaling policies.</summary>
    public static readonly TimeSpan AttachScalingPolicy = TimeSpan.FromSeconds(5);

    /// <summary>Deleting a capacity provider.</summary>
    public static readonly TimeSpan DeleteCapacityProvider = TimeSpan.FromSeconds(5);

    /// <summary>From the launch of an instance by a capacity provider to its registration.</summary>
    public static readonly TimeSpan InstanceLaunch = TimeSpan.FromMinutes(1);

    /// <summary>How long an Auto Scaling group has more instances than needed before it gives some back.</summary>
    public static readonly TimeSpan ScaleInAfter = TimeSpan.FromMinutes(15);

    /// <summary>From one time that an Auto Scaling group gives instances back to the next.</summary>
    public static readonly TimeSpan ScaleInStep = TimeSpan.FromMinutes(1);

    /// <summary>How long a managed instance is idle before it goes, where its provider does not say.</summary>
    public static readonly TimeSpan IdleManagedInstance = TimeSpan.FromMinutes(5);

    /// <summary>From one step of an update of the agent to the next.</summary>
    public static readonly TimeSpan AgentUpdateStep = TimeSpan.FromSeconds(2);

    /// <summary>The version that agents are updated to.</summary>
    public const string LatestAgent = "1.100.0";

    /// <summary>Moving traffic from one revision of a service to another.</summary>
    public static readonly TimeSpan ShiftTraffic = TimeSpan.FromSeconds(5);

    /// <summary>A function that a deployment calls at a stage.</summary>
    public static readonly TimeSpan LifecycleFunction = TimeSpan.FromSeconds(5);

    /// <summary>How long what has ended can still be described: stopped tasks, deregistered instances.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>How long a deleted task definition can still be described, and again how long while something runs from it.</summary>
    public static readonly TimeSpan DeletedDefinition = TimeSpan.FromMinutes(10);

    /// <summary>How long the same complaint about a service is not made again.</summary>
    public static readonly TimeSpan RepeatedEvent = TimeSpan.FromHours(6);

    /// <summary>How long the token of a RunTask is known.</summary>
    public static readonly TimeSpan RunToken = TimeSpan.FromHours(24);

    /// <summary>From the deletion of a daemon task definition, or the end of the last daemon that ran from it, to its being DELETED.</summary>
    public static readonly TimeSpan DaemonDefinitionDeletion = TimeSpan.FromSeconds(10);

    /// <summary>From a change of a daemon to its deployment's beginning.</summary>
    public static readonly TimeSpan DaemonDelay = TimeSpan.FromSeconds(1);

    /// <summary>Draining the instances of one step of a daemon's deployment, and starting the daemon on them.</summary>
    public static readonly TimeSpan DaemonStep = TimeSpan.FromSeconds(30);

    /// <summary>Applying an update to the load balancers of a gateway.</summary>
    public static readonly TimeSpan GatewayUpdate = TimeSpan.FromSeconds(10);

    /// <summary>From a fault of the local ECS in something that acts to another try.</summary>
    public static readonly TimeSpan FaultRetry = TimeSpan.FromMinutes(1);

    /// <summary>How often something may act at one moment before that is taken for a fault.</summary>
    public const int Restless = 10_000;

    /// <summary>How often something that fails is tried again.</summary>
    public const int FaultRetries = 3;

    /// <summary>How many tasks of a cluster may wait in PROVISIONING for capacity.</summary>
    public const int ProvisioningLimit = 500;

    /// <summary>The network interfaces for tasks that an instance has.</summary>
    public const int InterfacesPerInstance = 10;

    /// <summary>The network interfaces for tasks that an instance has on its trunk interface.</summary>
    public const int InterfacesPerTrunk = 60;

    /// <summary>The first port that is given out where a container asks for any.</summary>
    public const int FirstDynamicPort = 32768;
}
