using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcsTools.Tests.Cmdlets;
using OpenQA.Selenium;

namespace EcsTools.Tests.Show;

/// <summary>Time lines as files.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly EcsPrompt prompt = new();
    private readonly string folder = Directory.CreateTempSubdirectory("ecstools-").FullName;

    public void Dispose()
    {
        prompt.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_picture_of_the_README_is_a_moment_of_a_rollout()
    {
        Begin();
        prompt.Run($"""
            $null = Get-EcsService web | Update-EcsService -Image web=nginx:1.28
            $null = Step-EcsLocal 00:00:02.2
            Show-EcsCluster -NoBrowser -Record
            Export-EcsTimeline '{folder}/moment.svg'
            """).Clean();
        var drawn = File.ReadAllText(Path.Combine(folder, "moment.svg"));
        var kept = Path.Combine(EcsPrompt.Metadata("Repository"), "docs/images/cluster.svg");
        if (Environment.GetEnvironmentVariable("ECSTOOLS_UPDATE_GOLDEN") == "1") File.WriteAllText(kept, drawn);

        Assert.Equal(File.ReadAllText(kept), drawn);
        var svg = XDocument.Parse(drawn).Root!;
        Assert.Equal(6, svg.Elements(svg.Name.Namespace + "rect").Count(rectangle => rectangle.Attribute("class")?.Value == "box"));
    }

    [Fact]
    public void A_prediction_plays_in_a_browser_without_a_server()
    {
        using var browser = new Browser();
        Begin();
        prompt.Run($"Test-EcsDeployment web -TaskDefinition web:2 | Export-EcsTimeline '{folder}/deploy.html'").Clean();
        var file = File.ReadAllText(Path.Combine(folder, "deploy.html"));
        Assert.DoesNotMatch(new Regex("(src|href)=\"(?!data:)"), file);
        Assert.DoesNotContain("import ", file, StringComparison.Ordinal);

        browser.Open(new Uri(Path.Combine(folder, "deploy.html")));
        browser.Until("document.querySelector('#services .revision').textContent === 'web:2'");
        Assert.Contains("10 running", browser.Text("#summary"), StringComparison.Ordinal);
        browser.Find(By.Id("time")).SendKeys(Keys.Home);
        browser.Until("document.querySelector('#services .revision').textContent === 'web:1'");
        Assert.Single((IEnumerable<object>)browser.Run("return [...document.querySelectorAll('.mark.rollout')].map(mark => mark.textContent)")!);
        browser.Find(By.Id("replay")).SendKeys(Keys.Enter);
        browser.Until("document.querySelectorAll('#services .deployment').length === 2");
        Assert.Empty(browser.Violations());
        Assert.Empty(browser.Problems());
    }

    [Theory]
    [InlineData("Export-EcsTimeline x.html", "NothingSeen")]
    [InlineData("Test-EcsDeployment web -TaskDefinition web:2 | Export-EcsTimeline x.gif", "UnknownFormat")]
    [InlineData("Test-EcsDeployment web, web -TaskDefinition web:2 | Export-EcsTimeline x.html", "SeveralForecasts")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Test-EcsDeployment web -TaskDefinition web:2))) | Export-EcsTimeline x.html", "NotPlayable")]
    [InlineData("Get-EcsService web | Export-EcsTimeline x.html", "NotPlayable")]
    public void What_has_no_time_line_is_an_error_that_says_what_to_do(string command, string id)
    {
        Begin();
        var said = prompt.Run($"{command}");
        var error = said.Errors.Count > 0 ? said.Errors[0] : ((System.Management.Automation.RuntimeException)said.Ended!).ErrorRecord;
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    private void Begin() => prompt.Run("""
        $null = Start-EcsLocal -ManualClock -Seed 1
        Set-EcsContext -Cluster shop
        $null = New-EcsCluster shop
        foreach ($zone in 'a', 'b', 'c', 'a', 'b', 'c') {
            $null = Register-EcsContainerInstance -TotalResource @{ name = 'CPU'; integerValue = 2048 }, @{ name = 'MEMORY'; integerValue = 3840 } -Attribute @{ name = 'ecs.availability-zone'; value = "us-east-1$zone" }
        }
        foreach ($image in 'nginx:1.26', 'nginx:1.27') { $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = $image; cpu = 512; memory = 1024 } }
        $null = Register-EcsTaskDefinition worker -ContainerDefinition @{ name = 'worker'; image = 'worker'; cpu = 1024; memory = 768 }
        $null = New-EcsService web -TaskDefinition web:1 -DesiredCount 6 -DeploymentConfiguration @{ minimumHealthyPercent = 50; maximumPercent = 150 }
        $null = New-EcsService worker -TaskDefinition worker -DesiredCount 4
        $null = Step-EcsLocal
        """).Clean();
}
