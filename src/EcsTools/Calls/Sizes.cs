namespace EcsTools.Calls;

/// <summary>How much is asked of ECS at once, and why just so much.</summary>
internal static class Sizes
{
    /// <summary>
    /// Requests of one command in progress at once. A list returns its pages one after another, and eight describing calls keep up with it, whatever a call
    /// takes; ECS lets through some twenty reads a second, so that more at once would only be refused sooner.
    /// </summary>
    public const int Requests = 8;

    /// <summary>Jobs of one command that are in progress or wait for their turn to write: enough for many times <see cref="Requests"/>, too few for a long pipeline to pile up answers.</summary>
    public const int Jobs = 100;

    /// <summary>Answers that a job may have read before the pipeline takes them: as many as can be in progress, so that no call waits for a slow reader before memory would fill.</summary>
    public const int AnswersAhead = Requests;

    /// <summary>The largest page that most lists give. Fewer calls take less time than smaller pages would, and ECS counts calls.</summary>
    public const int Page = 100;

    /// <summary>The largest page of the lists that give less: account settings.</summary>
    public const int SettingsPage = 10;

    /// <summary>The largest page of a gateway's resources.</summary>
    public const int ResourcesPage = 20;

    // The numbers below are the maximum that ECS accepts or describes in one call: every further call would cost as much as a full one.

    /// <summary>DescribeTasks and GetTaskProtection.</summary>
    public const int Tasks = 100;

    /// <summary>DescribeContainerInstances.</summary>
    public const int ContainerInstances = 100;

    /// <summary>DescribeClusters.</summary>
    public const int Clusters = 100;

    /// <summary>DescribeCapacityProviders.</summary>
    public const int CapacityProviders = 10;

    /// <summary>DescribeServices.</summary>
    public const int Services = 10;

    /// <summary>DescribeServiceDeployments, DescribeServiceRevisions, and their likes of daemons.</summary>
    public const int Deployments = 20;

    /// <summary>UpdateContainerInstancesState, and StartTask's instances.</summary>
    public const int ChangedInstances = 10;

    /// <summary>UpdateTaskProtection.</summary>
    public const int ProtectedTasks = 10;

    /// <summary>RunTask's count.</summary>
    public const int StartedTasks = 10;

    /// <summary>DeleteTaskDefinitions.</summary>
    public const int DeletedTaskDefinitions = 10;

    /// <summary>PutAttributes and DeleteAttributes.</summary>
    public const int Attributes = 10;

    /// <summary>Resources that ECS describes one by one: task definitions, daemons, gateways, Express services.</summary>
    public const int One = 1;
}
