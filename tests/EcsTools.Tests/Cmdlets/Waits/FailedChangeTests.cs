using System.Text.Json.Nodes;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Changes that ECS accepts and that fail afterward, and the requests of a wait, from a peer: the local ECS has no such failures.</summary>
public sealed class FailedChangeTests
{
    private const string Account = "arn:aws:ecs:us-east-1:123456789012";
    private const string Context = "-Region us-east-1 -AccessKey AKIAEXAMPLE -SecretKey x";

    [Fact]
    public void The_error_of_a_failed_gateway_has_the_reasons_of_ECS()
    {
        const string arn = $"{Account}:gateway/front";
        using var peer = new HttpPeer(
            HttpPeer.Ok($$"""{"gatewayArn":"{{arn}}","status":"UPDATE_IN_PROGRESS"}"""),
            HttpPeer.Ok($$"""{"gateway":{"gatewayArn":"{{arn}}","status":"UPDATE_IN_PROGRESS"} }"""),
            HttpPeer.Ok($$"""
                {"gateway":{"gatewayArn":"{{arn}}","status":"UPDATE_FAILED","statusReason":"A resource failed.",
                "failures":[{"arn":"arn:lb","errors":[{"message":"no subnet"},{"message":"no role"}]}]} }
                """));
        var error = Run(peer, "Update-EcsGateway front -PropagateTags NONE -Wait").Error();
        Assert.StartsWith("UPDATE_FAILED,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("A resource failed.; arn:lb no subnet, no role", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_that_was_not_updated_is_an_error_with_its_version()
    {
        const string arn = $"{Account}:container-instance/shop/00000000000000000000000000000001";
        using var peer = new HttpPeer(
            HttpPeer.Ok($$"""{"containerInstance":{"containerInstanceArn":"{{arn}}","version":2,"agentUpdateStatus":"PENDING"} }"""),
            HttpPeer.Ok($$"""
                {"containerInstances":[{"containerInstanceArn":"{{arn}}","version":3,"agentUpdateStatus":"FAILED","versionInfo":{"agentVersion":"1.89.0"} }],"failures":[]}
                """));
        var error = Run(peer, $"Update-EcsContainerAgent {arn} -Wait").Error();
        Assert.StartsWith("AgentUpdateFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("the agent wasn't updated and is still 1.89.0", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_deployment_of_an_Express_service_is_looked_for_in_its_own_cluster()
    {
        const string service = $"{Account}:service/shop/site", deployment = $"{Account}:service-deployment/shop/site/1", revision = "r";
        const string described = $$"""
            {"service":{"serviceArn":"{{service}}","cluster":"shop","status":{"statusCode":"ACTIVE"},"activeConfigurations":[{"serviceRevisionArn":"{{revision}}"}]} }
            """;
        using var peer = new HttpPeer(
            HttpPeer.Ok(described),
            HttpPeer.Ok($$"""{"serviceDeployments":[{"serviceDeploymentArn":"{{deployment}}","targetServiceRevisionArn":"{{revision}}"}]}"""),
            HttpPeer.Ok($$"""{"serviceDeployments":[{"serviceDeploymentArn":"{{deployment}}","status":"SUCCESSFUL"}],"failures":[]}"""),
            HttpPeer.Ok(described));
        const string roles = "-InfrastructureRoleArn arn:aws:iam::123456789012:role/r -ExecutionRoleArn arn:aws:iam::123456789012:role/r";
        Run(peer, $"New-EcsExpressGatewayService site {roles} -PrimaryContainer @{{ image = 'i' }} -Wait").Clean();
        var list = peer.Received.Single(one => one.Headers["x-amz-target"].EndsWith(".ListServiceDeployments", StringComparison.Ordinal));
        Assert.Equal($"{Account}:cluster/shop", (string?)JsonNode.Parse(list.Text)!["cluster"]);
    }

    private static Said Run(HttpPeer peer, string script)
    {
        using var prompt = new EcsPrompt();
        return prompt.Run($"{script} {Context} -EndpointUrl {peer.Url}");
    }
}
