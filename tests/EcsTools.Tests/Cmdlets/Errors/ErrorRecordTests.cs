using System.Management.Automation;
using System.Text.RegularExpressions;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The message of an error is the same wherever it is read.</summary>
public sealed class ErrorRecordTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Start-EcsLocal", "LocalAlreadyRuns")]
    [InlineData("Start-EcsLocal -Path ./nope.json", "LocalAlreadyRuns")]
    [InlineData("Stop-EcsLocal; Step-EcsLocal", "NoLocal")]
    [InlineData("Stop-EcsLocal; Export-EcsLocal ./x.json", "NoLocal")]
    [InlineData("Stop-EcsLocal; Get-EcsLocalBehavior", "NoLocal")]
    [InlineData("Stop-EcsLocal; Remove-EcsLocalBehavior", "NoLocal")]
    [InlineData("Stop-EcsLocal; Start-EcsLocal -Path ./nope.json", "StateNotLoaded")]
    [InlineData("Export-EcsLocal ./there.json -NoClobber", "FileExists")]
    [InlineData("Export-EcsLocal ./none/x.json", "StateNotSaved")]
    [InlineData("Get-EcsCluster -AccessKey a", "InvalidCredentials")]
    [InlineData("Get-EcsCluster -AccessKey a -SecretKey b -ProfileName c", "InvalidCredentials")]
    [InlineData("Set-EcsContext -AccessKey a", "InvalidCredentials")]
    [InlineData("Get-EcsService nope", "MISSING")]
    [InlineData("Update-EcsService nope -DesiredCount 1", "ServiceNotFoundException")]
    [InlineData("Update-EcsService web -Image a:1 -RollbackOnFailure", "RollbackOnFailureWithoutWait")]
    [InlineData("Test-EcsTaskDefinition ./nope.json", "RequestFileUnreadable")]
    [InlineData("Set-EcsLocalBehavior -ExitCode 1", "InvalidBehavior")]
    [InlineData("Remove-EcsLocalBehavior -Family nope", "BehaviorNotFound")]
    [InlineData("Wait-EcsService nope -Timeout 30", "MISSING")]
    public void Exception_Message_is_the_message_that_is_shown(string script, string id)
    {
        using var prompt = Shop.Open(instances: 0);
        File.WriteAllText(Path.Combine(folder.FullName, "there.json"), "");
        var said = prompt.Run($"$record = $null; try {{ {script.Replace("./", folder.FullName + "/", StringComparison.Ordinal)} -ErrorVariable record 2>$null > $null }} catch {{ $record = $_ }}; $record[0] -is [System.Management.Automation.ErrorRecord] ? $record[0] : $record[0].ErrorRecord");
        var error = Assert.IsType<ErrorRecord>(said.Output[^1].BaseObject);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(error.ErrorDetails.Message, error.Exception.Message);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    /// <summary>One place creates error records, so that none can have two messages.</summary>
    [Fact]
    public void Only_Errors_creates_error_records()
    {
        var sources = Directory.GetFiles(Path.Combine(EcsPrompt.Metadata("Repository"), "src", "EcsTools"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Equal(["Errors.cs"], sources.Where(file => Regex.IsMatch(File.ReadAllText(file), @"new ErrorRecord\(|new ErrorDetails\(|ErrorRecord\w* \w+ = new\(|=>\s*new\(error, ")).Select(Path.GetFileName));
    }
}
