namespace EcsTools.Tests.Client;

/// <summary>Tests that need the process for themselves: they change environment variables or the AWS files, or they measure time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
