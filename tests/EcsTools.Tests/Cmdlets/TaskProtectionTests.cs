using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Task protection at the prompt.</summary>
public sealed class TaskProtectionTests
{
    [Fact]
    public void Twelve_tasks_are_protected_in_two_calls_and_seen_in_one()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 12 -Wait; $null = Start-EcsTask web").Clean();
        var said = prompt.Run("Get-EcsTask -Service web | Update-EcsTaskProtection -ProtectionEnabled -ExpiresInMinutes 60 -Verbose");
        Assert.Equal(2, said.Calls("UpdateTaskProtection"));
        Assert.All(said.All<ProtectedTask>(), t => Assert.True(t.ProtectionEnabled));
        var seen = prompt.Run("Get-EcsTaskProtection -Verbose");
        Assert.Equal((12, 1), (seen.All<ProtectedTask>().Count(t => t.ExpirationDate is not null), seen.Calls("GetTaskProtection")));
        Assert.Equal(12, prompt.Run("Get-EcsService web | Get-EcsTaskProtection").All<ProtectedTask>().Count);

        prompt.Run("$null = Get-EcsTaskProtection | Update-EcsTaskProtection -ProtectionEnabled:$false").Clean();
        Assert.DoesNotContain(prompt.Run("Get-EcsTaskProtection").All<ProtectedTask>(), t => t.ProtectionEnabled == true);
    }

    [Fact]
    public void A_task_of_no_service_is_an_error_that_says_so()
    {
        using var prompt = Shop.Open();
        var error = prompt.Run("Start-EcsTask web | Update-EcsTaskProtection -ProtectionEnabled").Error();
        Assert.Equal("TASK_NOT_VALID,EcsTools.Commands.UpdateEcsTaskProtectionCommand", error.FullyQualifiedErrorId);
        Assert.Contains("service", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("TASK_NOT_VALID,", prompt.Run("Get-EcsTask | Get-EcsTaskProtection").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("MISSING,", prompt.Run("Get-EcsTaskProtection 00000000000000000000000000000000").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_requests_say_what_the_parameters_say()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"protectedTasks":[],"failures":[]}"""));
        using var prompt = new EcsPrompt();
        var at = $"-Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b -Cluster shop";
        prompt.Run($"Update-EcsTaskProtection a, b -ProtectionEnabled -ExpiresInMinutes 5 {at}; Update-EcsTaskProtection a -ProtectionEnabled:$false {at}; Get-EcsTaskProtection a {at}").Clean();
        Assert.Equal(
            ["""{"cluster":"shop","tasks":["a","b"],"protectionEnabled":true,"expiresInMinutes":5}""",
             """{"cluster":"shop","tasks":["a"],"protectionEnabled":false}""",
             """{"cluster":"shop","tasks":["a"]}"""],
            peer.Received.Select(r => r.Text));
    }
}
