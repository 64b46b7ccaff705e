namespace EcsTools.Tests.Cmdlets.Errors;

/// <summary>An error about a name contains the name and the problem, also where the error of ECS contains neither.</summary>
public class NamedErrorTests
{
    private static readonly string[] Scripts =
    [
        "Get-EcsTask nope", "Get-EcsTask -ServiceName nope", "Get-EcsTask -ContainerInstance nope", "Get-EcsTask -Cluster nope", "Stop-EcsTask nope", "Wait-EcsTask nope", "Start-EcsTask nope",
        "Start-EcsTask -Like nope", "Get-EcsTaskProtection nope", "Get-EcsLog nope", "Get-EcsLog -ServiceName nope", "Get-EcsLog -Cluster nope", "Invoke-EcsCommand nope ls", "Enter-EcsTask nope",
        "Connect-EcsTask nope -Port 1", "Get-EcsService nope", "Get-EcsService -Cluster nope", "Update-EcsService nope -DesiredCount 1", "Remove-EcsService nope", "Remove-EcsService nope -Force",
        "Wait-EcsService nope", "Undo-EcsService nope", "Export-EcsService nope", "Test-EcsService nope", "Test-EcsDeployment nope -Image x:1", "Get-EcsServiceEvent nope", "Get-EcsServiceDeployment nope",
        "Get-EcsServiceRevision nope", "Get-EcsTaskSet nope", "Get-EcsContainerInstance nope", "Get-EcsContainerInstance -Cluster nope", "Update-EcsContainerInstanceState nope -Status DRAINING",
        "Unregister-EcsContainerInstance nope", "Get-EcsCluster nope", "Measure-EcsCluster nope", "Remove-EcsCluster nope", "Get-EcsCapacityProvider nope", "Get-EcsDaemon nope", "Get-EcsGateway nope",
        "Get-EcsTaskDefinition nope", "Get-EcsTaskDefinitionFamily nope", "Copy-EcsTaskDefinition nope -Image x", "Test-EcsPlacement nope", "Unregister-EcsTaskDefinition nope:1", "Get-EcsTag nope",
    ];

    [Fact]
    public void Every_error_says_the_name_and_what_is_wrong()
    {
        using var prompt = Shop.Open();
        prompt.Run("$ConfirmPreference = 'None'").Clean();
        Assert.All(Scripts, script =>
        {
            var said = prompt.Run(script);
            var text = said.Ended?.Message ?? Assert.Single(said.Errors).ToString();
            Assert.Contains("nope", text, StringComparison.Ordinal);
            Assert.Matches("[a-z] [a-z]+.*[^:\\s]$", text.Replace("nope", "", StringComparison.Ordinal));
        });
    }
}
