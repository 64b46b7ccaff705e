using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The local ECS from the prompt: started, moved, ended.</summary>
public sealed class LocalTests
{
    [Fact]
    public void A_number_is_a_span_of_seconds()
    {
        using var prompt = new EcsPrompt();
        prompt.Run("$null = Start-EcsLocal -ManualClock -ConsistencyDelay 3").Clean();
        var before = prompt.Local().Options.TimeProvider.GetUtcNow();
        prompt.Run("$null = Step-EcsLocal 90").Clean();
        Assert.Equal((TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(3)), (prompt.Local().Options.TimeProvider.GetUtcNow() - before, prompt.Local().Options.ConsistencyDelay));
    }

    [Theory]
    [InlineData("-SecretKey b", "-AccessKey is missing")]
    [InlineData("-AccessKey a", "-SecretKey is missing")]
    [InlineData("-SessionToken c", "-AccessKey and -SecretKey are missing")]
    public void A_part_of_the_keys_is_an_error_that_names_the_rest(string keys, string missing)
    {
        using var prompt = Shop.Open(instances: 0);
        foreach (var script in new[] { $"Get-EcsCluster {keys}", $"Set-EcsContext {keys}" })
        {
            var error = prompt.Run(script).Error();
            Assert.StartsWith("InvalidCredentials,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(missing, error.ToString(), StringComparison.Ordinal);
            Assert.Contains("-SecretKey", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Other_credentials_stay_at_the_sessions_local_ecs()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Single(prompt.Run("Get-EcsCluster -AccessKey a -SecretKey b").All<Cluster>());
    }

    [Fact]
    public void A_second_one_in_the_same_session_is_refused_with_the_way_out()
    {
        using var prompt = new EcsPrompt();
        prompt.Run("$null = Start-EcsLocal").Clean();
        var said = prompt.Run("try { Start-EcsLocal } catch { $_ }");
        var error = (System.Management.Automation.ErrorRecord)Assert.Single(said.Output).BaseObject;
        Assert.Equal("LocalAlreadyRuns,EcsTools.Commands.StartEcsLocalCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Stop-EcsLocal", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sessions_have_two_local_ecs_that_know_nothing_of_each_other()
    {
        using var one = Shop.Open(instances: 0);
        using var other = new EcsPrompt();
        other.Run("$null = Start-EcsLocal").Clean();
        Assert.Empty(other.Run("Get-EcsCluster").All<Cluster>());
        Assert.Equal("shop", one.Run("Get-EcsCluster").One<Cluster>().ClusterName);
    }

    [Fact]
    public void A_port_in_use_is_an_error_that_names_it()
    {
        using var one = new EcsPrompt();
        using var other = new EcsPrompt();
        var port = one.Run("(Start-EcsLocal).Url.Port").One<int>();
        var said = other.Run($"try {{ Start-EcsLocal -Port {port} }} catch {{ $_ }}");
        var error = (System.Management.Automation.ErrorRecord)Assert.Single(said.Output).BaseObject;
        Assert.Equal("PortInUse,EcsTools.Commands.StartEcsLocalCommand", error.FullyQualifiedErrorId);
        Assert.Contains($"{port}", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_manual_clock_stands_still_until_it_is_stepped()
    {
        using var prompt = Shop.Open();
        prompt.Run("Start-EcsTask web").Clean();
        Assert.NotEqual("RUNNING", prompt.Run("Get-EcsTask").One<EcsTask>().LastStatus);
        var before = prompt.Run("(Get-EcsLocal).Time").One<DateTime>();
        Assert.Equal(before.AddMinutes(2), prompt.Run("(Step-EcsLocal 00:02:00).Time").One<DateTime>());
        Assert.Equal("RUNNING", prompt.Run("Get-EcsTask").One<EcsTask>().LastStatus);
    }

    [Fact]
    public void The_same_seed_gives_the_same_ids()
    {
        static string Ids()
        {
            using var prompt = new EcsPrompt();
            prompt.Run("$null = Start-EcsLocal -ManualClock -Seed 7; $null = New-EcsCluster default; $null = Register-EcsContainerInstance -TotalResource @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 512 }; $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'a'; image = 'b'; memory = 8 }").Clean();
            return string.Join(" ", prompt.Run("Start-EcsTask web -Count 5").All<EcsTask>().Select(t => t.TaskArn));
        }

        Assert.Equal(Ids(), Ids());
    }

    [Fact]
    public void Removing_the_module_ends_it()
    {
        using var prompt = new EcsPrompt();
        var url = prompt.Run("(Start-EcsLocal).Url").One<Uri>();
        prompt.Run("Remove-Module EcsTools").Clean();
        using var http = new HttpClient();
        Assert.Throws<HttpRequestException>(() => http.Send(new HttpRequestMessage(HttpMethod.Get, url), TestContext.Current.CancellationToken));
    }
}
