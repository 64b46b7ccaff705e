using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What a service of the strategy DAEMON leaves to ECS.</summary>
internal static class DaemonStrategyRules
{
    public static void DesiredCount(int? asked)
    {
        if (asked is null) return;
        throw EcsFault.InvalidParameter(
            "The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again");
    }

    public static void LaunchType(string? asked)
    {
        if (asked != Model.LaunchType.Fargate) return;
        throw EcsFault.InvalidParameter(
            "The daemon scheduling strategy does not support the FARGATE launch type. Change the launch type and try again");
    }

    public static void Strategy(List<PlacementStrategy>? asked)
    {
        if (asked is null or []) return;
        throw EcsFault.InvalidParameter(
            "The daemon scheduling strategy does not support a placement strategy for services. Remove the placement strategy and try again");
    }
}
