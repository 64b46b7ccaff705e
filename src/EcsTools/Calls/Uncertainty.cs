using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>The recommendation after a change that was sent and not answered.</summary>
internal static class Uncertainty
{
    public static string Advice(EcsException error) => error.CanRepeat
        ? "Run the command again: sending this request twice does no harm."
        : $"{Check(error.Operation)} Run the command again only if ECS did not carry it out.";

    private static string Check(string? operation) => operation switch
    {
        nameof(Operations.StartTask) => "List the newest tasks with Get-EcsTask.",
        nameof(Operations.RegisterTaskDefinition) => "List the newest revisions with Get-EcsTaskDefinition.",
        nameof(Operations.RegisterDaemonTaskDefinition) => "List the newest revisions with Get-EcsDaemonTaskDefinition.",
        nameof(Operations.RegisterContainerInstance) => "List the instances with Get-EcsContainerInstance.",
        nameof(Operations.UpdateService) => "List the deployments with Get-EcsServiceDeployment <service>.",
        nameof(Operations.CreateExpressGatewayService) => "List the services with Get-EcsExpressGatewayService.",
        nameof(Operations.ExecuteCommand) => "No session was opened at this terminal, but the command might run in the container.",
        _ => "Check the resource with its Get- cmdlet.",
    };
}
