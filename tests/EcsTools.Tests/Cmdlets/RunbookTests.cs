using System.Globalization;
using EcsTools.Tests.Shell;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The runbooks of docs/examples, run in PowerShell on the shop that the help pages start with too.</summary>
public sealed class RunbookTests(PwshSession shell)
{
    [Fact]
    public async Task Instances_are_replaced_zone_by_zone_while_the_services_go_on()
    {
        var (output, code) = await Run("""
            $replace = {
                foreach ($one in $args[0]) {
                    if (@(Get-EcsTask -ContainerInstance $one.ContainerInstanceArn).Count) { throw 'There are tasks left.' }
                    $null = Register-EcsContainerInstance -TotalResource $one.RegisteredResources -Attribute ($one.Attributes | Where-Object Name -EQ 'ecs.availability-zone')
                }
            }
            $old = (Get-EcsContainerInstance).ContainerInstanceArn
            & docs/examples/replace-instances.ps1 shop -Replace $replace
            $left = @(Get-EcsContainerInstance | Where-Object { $_.ContainerInstanceArn -in $old }).Count
            "$left old instances, $(@(Get-EcsContainerInstance).Count) in all, $((Get-EcsService web).RunningCount) tasks of web"
            """);
        Assert.Equal(0, code);
        Assert.Equal(["us-east-1a: draining 1 instances", "us-east-1a: done", "us-east-1b: draining 1 instances", "us-east-1b: done", "us-east-1c: draining 1 instances", "us-east-1c: done", "0 old instances, 3 in all, 3 tasks of web"], output);
    }

    [Fact]
    public async Task A_zone_that_does_not_drain_ends_the_replacing()
    {
        var (output, code) = await Run("""
            $null = Start-EcsTask worker -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:ecs.availability-zone == us-east-1a' }
            try { & docs/examples/replace-instances.ps1 shop -Timeout 00:05:00 } catch { "$_" }
            @(Get-EcsContainerInstance -Status ACTIVE).Count
            """);
        Assert.Equal(0, code);
        Assert.Equal("us-east-1a: draining 1 instances", output[0]);
        Assert.Contains("after 00:05:00", output[1], StringComparison.Ordinal);
        Assert.Equal("2", output[^1]);
    }

    [Fact]
    public async Task A_migration_that_succeeds_names_its_task()
    {
        var (output, code) = await Run("""
            $null = Set-EcsLocalBehavior -Family migrate -ExitCode 0 -ExitAfter 20
            & docs/examples/migrate.ps1 shop migrate -Subnet subnet-1
            """);
        Assert.Equal(0, code);
        Assert.Matches(@"^Migrated by task [0-9a-f]{32}\.$", Assert.Single(output));
    }

    [Fact]
    public async Task A_migration_that_fails_ends_the_pipeline_and_says_why()
    {
        var (output, code) = await Run("""
            $null = Set-EcsLocalBehavior -Family migrate -ExitCode 3 -ExitAfter 20
            & docs/examples/migrate.ps1 shop migrate -Subnet subnet-1
            """);
        Assert.Equal(1, code);
        Assert.StartsWith("Not migrated.", output[0], StringComparison.Ordinal);
        Assert.Contains("migrate", output[0], StringComparison.Ordinal);
        Assert.Contains("3", output[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_names_the_revision_that_runs_then()
    {
        var (output, code) = await Run("& docs/examples/deploy-with-rollback.ps1 shop web web=shop/web:2.0; (Get-EcsTaskDefinition web:3).ContainerDefinitions[0].Image");
        Assert.Equal(0, code);
        Assert.Equal(["web runs web:3: 3 tasks.", "shop/web:2.0"], output);
    }

    [Fact]
    public async Task A_deployment_that_fails_is_rolled_back_and_fails_the_pipeline()
    {
        var (output, code) = await Run("""
            $null = Set-EcsLocalBehavior -Image shop/web:broken -PullError 'not found'
            & docs/examples/deploy-with-rollback.ps1 shop web web=shop/web:broken -Timeout 00:05:00
            (Get-EcsService web).TaskDefinition.Split('/')[-1]
            """);
        Assert.Equal(1, code);
        Assert.StartsWith("Not deployed.", output[0], StringComparison.Ordinal);
        Assert.Equal("web:1", output[^1]);
    }

    [Fact]
    public async Task Old_revisions_go_and_those_in_use_stay()
    {
        var (output, code) = await Run("""
            foreach ($number in 1..4) { $null = Get-EcsTaskDefinition worker:1 | Register-EcsTaskDefinition }
            & docs/examples/clean-revisions.ps1 -Family work* -Keep 2
            (Get-EcsTaskDefinition worker -Status ACTIVE).Revision -join ' '
            """);
        Assert.Equal(0, code);
        Assert.Equal(["worker: 2 revisions deregistered", "5 4 1"], output);
    }

    /// <summary>The output of a script on the shop, and the exit code of the runbook in it.</summary>
    private async Task<(IReadOnlyList<string> Output, int Code)> Run(string script)
    {
        var lines = (await shell.RunAsync($"$global:LASTEXITCODE = 0; docs/examples/shop.ps1; {script}; $LASTEXITCODE")).Split('\n');
        return (lines[..^1], int.Parse(lines[^1], CultureInfo.InvariantCulture));
    }
}
