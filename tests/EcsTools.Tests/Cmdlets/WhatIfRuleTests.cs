using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Everything that changes something has -WhatIf and -Confirm, and keeps to the preference variables.</summary>
public sealed class WhatIfRuleTests
{
    private static readonly string[] Reading = ["Get", "Wait", "Test", "Measure", "Compare", "Show", "Hide"];

    [Fact]
    public void Every_cmdlet_whose_verb_changes_something_has_WhatIf_and_Confirm()
    {
        using var prompt = new EcsPrompt();
        var cmdlets = prompt.Run("Get-Command -Module EcsTools -CommandType Cmdlet").All<CmdletInfo>();
        Assert.True(cmdlets.Count > 90);
        Assert.All(cmdlets, cmdlet => Assert.True(
            Reading.Contains(cmdlet.Verb) != (cmdlet.Parameters.ContainsKey("WhatIf") && cmdlet.Parameters.ContainsKey("Confirm")), cmdlet.Name));
    }

    [Fact]
    public void WhatIfPreference_keeps_the_local_ECS_and_the_session_as_they_are()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = Set-EcsLocalBehavior -Family web -ExitCode 1; $before = (Get-EcsLocal).Time").Clean();
        prompt.Run("""
            $WhatIfPreference = $true
            Stop-EcsLocal
            Step-EcsLocal 60 | Out-Null
            Set-EcsContext -Cluster other -Region eu-west-1
            Set-EcsContext -Clear
            Set-EcsLocalBehavior -Family api -ExitCode 1
            Remove-EcsLocalBehavior
            Remove-EcsLocalBehavior -Family web
            Export-EcsLocal /tmp/ecstools-never.json
            """).Clean();
        Assert.Equal("shop 1 True False", prompt.Run("\"$((Get-EcsContext).Cluster) $(@(Get-EcsLocalBehavior).Count) $((Get-EcsLocal).Time -eq $before) $([IO.File]::Exists('/tmp/ecstools-never.json'))\"").One<string>());
        using var other = new EcsPrompt();
        Assert.Empty(other.Run("$WhatIfPreference = $true; Start-EcsLocal; $WhatIfPreference = $false; Get-EcsLocal").Clean().Output);
    }

    [Fact]
    public void No_secret_stands_in_what_WhatIf_says()
    {
        var host = new AnsweringHost();
        using var prompt = new EcsPrompt(host);
        prompt.Run("Set-EcsContext -AccessKey AKIAX -SecretKey hunter2 -SessionToken tok -WhatIf").Clean();
        Assert.Contains("SecretKey", Assert.Single(host.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", host.Lines[0], StringComparison.Ordinal);
    }
}
