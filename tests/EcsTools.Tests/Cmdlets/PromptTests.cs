namespace EcsTools.Tests.Cmdlets;

/// <summary>A test finds nothing of the tests before it, although they may have run in the same runspace.</summary>
public sealed class PromptTests
{
    private const string State = """
        "$x $WhatIfPreference $ErrorActionPreference $($PSDefaultParameterValues.Count) $($Error.Count) $((Get-EcsContext).Cluster) $PWD"
        $ExecutionContext.InvokeCommand.GetCommands('*', 'Alias', $true).Count
        (Get-Module).Name
        Get-Job
        "$((Get-Command mine, prompt, Get-EcsCluster -ErrorAction Ignore).Definition)"
        $undefined.Member
        """;

    [Theory]
    [InlineData("$x = 1; $global:WhatIfPreference = $true; $PSDefaultParameterValues = @{ '*:Cluster' = 'x' }; $ErrorActionPreference = 'Stop'")]
    [InlineData("Set-EcsContext -Cluster other; $null = Start-EcsLocal; $null = New-EcsCluster shop")]
    [InlineData("function mine { }; function prompt { 'mine' }; function Get-EcsCluster { 'mocked' }")]
    [InlineData("function EcsTools\\Stop-EcsLocal { }; $null = Start-EcsLocal")]
    [InlineData("Set-StrictMode -Version Latest; Write-Error 'no' 2> $null")]
    [InlineData("Remove-Module EcsTools")]
    [InlineData("$null = New-Module mine { function mine { } } | Import-Module -Global")]
    [InlineData("$ExecutionContext.SessionState.Path.SetLocation('/'); $null = $ExecutionContext.InvokeProvider.Item.Set('Alias:mine', 'Get-EcsCluster')")]
    public void A_new_one_is_as_the_first(string script)
    {
        using var first = new EcsPrompt(); // still open, so that the next is another
        var expected = first.Run(State).Output;
        using (var before = new EcsPrompt()) before.Run(script);
        using var after = new EcsPrompt();
        Assert.Equal(expected, after.Run(State).Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("function EcsTools\\Stop-EcsLocal { }; function EcsTools\\Hide-EcsCluster { }; $global:WhatIfPreference = $true")]
    public async Task Its_local_ECS_and_its_page_end_with_it(string script)
    {
        using var prompt = Shop.Open(instances: 0);
        var page = new Uri(prompt.Run("Show-EcsCluster shop -NoBrowser -PassThru").One<string>());
        prompt.Run(script).Clean();
        var local = prompt.Local();
        Assert.True(local.IsRunning);
        prompt.Dispose();
        Assert.False(local.IsRunning);
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(page, TestContext.Current.CancellationToken));
    }
}
