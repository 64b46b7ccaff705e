namespace EcsTools.Tests.Fuzz;

/// <summary>Something that must hold did not.</summary>
internal sealed class FuzzFailure(string law, string message) : Exception(message)
{
    /// <summary>The law to keep: steps are removed as long as the same law is broken.</summary>
    public string Law { get; } = law;
}
