using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Account settings: whose they are, what holds for whom, and what they change.</summary>
public sealed class AccountSettingTests
{
    private const string Jo = "arn:aws:iam::123456789012:user/jo", Root = "arn:aws:iam::123456789012:root";

    [Fact]
    public void Nothing_is_listed_before_something_was_set_and_everything_as_it_takes_effect()
    {
        using var prompt = Open();
        Assert.Empty(prompt.Run("Get-EcsAccountSetting").All<Setting>());
        var said = prompt.Run("Get-EcsAccountSetting -EffectiveSettings -Verbose");
        Assert.Equal(SettingName.Values.Order(StringComparer.Ordinal), said.All<Setting>().Select(s => s.Name));
        Assert.Equal(2, said.Calls("ListAccountSettings")); // ECS gives ten on a page
        Assert.All(said.All<Setting>(), s => Assert.Equal(Root, s.PrincipalArn));
        Assert.Equal("aws_managed", said.All<Setting>().Single(s => s.Name == "guardDutyActivate").Type);
    }

    [Fact]
    public void A_setting_of_one_user_is_theirs_alone()
    {
        using var prompt = Open();
        var set = prompt.Run($"Set-EcsAccountSetting containerInsights -Value enhanced -PrincipalArn {Jo}").One<Setting>();
        Assert.Equal(("containerInsights", "enhanced", Jo, "user"), (set.Name, set.Value, set.PrincipalArn, set.Type));
        Assert.Equal("enhanced", prompt.Run($"Get-EcsAccountSetting containerInsights -EffectiveSettings -PrincipalArn {Jo}").One<Setting>().Value);
        Assert.Equal("disabled", prompt.Run("Get-EcsAccountSetting containerInsights -EffectiveSettings").One<Setting>().Value);
        Assert.Equal("disabled", prompt.Run("New-EcsCluster plain").One<Cluster>().Settings![0].Value);
    }

    [Fact]
    public void The_value_stands_after_the_name()
    {
        using var prompt = Open();
        Assert.Equal("enhanced", prompt.Run("Set-EcsAccountSetting containerInsights enhanced").One<Setting>().Value);
        Assert.Equal("enabled", prompt.Run("Set-EcsAccountSettingDefault containerInsights enabled").One<Setting>().Value);
        Assert.Equal("disabled", prompt.Run("$null = New-EcsCluster plain; Update-EcsClusterSetting plain @{ containerInsights = 'disabled' }").One<Cluster>().Settings![0].Value);
    }

    [Theory]
    [InlineData("Set-EcsAccountSetting")] // the local ECS takes every caller for the root user
    [InlineData("Set-EcsAccountSettingDefault")]
    public void What_root_sets_holds_for_all_who_have_set_nothing_themselves(string command)
    {
        using var prompt = Open();
        prompt.Run($"$null = Set-EcsAccountSetting awsvpcTrunking -Value enabled -PrincipalArn {Jo}").Clean();
        Assert.Equal(Root, prompt.Run($"{command} awsvpcTrunking -Value disabled").One<Setting>().PrincipalArn);
        Assert.Equal(("enabled", Jo), Effective(prompt, Jo));
        Assert.Equal(("disabled", Root), Effective(prompt, "arn:aws:iam::123456789012:role/other"));
    }

    [Fact]
    public void A_removed_setting_falls_back_to_the_default()
    {
        using var prompt = Open();
        prompt.Run($"$null = Set-EcsAccountSettingDefault awsvpcTrunking -Value enabled; $null = Set-EcsAccountSetting awsvpcTrunking -Value disabled -PrincipalArn {Jo}").Clean();
        var removed = prompt.Run($"Remove-EcsAccountSetting awsvpcTrunking -PrincipalArn {Jo} -PassThru").One<Setting>();
        Assert.Equal(("enabled", Jo), (removed.Value, removed.PrincipalArn));
        Assert.Equal(("enabled", Root), Effective(prompt, Jo));
        Assert.Empty(prompt.Run("Remove-EcsAccountSetting awsvpcTrunking").All<Setting>());
        Assert.Equal(("disabled", Root), Effective(prompt, Jo));
    }

    [Fact]
    public void Settings_from_the_pipeline_name_themselves_and_whose_they_are()
    {
        using var prompt = Open();
        prompt.Run($"$null = Set-EcsAccountSetting awsvpcTrunking -Value enabled -PrincipalArn {Jo}").Clean();
        var changed = prompt.Run($"Get-EcsAccountSetting -PrincipalArn {Jo} | Set-EcsAccountSetting -Value disabled").One<Setting>();
        Assert.Equal(("awsvpcTrunking", "disabled", Jo), (changed.Name, changed.Value, changed.PrincipalArn));
        prompt.Run($"Get-EcsAccountSetting -PrincipalArn {Jo} | Remove-EcsAccountSetting").Clean();
        Assert.Empty(prompt.Run($"Get-EcsAccountSetting -PrincipalArn {Jo}").All<Setting>());
        Assert.Equal(Root, prompt.Run("Get-EcsAccountSetting awsvpcTrunking -EffectiveSettings | Set-EcsAccountSettingDefault -Value enabled").One<Setting>().PrincipalArn);
    }

    [Fact]
    public void Names_take_wildcards_and_a_value_filters()
    {
        using var prompt = Open();
        Assert.Equal(
            ["containerInstanceLongArnFormat", "serviceLongArnFormat", "taskLongArnFormat"],
            prompt.Run("Get-EcsAccountSetting *longarn* -EffectiveSettings").All<Setting>().Select(s => s.Name));
        Assert.Empty(prompt.Run("Get-EcsAccountSetting taskLongArnFormat -Value disabled -EffectiveSettings").All<Setting>());
        Assert.Equal("awsvpcTrunking", prompt.Run("Get-EcsAccountSetting -EffectiveSettings -First 1").One<Setting>().Name);
        Assert.Equal("containerInsights", prompt.Run("Get-EcsAccountSetting -EffectiveSettings -Skip 1 -First 1").One<Setting>().Name);
    }

    [Fact]
    public void Container_insights_as_the_account_has_it_are_what_a_new_cluster_has()
    {
        using var prompt = Open();
        prompt.Run("$null = Set-EcsAccountSetting containerInsights -Value enabled").Clean();
        Assert.Equal("enabled", prompt.Run("New-EcsCluster watched").One<Cluster>().Settings![0].Value);
        Assert.Equal("disabled", prompt.Run("New-EcsCluster unwatched -Setting @{ name = 'containerInsights'; value = 'disabled' }").One<Cluster>().Settings![0].Value);
    }

    [Fact]
    public void Trunking_gives_more_task_interfaces_to_instances_that_register_afterwards()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("""
            $null = Register-EcsTaskDefinition vpc -NetworkMode awsvpc -ContainerDefinition @{ name = 'web'; image = 'nginx'; cpu = 8; memory = 8 }
            $null = New-EcsService old -TaskDefinition vpc -DesiredCount 15 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = @('subnet-1') } }
            $null = Set-EcsAccountSetting awsvpcTrunking -Value enabled
            Step-EcsLocal
            """).Clean();
        Assert.Equal(10, prompt.Run("Get-EcsService old").One<Service>().RunningCount);
        prompt.Run("$null = Add-Instance 1; Step-EcsLocal").Clean();
        Assert.Equal(15, prompt.Run("Get-EcsService old").One<Service>().RunningCount);
        Assert.Single(prompt.Run("Get-EcsContainerInstance").All<ContainerInstance>(), i => i.Attributes!.Exists(a => a.Name == "ecs.awsvpc-trunk-id"));
    }

    [Theory]
    [InlineData("Set-EcsAccountSetting serviceLongArnFormat -Value disabled", "You can no longer disable Long Arn settings.")]
    [InlineData("Set-EcsAccountSettingDefault taskLongArnFormat -Value disabled", "You can no longer disable Long Arn settings.")]
    [InlineData("Set-EcsAccountSetting guardDutyActivate -Value on", "The setting guardDutyActivate is managed by Amazon GuardDuty and cannot be changed here.")]
    [InlineData("Set-EcsAccountSetting fargateTaskRetirementWaitPeriod -Value 3", "setting value of fargateTaskRetirementWaitPeriod should be one of [7,0,14]")]
    [InlineData("Set-EcsAccountSetting nosuch -Value on", "setting name should be one of [")]
    [InlineData("Remove-EcsAccountSetting nosuch", "setting name should be one of [")]
    [InlineData("Set-EcsAccountSetting awsvpcTrunking -Value enabled -PrincipalArn arn:aws:iam::999999999999:root", "The principal ARN is invalid.")]
    [InlineData("Get-EcsAccountSetting -Value on", "A setting value can only be looked for together with a setting name.")]
    public void What_cannot_be_set_is_refused(string script, string message)
    {
        using var prompt = Open();
        var error = prompt.Run(script).Error();
        Assert.StartsWith("InvalidParameterException,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(message, Refusal.EcsText(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_arns_can_be_enabled_again_and_are_what_resources_have()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = Set-EcsAccountSetting serviceLongArnFormat -Value enabled").Clean();
        Assert.EndsWith(":service/shop/web", prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 0").One<Service>().ServiceArn, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_kept_with_the_state_and_a_region_each()
    {
        using var prompt = Open();
        prompt.Run("$null = Set-EcsAccountSetting awsvpcTrunking -Value enabled").Clean();
        Assert.Empty(prompt.Run("Get-EcsAccountSetting -Region eu-west-1").All<Setting>());
        Assert.Single(prompt.Run("Get-EcsAccountSetting").All<Setting>());
    }

    private static (string? Value, string? Principal) Effective(EcsPrompt prompt, string principal)
    {
        var setting = prompt.Run($"Get-EcsAccountSetting awsvpcTrunking -EffectiveSettings -PrincipalArn {principal}").One<Setting>();
        return (setting.Value, setting.PrincipalArn);
    }

    private static EcsPrompt Open()
    {
        var prompt = new EcsPrompt();
        prompt.Run("$null = Start-EcsLocal -ManualClock").Clean();
        return prompt;
    }
}
