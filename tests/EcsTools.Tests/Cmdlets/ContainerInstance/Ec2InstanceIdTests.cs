using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The id of an EC2 instance stands for the container instance on it, in every cmdlet that takes one.</summary>
public sealed class Ec2InstanceIdTests
{
    private const string One = "i-0abc0000000000001", Two = "i-0abc0000000000002", None = "i-0abc0000000000009";

    [Theory]
    [InlineData("Get-EcsContainerInstance")]
    [InlineData("Wait-EcsContainerInstance", "ForEach-Object { $null = Update-EcsService web -DesiredCount 0 -Wait; $_ } | Update-EcsContainerInstanceState -Status DRAINING")]
    [InlineData("Update-EcsContainerInstanceState -Status DRAINING")]
    [InlineData("Unregister-EcsContainerInstance -Force -PassThru -Confirm:$false")]
    public void It_is_taken_for_a_container_instance(string cmdlet, string? before = null)
    {
        using var prompt = World();
        if (before is not null) prompt.Run($"$null = '{One}', '{Two}' | {before}").Clean();
        var said = prompt.Run($"'{One}', '{Two}' | {cmdlet} | ForEach-Object Ec2InstanceId");
        Assert.Equal([One, Two], said.All<string>().Order());
    }

    [Theory]
    [InlineData($"@(Get-EcsTask -ContainerInstance {One})[0].ContainerInstanceArn")]
    [InlineData($"Start-EcsTask web -ContainerInstance {One} | ForEach-Object ContainerInstanceArn")]
    [InlineData($"Set-EcsAttribute rack r1 -ContainerInstance {One} | ForEach-Object TargetId")]
    [InlineData($"Set-EcsAttribute -Attribute @{{ name = 'rack'; value = 'r1'; targetId = '{One}' }} | ForEach-Object TargetId")]
    [InlineData($"$null = Set-EcsAttribute rack r1 -ContainerInstance {One}; Get-EcsAttribute rack -ContainerInstance {One} | ForEach-Object TargetId")]
    [InlineData($"$null = Set-EcsAttribute rack r1 -ContainerInstance {One}; Remove-EcsAttribute rack -ContainerInstance {One} -PassThru -Confirm:$false | ForEach-Object TargetId")]
    public void It_is_taken_wherever_one_is_named(string script)
    {
        using var prompt = World();
        Assert.Equal(prompt.Run($"(Get-EcsContainerInstance).Where{{ $_.Ec2InstanceId -eq '{One}' }}.ContainerInstanceArn").One<string>(), prompt.Run(script).One<string>());
    }

    [Fact]
    public void Several_are_looked_up_in_one_call()
    {
        using var prompt = World();
        var said = prompt.Run($"'{One}', '{Two}' | Update-EcsContainerInstanceState -Status DRAINING -Verbose");
        Assert.Equal(2, said.All<ContainerInstance>().Count);
        Assert.Equal(1, said.Calls("ListContainerInstances"));
        Assert.Equal(1, said.Calls("UpdateContainerInstancesState"));
    }

    [Theory]
    [InlineData($"'{None}', '{One}' | Get-EcsContainerInstance")]
    [InlineData($"'{None}', '{One}' | Update-EcsContainerInstanceState -Status DRAINING")]
    [InlineData($"'{None}', '{One}' | Unregister-EcsContainerInstance -Force -PassThru -Confirm:$false")]
    [InlineData($"Start-EcsTask web -ContainerInstance {None}, {One}")]
    public void One_that_no_container_instance_has_is_an_error_and_the_others_are_processed(string script)
    {
        using var prompt = World();
        var said = prompt.Run(script);
        Assert.Contains(None, said.Error().ToString(), StringComparison.Ordinal);
        Assert.Contains("no container instance of the cluster is on this EC2 instance", said.Error().ToString(), StringComparison.Ordinal);
        Assert.Single(said.Output);
    }

    [Fact]
    public void A_drain_is_forecast_by_it()
    {
        using var prompt = World();
        Assert.Empty(prompt.Run($"Update-EcsContainerInstanceState {One} -Status DRAINING -WhatIf").Warnings);
    }

    private static EcsPrompt World()
    {
        var prompt = Shop.Open(instances: 0);
        prompt.Run("""
            1, 2 | ForEach-Object {
                $null = Register-EcsContainerInstance -TotalResource @{ name = 'CPU'; type = 'INTEGER'; integerValue = 4096 }, @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 8192 } -InstanceIdentityDocument ('{"region":"us-east-1","availabilityZone":"us-east-1a","instanceId":"i-0abc000000000000' + $_ + '","instanceType":"m5.large"}')
            }

            $null = New-EcsService web -TaskDefinition web -DesiredCount 4 -Wait
            """).Clean();
        return prompt;
    }
}
