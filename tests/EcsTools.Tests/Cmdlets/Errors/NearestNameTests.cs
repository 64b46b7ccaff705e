namespace EcsTools.Tests.Cmdlets;

/// <summary>An error about a name that doesn't exist has the nearest existing name.</summary>
public sealed class NearestNameTests
{
    [Theory]
    [InlineData("Get-EcsService wbe", "web")]
    [InlineData("Update-EcsService wbe -DesiredCount 2", "web")]
    [InlineData("Remove-EcsService wbe -Confirm:$false", "web")]
    [InlineData("Restart-EcsService wbe", "web")]
    [InlineData("Get-EcsCluster shpo", "shop")]
    [InlineData("Get-EcsTask -Cluster shpo", "shop")]
    [InlineData("Get-EcsService web -Cluster shpo", "shop")]
    [InlineData("Update-EcsService web -Cluster shpo -DesiredCount 1", "shop")]
    [InlineData("Update-EcsService web -TaskDefinition wbe", "web")]
    [InlineData("Start-EcsTask wbe", "web")]
    [InlineData("Get-EcsTaskDefinition wbe", "web")]
    [InlineData("Get-EcsCapacityProvider FARGAET", "FARGATE")]
    public void Names_the_nearest(string script, string expected)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 0").Clean();
        var error = prompt.Run(script).Error();
        Assert.EndsWith($"Did you mean '{expected}'?", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(error.ToString(), error.Exception.Message);
    }

    [Theory]
    [InlineData("Get-EcsService something-else")]
    [InlineData("$null = Set-EcsLocalBehavior -Operation ListServices -ErrorCode AccessDeniedException; Get-EcsService wbe")]
    [InlineData("$null = Set-EcsLocalBehavior -Operation ListServices -DropConnection; Get-EcsService wbe")]
    public void Says_nothing_where_none_is_near_or_the_list_fails(string script)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 0").Clean();
        Assert.EndsWith("was not found.", prompt.Run(script).Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_list_call_serves_all_names_of_a_command()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 0; $null = Set-EcsLocalBehavior -Operation ListServices -ErrorCode AccessDeniedException -Count 1000").Clean();
        Assert.Equal(100, prompt.Run("1..100 | ForEach-Object { \"wb$_\" } | Get-EcsService").Errors.Count);
        Assert.Equal(1, prompt.Run("(Get-EcsLocalBehavior)[0].AppliedCount").One<int>());
    }
}
