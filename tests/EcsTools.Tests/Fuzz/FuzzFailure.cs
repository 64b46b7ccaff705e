namespace EcsTools.Tests.Fuzz;

/// <summary>Something that must hold did not.</summary>
internal sealed class FuzzFailure(string law, string message) : Exception(message)
{
    /// <summary>What must hold: steps are left out while the same law is broken.</summary>
    public string Law { get; } = law;
}
