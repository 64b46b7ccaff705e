namespace EcsTools.Tests.Cmdlets;

/// <summary>A resource that a name and a wildcard both match is returned once, so that nothing is changed twice further down the pipeline.</summary>
public class OverlappingNameTests
{
    [Theory]
    [InlineData("Get-EcsCluster shop, s*", 1)]
    [InlineData("Get-EcsService web, w*", 1)]
    [InlineData("Get-EcsService (Get-EcsService web).ServiceArn, w*", 1)]
    [InlineData("Get-EcsService we*, w*, web, web", 1)]
    [InlineData("Get-EcsTaskDefinition web:1, web:*", 1)]
    [InlineData("Get-EcsCapacityProvider FARGATE, FARGATE*", 2)]
    [InlineData("Get-EcsContainerInstance (Get-EcsContainerInstance -First 1).ContainerInstanceArn, *", 3)]
    public void Each_thing_is_returned_once(string script, int count)
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        Assert.Equal(count, prompt.Run(script).Clean().Output.Count);
    }
}
