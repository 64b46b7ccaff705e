using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The events of services, read like a log.</summary>
public sealed class ServiceEventTests
{
    [Fact]
    public void Events_come_out_in_the_order_in_which_they_happened_those_of_several_services_together()
    {
        using var prompt = Running();
        var events = prompt.Run("Get-EcsService | Get-EcsServiceEvent").All<ServiceEvent>();
        Assert.Equal(events.OrderBy(one => one.CreatedAt).Select(one => one.Id), events.Select(one => one.Id));
        Assert.Contains("(service api)", events[^1].Message, StringComparison.Ordinal);
        Assert.Contains("(service web) has started 2 tasks", events[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Since 00:05:00")]
    [InlineData("-Since 300")]
    [InlineData("-Since ((Get-EcsLocal).Time.AddMinutes(-5))")]
    public void Events_since_a_moment_are_those_and_the_later_ones(string since)
    {
        using var prompt = Running();
        prompt.Run("$null = Step-EcsLocal 01:00:00; $null = Update-EcsService web -DesiredCount 3 -Wait").Clean();
        Assert.Contains("has started 1 tasks", prompt.Run($"Get-EcsServiceEvent web {since}").All<ServiceEvent>()[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_are_the_last()
    {
        using var prompt = Running();
        Assert.Equal(
            prompt.Run("Get-EcsServiceEvent web").All<ServiceEvent>().TakeLast(2).Select(one => one.Id),
            prompt.Run("Get-EcsServiceEvent web -Newest 2").All<ServiceEvent>().Select(one => one.Id));
    }

    [Fact]
    public void Following_tells_each_event_once_until_the_service_is_deleted()
    {
        using var prompt = Running();
        using var other = new Bystander(prompt)
            .In(20, "$null = Update-EcsService web -DesiredCount 3")
            .In(60, "Remove-EcsService web -Force -Confirm:$false");
        var events = prompt.Run("Get-EcsServiceEvent web -Follow -Newest 0").All<ServiceEvent>();
        Assert.Contains("has started 1 tasks", events[0].Message, StringComparison.Ordinal);
        Assert.Equal(events.Count, events.DistinctBy(one => one.Id).Count());
    }

    [Fact]
    public void Following_ends_with_Ctrl_C()
    {
        using var prompt = Running();
        using var shell = prompt.Shell("Get-EcsServiceEvent web -Follow");
        using var output = new System.Management.Automation.PSDataCollection<System.Management.Automation.PSObject>();
        var run = shell.BeginInvoke<System.Management.Automation.PSObject, System.Management.Automation.PSObject>(null, output);
        Assert.True(SpinWait.SpinUntil(() => output.Count > 0, TimeSpan.FromSeconds(30)));
        shell.Stop();
        Assert.True(run.IsCompleted);
        Assert.Equal(System.Management.Automation.PSInvocationState.Stopped, shell.InvocationStateInfo.State);
    }

    [Fact]
    public void Following_looks_no_oftener_than_the_back_off_allows()
    {
        using var prompt = Running();
        using var other = new Bystander(prompt).In(600, "Remove-EcsService web -Force -Confirm:$false");
        Assert.InRange(prompt.Run("Get-EcsServiceEvent web -Follow -Verbose").Calls("DescribeServices"), 600 / 15, (600 / 12) + 40);
    }

    [Fact]
    public void Throttling_does_not_end_it()
    {
        using var prompt = Running();
        using var other = new Bystander(prompt)
            .In(5, "$null = Update-EcsService web -DesiredCount 3")
            .In(90, "Remove-EcsService web -Force -Confirm:$false");
        var said = prompt.Run("Set-EcsContext -MaxAttempts 1; $null = Set-EcsLocalBehavior -Operation DescribeServices -Throttle -Probability 0.5; do { $events = Get-EcsServiceEvent web -Follow -ErrorAction SilentlyContinue } until ($events); $events");
        Assert.Contains(said.Output, one => ((ServiceEvent)one.BaseObject).Message!.Contains("has started 1 tasks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_that_is_not_there_and_a_time_that_is_none_are_errors()
    {
        using var prompt = Running();
        var said = prompt.Run("Get-EcsServiceEvent nosuch, web");
        Assert.Equal("MISSING,EcsTools.Commands.GetEcsServiceEventCommand", said.Error().FullyQualifiedErrorId);
        Assert.NotEmpty(said.Output);
        Assert.Contains("neither a duration", prompt.Run("Get-EcsServiceEvent web -Since yesteryear").Error().ToString(), StringComparison.Ordinal);
    }

    private static EcsPrompt Running()
    {
        var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait; $null = New-EcsService api -TaskDefinition web -DesiredCount 1 -Wait").Clean();
        return prompt;
    }
}
