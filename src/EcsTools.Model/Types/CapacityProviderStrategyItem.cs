namespace EcsTools.Model;

public sealed partial class CapacityProviderStrategyItem
{
    /// <summary>The provider and its share: <c>FARGATE (base 1, weight 1)</c>.</summary>
    public override string ToString() => $"{CapacityProvider} ({(Base > 0 ? $"base {Base}, " : "")}weight {Weight ?? 0})";

    /// <summary>The launch type of the tasks, or their capacity providers.</summary>
    internal static string? Launch(string? launchType, List<CapacityProviderStrategyItem>? strategy) =>
        strategy is { Count: > 0 } ? string.Join(", ", strategy.Select(item => item.CapacityProvider)) : launchType;
}
