using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Meaning;

/// <summary>The cells of a row are values, and a bad row doesn't stop the others.</summary>
public sealed class RowTests
{
    [Fact]
    public void An_empty_cell_sets_nothing()
    {
        using var prompt = Shop.Open();
        prompt.Run("'web', 'api' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 2 }").Clean();
        Assert.Equal([5, 2], prompt.Run("[pscustomobject]@{ Service = 'web'; DesiredCount = '5' }, [pscustomobject]@{ Service = 'api'; DesiredCount = '' } | Update-EcsService").All<Service>().Select(service => service.DesiredCount!.Value));
        Assert.Contains("scaled above 0", prompt.Run("[pscustomobject]@{ ServiceName = 'web'; Force = '' } | Remove-EcsService -Confirm:$false").Error().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("False", false)]
    public void A_cell_sets_a_switch(string cell, bool isOn)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2").Clean();
        Assert.Equal(isOn, prompt.Run($"[pscustomobject]@{{ Service = 'web'; EnableExecuteCommand = '{cell}' }} | Update-EcsService").One<Service>().EnableExecuteCommand == true);
    }

    [Theory]
    [InlineData("@{ Service = 'web'; DesiredCount = 'many' }", "DesiredCount: expected a whole number, found 'many'")]
    [InlineData("@{ Service = 'web'; DesierdCount = 3 }", "did you mean DesiredCount?")]
    [InlineData("@{ Service = 'web'; loadBlancers = @() }", "did you mean LoadBalancers?")]
    [InlineData("@{ DesiredCount = 3 }", "The row doesn't identify a Service: it has only DesiredCount.")]
    [InlineData("@{}", "it's empty")]
    [InlineData("@{ Service = 'web'; DesiredCount = '3.5' }", "DesiredCount: expected a whole number, found '3.5'")]
    [InlineData("@{ Service = 'web'; PlacementConstraint = 'System.Object[]' }", "PlacementConstraint: the cell holds the name of a .NET type")]
    [InlineData("@{ Service = 'web'; ForceNewDeployment = 'perhaps' }", "ForceNewDeployment: expected true or false, found 'perhaps'")]
    [InlineData("@{ Service = 'web'; Wait = $true }", "a row can't set -Wait")]
    public void A_bad_row_is_an_error_of_its_own(string row, string message)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("'web', 'api' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 2 }").Clean();
        var said = prompt.Run($"[pscustomobject]{row}, [pscustomobject]@{{ Service = 'api'; DesiredCount = 4; Owner = 'me' }} | Update-EcsService");
        Assert.Contains(message, said.Error().ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(said.Error().ErrorDetails.RecommendedAction);
        Assert.Equal("api", Assert.IsType<Service>(Assert.Single(said.Output).BaseObject).ServiceName);
        Assert.Equal(2, prompt.Run("Get-EcsService web").One<Service>().DesiredCount);
    }

    [Fact]
    public void An_element_of_XML_is_no_list_and_names_nothing()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.StartsWith("NoServiceNamed,", prompt.Run("([xml]'<services><service Service=\"web\" DesiredCount=\"3\" /></services>').services.service | Update-EcsService").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'{ \"taskArn\": \"a\" }' | Get-EcsTask")]
    [InlineData("'[{ \"taskArn\": \"a\" }]' | Get-EcsTask")]
    [InlineData("\"Id`n--`n1\" | Stop-EcsTask")]
    public void The_text_of_an_object_is_no_name(string script)
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.StartsWith("NotAName,", prompt.Run(script).Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_batch_are_sent_as_each_says()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("$i = Get-EcsContainerInstance; $i[0] | Update-EcsContainerInstanceState -Status DRAINING").Clean();
        var changed = prompt.Run("[pscustomobject]@{ ContainerInstance = $i[0].ContainerInstanceArn; Status = 'active' }, [pscustomobject]@{ ContainerInstance = $i[1].ContainerInstanceArn; Status = 'draining' } | Update-EcsContainerInstanceState").All<ContainerInstance>();
        Assert.Equal(["ACTIVE", "DRAINING"], changed.Select(instance => instance.Status));
    }
}
