using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Nothing is changed that the user did not agree to.</summary>
public sealed class ConfirmTests
{
    [Fact]
    public void Confirm_asks_through_the_host_and_No_changes_nothing()
    {
        var host = new AnsweringHost("No");
        using var prompt = Shop.Open(host: host);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        var said = prompt.Run("Update-EcsService web -DesiredCount 4 -Confirm -Verbose");
        Assert.Equal(0, said.Calls("UpdateService"));
        var question = Assert.Single(host.Questions);
        Assert.Contains("service web in cluster shop", question, StringComparison.Ordinal);
        Assert.Contains("Set desiredCount to 4", question, StringComparison.Ordinal);
        Assert.Equal(1, prompt.Run("Get-EcsService web").One<Service>().DesiredCount);
    }

    [Fact]
    public void Confirm_asks_through_the_host_and_Yes_changes_it()
    {
        var host = new AnsweringHost("Yes");
        using var prompt = Shop.Open(host: host);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1; $null = Update-EcsService web -DesiredCount 4 -Confirm").Clean();
        Assert.Single(host.Questions);
        Assert.Equal(4, prompt.Run("Get-EcsService web").One<Service>().DesiredCount);
    }

    [Fact]
    public void WhatIf_needs_no_endpoint_where_nothing_is_foretold()
    {
        using var prompt = new EcsPrompt();
        prompt.Run("New-EcsCluster shop -Region us-east-1 -EndpointUrl 'no url' -WhatIf; Stop-EcsTask 0123456789abcdef0123456789abcdef -Region us-east-1 -EndpointUrl 'no url' -WhatIf").Clean();
    }

    [Theory]
    [InlineData("Update-EcsCluster shop -ServiceConnectDefaults inside", "Set serviceConnectDefaults")]
    [InlineData("Get-EcsCluster shop | Add-EcsTag -Tag @{ rack = 4 }", "Tag with rack = 4")]
    [InlineData("Get-EcsCluster shop | Remove-EcsTag -TagKey rack, team", "Remove the tags rack, team")]
    public void The_question_says_what_is_done(string script, string action)
    {
        var host = new AnsweringHost("No");
        using var prompt = Shop.Open(instances: 0, host: host);
        prompt.Run($"{script} -Confirm").Clean();
        Assert.Contains(action, Assert.Single(host.Questions), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove-EcsService web -Force")]
    [InlineData("Remove-EcsCluster shop")]
    [InlineData("Unregister-EcsTaskDefinition web:1")]
    [InlineData("Remove-EcsTaskDefinition web:1")]
    [InlineData("Remove-EcsTaskSet ecs-svc/1 -Service web")]
    [InlineData("Get-EcsContainerInstance -First 1 | Unregister-EcsContainerInstance")]
    public void What_destroys_asks_without_being_told_to(string script)
    {
        var host = new AnsweringHost("No");
        using var prompt = Shop.Open(host: host);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        var said = prompt.Run($"$ConfirmPreference = 'High'; {script} -Verbose");
        Assert.Single(host.Questions);
        Assert.DoesNotContain(said.Verbose, v => v.Message.StartsWith("De", StringComparison.Ordinal) && !v.Message.StartsWith("Describe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("New-EcsCluster other")]
    [InlineData("New-EcsService other -TaskDefinition web -DesiredCount 1")]
    [InlineData("Update-EcsService web -DesiredCount 9")]
    [InlineData("Remove-EcsService web -Force")]
    [InlineData("Remove-EcsCluster shop")]
    [InlineData("Register-EcsTaskDefinition other -ContainerDefinition @{ name = 'a'; image = 'b'; memory = 8 }")]
    [InlineData("Unregister-EcsTaskDefinition web:1")]
    [InlineData("Remove-EcsTaskDefinition web:1")]
    [InlineData("New-EcsTaskSet web -TaskDefinition web")]
    [InlineData("Update-EcsTaskSet ecs-svc/1 -Service web -Scale 50")]
    [InlineData("Remove-EcsTaskSet ecs-svc/1 -Service web")]
    [InlineData("Update-EcsServicePrimaryTaskSet web ecs-svc/1")]
    [InlineData("Stop-EcsServiceDeployment a")]
    [InlineData("Resume-EcsServiceDeployment a -HookId h")]
    [InlineData("Update-EcsTaskProtection abc -ProtectionEnabled")]
    [InlineData("Invoke-EcsCommand abc /bin/sh")]
    [InlineData("Register-EcsContainerInstance")]
    [InlineData("Unregister-EcsContainerInstance abc")]
    [InlineData("Update-EcsContainerInstanceState abc -Status DRAINING")]
    [InlineData("Start-EcsTask web -Count 30")]
    [InlineData("Stop-EcsTask abc")]
    [InlineData("Set-EcsAccountSetting containerInsights -Value enabled")]
    [InlineData("Set-EcsAccountSettingDefault containerInsights -Value enabled")]
    [InlineData("Remove-EcsAccountSetting containerInsights")]
    [InlineData("Add-EcsTag arn:aws:ecs:us-east-1:123456789012:cluster/shop @{ team = 'web' }")]
    [InlineData("Remove-EcsTag arn:aws:ecs:us-east-1:123456789012:cluster/shop team")]
    [InlineData("Submit-EcsTaskStateChange abc -Status RUNNING")]
    [InlineData("Submit-EcsContainerStateChange abc web -Status RUNNING")]
    [InlineData("Submit-EcsAttachmentStateChange @{ attachmentArn = 'a'; status = 'ATTACHED' }")]
    [InlineData("Update-EcsContainerAgent abc")]
    [InlineData("Set-EcsAttribute stack production -ContainerInstance abc")]
    [InlineData("Get-EcsContainerInstance -First 1 -Verbose:$false | Remove-EcsAttribute stack")]
    public void WhatIf_changes_nothing(string script)
    {
        using var prompt = Shop.Open();
        var said = prompt.Run($"{script} -WhatIf -Verbose").Clean();
        var calls = said.Verbose.Where(v => v.Message.Contains(" ms, ", StringComparison.Ordinal));
        Assert.All(calls, call => Assert.Matches("^(List|Describe|Get)", call.Message), throwIfEmpty: false); // a prediction reads
    }
}
