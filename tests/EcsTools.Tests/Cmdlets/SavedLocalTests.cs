using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A local ECS that is saved and restored.</summary>
public sealed class SavedLocalTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-");

    private string StateFile => Path.Combine(folder.FullName, "shop.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_was_saved_goes_on_at_its_own_time_where_it_stood()
    {
        using var prompt = Shop.Open();
        prompt.Run($"$null = New-EcsService web -TaskDefinition web -DesiredCount 2; $null = Step-EcsLocal 00:00:02; Export-EcsLocal '{StateFile}'; $null = Step-EcsLocal").Clean();
        var went = prompt.Run("Get-EcsTask | ForEach-Object { \"$($_.TaskArn) $($_.LastStatus) $($_.StartedAt)\" }").All<string>();

        using var other = new EcsPrompt();
        other.Run($"Start-EcsLocal -ManualClock -Path '{StateFile}' | Out-Null; Set-EcsContext -Cluster shop").Clean();
        Assert.Equal(2, other.Run("Get-EcsTask").All<EcsTask>().Count(task => task.LastStatus == "PENDING"));
        other.Run("$null = Step-EcsLocal").Clean();
        Assert.Equal(went, other.Run("Get-EcsTask | ForEach-Object { \"$($_.TaskArn) $($_.LastStatus) $($_.StartedAt)\" }").All<string>());
    }

    [Fact]
    public void A_seed_given_with_a_state_decides_what_follows()
    {
        using var prompt = Shop.Open();
        prompt.Run($"Export-EcsLocal '{StateFile}'").Clean();
        string Next(string seed)
        {
            using var other = new EcsPrompt();
            return other.Run($"$null = Start-EcsLocal -ManualClock -ConsistencyDelay 1 -Path '{StateFile}' {seed}; (Start-EcsTask web -Cluster shop).TaskArn").One<string>();
        }

        Assert.Equal(Next("-Seed 7"), Next("-Seed 7"));
        Assert.Equal(Next(""), Next(""));
        Assert.Equal(3, new[] { Next(""), Next("-Seed 7"), Next("-Seed 8") }.Distinct().Count());
    }

    [Fact]
    public void WhatIf_saves_nothing_and_NoClobber_replaces_nothing()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"Export-EcsLocal '{StateFile}' -WhatIf").Clean();
        Assert.False(File.Exists(StateFile));
        File.WriteAllText(StateFile, "mine");
        Assert.Equal("FileExists,EcsTools.Commands.ExportEcsLocalCommand", Error(prompt, $"Export-EcsLocal '{StateFile}' -NoClobber").FullyQualifiedErrorId);
        Assert.Equal("mine", File.ReadAllText(StateFile));
        prompt.Run($"Export-EcsLocal '{StateFile}'").Clean();
        Assert.Equal([StateFile], Directory.GetFiles(folder.FullName));
        Assert.Contains("\"savedAt\"", File.ReadAllText(StateFile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_and_a_local_ecs_that_is_not_there_are_errors_that_say_so()
    {
        using var prompt = Shop.Open(instances: 0);
        var error = Error(prompt, $"Export-EcsLocal '{StateFile}/none/x.json'");
        Assert.StartsWith("StateNotSaved,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{StateFile}/none/x.json'", error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("NoLocal,", Error(prompt, $"Stop-EcsLocal; Export-EcsLocal '{StateFile}'").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "isn't a saved state")]
    [InlineData("{}", "isn't a saved state")]
    [InlineData("""{ "savedAt": "2026-01-01T00:00:00Z", "regiosn": {} }""", "regiosn")]
    public void A_file_that_is_no_state_starts_nothing(string content, string said)
    {
        using var prompt = new EcsPrompt();
        File.WriteAllText(StateFile, content);
        var error = Error(prompt, $"Start-EcsLocal -Path '{StateFile}'");
        Assert.StartsWith("StateNotLoaded,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Export-EcsLocal", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(prompt.Run("Get-EcsLocal").Clean().Output);
    }

    [Fact]
    public void Reads_lag_behind_by_ConsistencyDelay()
    {
        using var prompt = new EcsPrompt();
        prompt.Run("$null = Start-EcsLocal -ManualClock -ConsistencyDelay 00:00:05; $null = New-EcsCluster shop").Clean();
        Assert.Empty(prompt.Run("Get-EcsCluster").All<Cluster>());
        Assert.Equal("shop", prompt.Run("$null = Step-EcsLocal 00:00:05; Get-EcsCluster").One<Cluster>().ClusterName);
    }

    private static System.Management.Automation.ErrorRecord Error(EcsPrompt prompt, string script) =>
        (System.Management.Automation.ErrorRecord)Assert.Single(prompt.Run($"try {{ {script} }} catch {{ $_ }}").Output).BaseObject;
}
