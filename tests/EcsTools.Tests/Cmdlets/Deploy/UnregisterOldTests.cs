using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Old revisions that are cleared away, but for those in use.</summary>
public sealed class UnregisterOldTests
{
    [Fact]
    public void Old_revisions_go_and_the_newest_stay()
    {
        using var prompt = Revisions(5);
        var gone = prompt.Run("Unregister-EcsTaskDefinition -Family web -Keep 2 -PassThru -Confirm:$false").All<TaskDefinition>();
        Assert.Equal(["web:3", "web:2", "web:1"], gone.Select(one => one.ToString()));
        Assert.Equal(["web:5", "web:4"], Left(prompt));
    }

    [Fact]
    public void What_a_service_a_deployment_a_task_set_or_a_task_of_any_cluster_uses_stays()
    {
        using var prompt = Revisions(7);
        prompt.Run("""
            $null = New-EcsCluster other
            $null = New-EcsService web -TaskDefinition web:1 -DesiredCount 1 -Wait
            $null = Update-EcsService web -TaskDefinition web:2
            $null = Start-EcsTask web:3
            $null = New-EcsService far -TaskDefinition web:4 -Cluster other -DesiredCount 0
            $null = New-EcsService sets -DeploymentController @{ type = 'EXTERNAL' } -DesiredCount 0
            $null = New-EcsTaskSet sets -TaskDefinition web:5 -LaunchType EC2
            Unregister-EcsTaskDefinition -Family web -Keep 0 -Confirm:$false
            """).Clean();
        Assert.Equal(["web:5", "web:4", "web:3", "web:2", "web:1"], Left(prompt));
    }

    [Fact]
    public void WhatIf_and_No_leave_all()
    {
        using var prompt = Revisions(3);
        Assert.Equal(0, prompt.Run("Unregister-EcsTaskDefinition -Family web -Keep 1 -WhatIf -Verbose").Clean().Calls("DeregisterTaskDefinition"));
        var host = new AnsweringHost();
        using var asked = Shop.Open(instances: 0, host: host);
        asked.Run("$null = Copy-EcsTaskDefinition web; Unregister-EcsTaskDefinition -Family web -Keep 0").Clean();
        Assert.Equal(2, host.Questions.Count);
        Assert.Equal(["web:2", "web:1"], Left(asked));
    }

    [Fact]
    public void Families_come_down_the_pipeline_and_revisions_still_do()
    {
        using var prompt = Revisions(3);
        prompt.Run("$null = Copy-EcsTaskDefinition web -Family api; $null = Copy-EcsTaskDefinition web -Family api").Clean();
        prompt.Run("Get-EcsTaskDefinitionFamily | Unregister-EcsTaskDefinition -Keep 1 -Confirm:$false").Clean();
        Assert.Equal(["web:3"], Left(prompt));
        Assert.Equal("api:2", prompt.Run("Get-EcsTaskDefinition api:*").One<TaskDefinition>().ToString());
        prompt.Run("Get-EcsTaskDefinition web | Unregister-EcsTaskDefinition -Confirm:$false").Clean();
        Assert.Empty(Left(prompt));
    }

    private static IEnumerable<string> Left(EcsPrompt prompt) => prompt.Run("Get-EcsTaskDefinition web:*").All<TaskDefinition>().Select(one => one.ToString());

    private static EcsPrompt Revisions(int count)
    {
        var prompt = Shop.Open();
        prompt.Run($"2..{count} | ForEach-Object {{ $null = Copy-EcsTaskDefinition web }}").Clean();
        return prompt;
    }
}
