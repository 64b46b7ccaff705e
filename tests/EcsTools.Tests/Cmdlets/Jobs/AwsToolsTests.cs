using System.Management.Automation;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Habits of AWS.Tools: its credentials, its files, its names.</summary>
public sealed class AwsToolsTests
{
    /// <summary>As AWSCredentials and ImmutableCredentials have it.</summary>
    private const string Credentials = """
        class Keys { [string] $AccessKey = 'AKIAFROMOBJECT'; [string] $SecretKey = 'x'; [string] $Token = '' }
        class Holder { [Keys] GetCredentials() { return [Keys]::new() } }
        """;

    [Fact]
    public void Credentials_are_taken_by_their_public_members()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"clusterArns":[]}"""));
        using var prompt = new EcsPrompt();
        prompt.Run($"{Credentials}\nGet-EcsCluster -Credential ([Holder]::new()) -Region us-east-1 -EndpointUrl {peer.Url}").Clean();
        Assert.Contains("Credential=AKIAFROMOBJECT/", peer.Received[0].Headers["authorization"], StringComparison.Ordinal);
        prompt.Run($"Set-EcsContext us-east-1 -Credential ([Holder]::new()) -EndpointUrl {peer.Url}; Get-EcsCluster").Clean();
        Assert.Contains("Credential=AKIAFROMOBJECT/", peer.Received[1].Headers["authorization"], StringComparison.Ordinal);
        Assert.Contains("can't be used together", prompt.Run("Set-EcsContext -Credential ([Holder]::new()) -ProfileName ops").Error().ToString(), StringComparison.Ordinal);
        var other = prompt.Run($"Get-EcsCluster -Credential 3 -Region us-east-1 -EndpointUrl {peer.Url}");
        Assert.Contains("-Credential requires an object of AWS.Tools", $"{other.Ended?.Message}{string.Join(' ', other.Errors)}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_is_taken_from_the_file_that_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("ecstools").FullName;
        try
        {
            File.WriteAllText($"{folder}/mine", "[ops]\naws_access_key_id = AKIAFROMFILE\naws_secret_access_key = x\nregion = eu-west-1\n");
            using var peer = new HttpPeer(HttpPeer.Ok("""{"clusterArns":[]}"""));
            using var prompt = new EcsPrompt();
            prompt.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder}'); Get-EcsCluster -ProfileName ops -ProfileLocation ./mine -EndpointUrl {peer.Url}").Clean();
            prompt.Run($"Set-EcsContext -ProfileName ops -ProfileLocation ./mine -EndpointUrl {peer.Url}; Get-EcsCluster").Clean();
            Assert.Equal(2, peer.Received.Count);
            Assert.All(peer.Received, received => Assert.Contains("Credential=AKIAFROMFILE/", received.Headers["authorization"], StringComparison.Ordinal));
            Assert.Equal($"{folder}/mine", prompt.Run("(Get-EcsContext).ProfileLocation").One<string>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A script of AWS.Tools that lists ARNs and goes through them.</summary>
    [Fact]
    public void Lists_go_through_the_scripts_that_were_written_for_ARNs()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait").Clean();
        var said = prompt.Run("""
            foreach ($cluster in Get-ECSClusterList) {
                foreach ($task in Get-ECSTaskList -Cluster $cluster -ServiceName web) { Stop-ECSTask -Cluster $cluster -Task $task -PassThru }
            }
            """);
        Assert.Equal(2, said.All<EcsTask>().Count);
        Assert.Equal("Get-EcsTaskDefinition", prompt.Run("Get-Command Get-ECSTaskDefinitionList").One<AliasInfo>().ResolvedCommand.Name);
    }
}
