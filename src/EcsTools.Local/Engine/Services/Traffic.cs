using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Services;

/// <summary>The share of each revision in the traffic of a service. It's only a number, because there is no traffic here.</summary>
internal static class Traffic
{
    private const double All = 100, None = 0;

    // What ECS does where the configuration of a strategy leaves it open.
    private const double LinearPercent = 10, CanaryPercent = 5;
    private const int LinearBakeMinutes = 6, CanaryBakeMinutes = 10;

    /// <summary>The steps in which production traffic shifts. Without a previous revision, it shifts immediately.</summary>
    public static IReadOnlyList<TrafficStep> Steps(ServiceDeploymentState serviceDeployment, ServiceState service)
    {
        var configuration = serviceDeployment.Resource.DeploymentConfiguration!;
        return Source(service) is null ? TrafficShift.AllAtOnce : configuration.Strategy switch
        {
            DeploymentStrategy.Linear => TrafficShift.Linear(
                configuration.LinearConfiguration?.StepPercent ?? LinearPercent,
                TimeSpan.FromMinutes(configuration.LinearConfiguration?.StepBakeTimeInMinutes ?? LinearBakeMinutes)),
            DeploymentStrategy.Canary => TrafficShift.Canary(
                configuration.CanaryConfiguration?.CanaryPercent ?? CanaryPercent,
                TimeSpan.FromMinutes(configuration.CanaryConfiguration?.CanaryBakeTimeInMinutes ?? CanaryBakeMinutes)),
            _ => TrafficShift.AllAtOnce,
        };
    }

    /// <summary>
    /// The deployment that production traffic is taken from: of the earlier ones that which has the most; null when there is none.
    /// </summary>
    public static DeploymentState? Source(ServiceState service) =>
        service.Deployments.Where(deployment => !deployment.IsPrimary).MaxBy(deployment => deployment.ProductionWeight ?? All);

    /// <summary>Gives each deployment what it has at the stage, and step, that the service deployment is at.</summary>
    public static void Apply(ServiceState service, ServiceDeploymentState serviceDeployment)
    {
        var test = serviceDeployment.Stage >= DeploymentStage.TestTrafficShift ? All : None;
        var production = serviceDeployment.Stage switch
        {
            < DeploymentStage.ProductionTrafficShift => None,
            DeploymentStage.ProductionTrafficShift => Steps(serviceDeployment, service)[serviceDeployment.Step].Percent,
            _ => All,
        };
        Split(service, service.Primary, test, production, Source(service));
    }

    /// <summary>Gives all traffic back to the PRIMARY deployment.</summary>
    public static void Return(ServiceState service) => Split(service, service.Primary, None, All, null);

    private static void Split(ServiceState service, DeploymentState target, double test, double production, DeploymentState? source)
    {
        foreach (var deployment in service.Deployments)
        {
            deployment.TestWeight = deployment == target ? test : None;
            deployment.ProductionWeight = deployment == target ? production : deployment == source ? All - production : None;
        }
    }
}
