using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Task definitions, their families and their end, at the prompt.</summary>
public sealed class TaskDefinitionTests
{
    private const string Register = "| ForEach-Object { $null = Register-EcsTaskDefinition $_ -ContainerDefinition @{ name = 'a'; image = 'b'; memory = 8 } };";

    [Fact]
    public void A_wildcard_asks_ECS_only_for_what_begins_like_it_the_newest_first()
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run($"'shop-a', 'shop-b', 'shop-b', 'other' {Register} Get-EcsTaskDefinition shop-* -Verbose");
        Assert.Equal(["shop-b:2", "shop-b:1", "shop-a:1"], Names(said));
        Assert.Equal((1, 2, 3), (said.Calls("ListTaskDefinitionFamilies"), said.Calls("ListTaskDefinitions"), said.Calls("DescribeTaskDefinition")));
    }

    [Fact]
    public void A_wildcard_behind_the_colon_lists_one_family()
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run($"'web', 'web-api' {Register} Get-EcsTaskDefinition web:* -Verbose");
        Assert.Equal(["web:2", "web:1"], Names(said));
        Assert.Equal((0, 1), (said.Calls("ListTaskDefinitionFamilies"), said.Calls("ListTaskDefinitions")));
    }

    [Theory]
    [InlineData("web", "web:2")]
    [InlineData("web:1", "web:1")]
    [InlineData("arn:aws:ecs:us-east-1:123456789012:task-definition/web:1", "web:1")]
    public void A_name_is_described_at_once(string name, string found)
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run($"'web' {Register} Get-EcsTaskDefinition {name} -Verbose");
        Assert.Equal([found], Names(said));
        Assert.Equal(0, said.Calls("ListTaskDefinitions"));
    }

    [Fact]
    public void A_family_with_a_status_is_all_its_revisions_of_that()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal(["web:2", "web:1"], Names(prompt.Run($"'web', 'web' {Register} Unregister-EcsTaskDefinition web:1, web:2 -Confirm:$false; Get-EcsTaskDefinition web -Status inactive")));
    }

    [Fact]
    public void Families_are_found_by_wildcard_and_status_and_piped_on()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"'shop', 'shop', 'store' {Register} Unregister-EcsTaskDefinition store:1 -Confirm:$false").Clean();
        Assert.Equal(["shop", "store", "web"], Families("Get-EcsTaskDefinitionFamily"));
        Assert.Equal(["shop", "store"], Families("Get-EcsTaskDefinitionFamily s*"));
        Assert.Equal(["store"], Families("Get-EcsTaskDefinitionFamily -Status INACTIVE"));
        Assert.Equal(["shop"], Families("Get-EcsTaskDefinitionFamily -FamilyPrefix s -Status ACTIVE"));
        Assert.Equal(["shop:2"], Names(prompt.Run("Get-EcsTaskDefinitionFamily shop | Get-EcsTaskDefinition")));

        IEnumerable<string> Families(string script) => prompt.Run(script).All<TaskDefinitionFamily>().Select(f => f.Family);
    }

    [Fact]
    public void A_family_that_is_not_there_is_an_error_and_the_rest_comes_out()
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run("Get-EcsTaskDefinitionFamily nosuch, web");
        Assert.Equal("web", Assert.Single(said.Output).ToString());
        Assert.Equal("MISSING,EcsTools.Commands.GetEcsTaskDefinitionFamilyCommand", said.Error().FullyQualifiedErrorId);
    }

    [Fact]
    public void Twelve_revisions_are_deleted_in_two_calls()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"@('old') * 12 {Register} Get-EcsTaskDefinition old:* | Unregister-EcsTaskDefinition -Confirm:$false").Clean();
        var said = prompt.Run("Get-EcsTaskDefinition old -Status INACTIVE | Remove-EcsTaskDefinition -Confirm:$false -PassThru -Verbose");
        Assert.Equal(2, said.Calls("DeleteTaskDefinitions"));
        Assert.Equal(12, said.All<TaskDefinition>().Count(d => d is { Status: "DELETE_IN_PROGRESS", DeleteRequestedAt: not null }));
        Assert.Empty(prompt.Run("Get-EcsTaskDefinition old -Status INACTIVE").Clean().Output);
        Assert.Equal(12, prompt.Run("Get-EcsTaskDefinition old -Status DELETE_IN_PROGRESS").Output.Count);
    }

    [Fact]
    public void What_cannot_be_deleted_is_an_error_each()
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run("Remove-EcsTaskDefinition web:1, web:7, web -Confirm:$false");
        Assert.Empty(said.Output);
        Assert.Equal(
            ["'web:1': The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
             "'web:7': The specified task definition does not exist. Specify a valid account, family, revision and try again.",
             "'web': The specified task definition identifier is invalid. Specify a valid name or ARN and try again."],
            said.Errors.Select(e => e.ToString()));
        Assert.All(said.Errors, e => Assert.Contains("Unregister-EcsTaskDefinition", e.ErrorDetails.RecommendedAction, StringComparison.Ordinal));
        Assert.Equal("DeleteTaskDefinitionsFailed,EcsTools.Commands.RemoveEcsTaskDefinitionCommand", said.Errors[0].FullyQualifiedErrorId);
    }

    [Fact]
    public void The_requests_say_what_the_parameters_say()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"families":["web"],"taskDefinitions":[],"failures":[]}"""));
        using var prompt = new EcsPrompt();
        var at = $"-Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b";
        prompt.Run($"Get-EcsTaskDefinitionFamily w* -Status all {at}; Remove-EcsTaskDefinition web:1 -Confirm:$false {at}").Clean();
        Assert.Equal(["""{"familyPrefix":"w","status":"ALL","maxResults":100}""", """{"taskDefinitions":["web:1"]}"""], peer.Received.Select(r => r.Text));
    }

    private static IEnumerable<string> Names(Said said) => said.All<TaskDefinition>().Select(d => $"{d.Family}:{d.Revision}");
}
