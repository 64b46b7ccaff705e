namespace EcsTools.Forecast.Placement;

/// <summary>The number of tasks that fit in a cluster or on a container instance, and the reason why no more fit.</summary>
public sealed record PlacementFit
{
    /// <summary>The name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The task definition, as family:revision.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>The ARN of the instance; null for the cluster as a whole.</summary>
    public string? ContainerInstanceArn { get; init; }

    /// <summary>The name of the cluster, or the id of the instance.</summary>
    public required string Name { get; init; }

    /// <summary>The zone of the instance.</summary>
    public string? Zone { get; init; }

    /// <summary>The status of the instance.</summary>
    public string? Status { get; init; }

    /// <summary>How many more tasks fit; null on Fargate, which has room for all. Counting ends at 1,000 on an instance.</summary>
    public int? Fits { get; init; }

    /// <summary>How many of the tasks asked for would go here.</summary>
    public required int Next { get; init; }

    /// <summary>Why nothing fits, or not all that was asked for; null when it does.</summary>
    public string? Reason { get; init; }

    /// <summary><c>instance 0f3a: 2 more tasks of web:3 fit</c>, or the reason why none does.</summary>
    public override string ToString()
    {
        var where = $"{(ContainerInstanceArn is null ? "cluster" : "instance")} {Name}";
        return Fits is 0
            ? $"{where}: {Reason}"
            : $"{where}: {(Fits is { } count ? $"{count} more tasks of {TaskDefinition} fit" : "Fargate needs no instance")}";
    }
}
