using System.Text;
using CsCheck;
using EcsTools.Model;
using EcsTools.Tests.Client;
using EcsTools.Tests.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Whatever RegisterTaskDefinition takes comes through copying, exporting and registering again.</summary>
public sealed class TaskDefinitionRoundTripTests
{
    private static readonly Gen<RegisterTaskDefinitionRequest> Definitions = RandomStructures.Of(Operations.RegisterTaskDefinition.Request).Select(made =>
    {
        var request = (RegisterTaskDefinitionRequest)made;
        request.Family = "web";
        request.ContainerDefinitions ??= [];
        return request;
    });

    [Theory]
    [InlineData("Copy-EcsTaskDefinition $made")]
    [InlineData("Copy-EcsTaskDefinition $made -AsObject | Register-EcsTaskDefinition")]
    [InlineData("Register-EcsTaskDefinition -CliInputJson (Export-EcsTaskDefinition $made)")]
    [InlineData("Copy-EcsTaskDefinition (Copy-EcsTaskDefinition $made -AsObject | Export-EcsTaskDefinition)")]
    public void Every_member_survives(string script)
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"taskDefinition":{"taskDefinitionArn":"arn:d"}}"""));
        using var prompt = new EcsPrompt();
        prompt.Run($"Set-EcsContext -EndpointUrl {peer.Url} -Region us-east-1 -AccessKey a -SecretKey b").Clean();
        Definitions.Try(
            made =>
            {
                prompt.Set("made", made);
                prompt.Run(script).Clean();
                var sent = WireJson.Read<RegisterTaskDefinitionRequest>(peer.Received[^1].Body);
                return Alike.Are(made, sent) ? true : throw new InvalidOperationException(WireJson.ToText(sent));
            },
            iter: 50,
            print: made => WireJson.ToText(made));
    }

    [Fact]
    public void A_revision_of_ECS_is_exported_with_its_tags_and_without_what_ECS_filled_in()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = Register-EcsTaskDefinition tagged -ContainerDefinition @{ name = 'a'; image = 'b'; memory = 8 } -Tag @{ team = 'shop' }").Clean();
        foreach (var given in new[] { "tagged", "(Get-EcsTaskDefinition tagged)" })
        {
            var json = prompt.Run($"Export-EcsTaskDefinition {given}").One<string>();
            var read = WireJson.Read<RegisterTaskDefinitionRequest>(Encoding.UTF8.GetBytes(json));
            Assert.Equal(("tagged", "shop"), (read.Family, Assert.Single(read.Tags!).Value));
            Assert.DoesNotContain("\"status\"", json, StringComparison.Ordinal);
            Assert.DoesNotContain("revision", json, StringComparison.Ordinal);
            Assert.DoesNotContain("registeredAt", json, StringComparison.Ordinal);
        }
    }
}
