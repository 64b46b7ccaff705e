using System.Collections;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Formatting;

/// <summary>The views of the module's own objects, which aren't objects of the API, on the shop of docs/examples/shop.ps1.</summary>
public sealed class AnswerViewTests
{
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["ClusterMeasure"] = "Measure-EcsCluster shop",
        ["PlacementFit"] = "Test-EcsPlacement web -Count 4",
        ["PlacementFit.none"] = "$big = Register-EcsTaskDefinition big -ContainerDefinition @{ name = 'a'; image = 'b'; memory = 9000 }; Test-EcsPlacement $big",
        ["ServiceForecast"] = "Test-EcsDeployment web -TaskDefinition web:2",
        ["ServiceDifference"] = "Compare-EcsService web @{ desiredCount = 4; deploymentConfiguration = @{ maximumPercent = 150 }; tags = @{ team = 'shop' } }",
        ["ServiceFinding"] = "Test-EcsService -Rule NoLogs, ExecOn",
        ["TaskDefinitionDifference"] = "Compare-EcsTaskDefinition web:1 web:2",
        ["TaskDefinitionFinding"] = "Test-EcsTaskDefinition @{ family = 'site'; requiresCompatibilities = @('FARGATE'); cpu = '300'; memory = '512'; networkMode = 'bridge'; containerDefinitions = @(@{ name = 'web'; image = 'nginx:1'; memory = 4 }) }",
        ["Behavior"] = "$null = Set-EcsLocalBehavior -Family web -ExitCode 3 -ExitAfter 30; $null = Set-EcsLocalBehavior -Operation Run* -Throttle -Probability 0.5; Get-EcsLocalBehavior",
        ["ServiceForecast.stuck"] = "Test-EcsDeployment web -DesiredCount 40",
    };

    public static TheoryData<int, bool> Screens => ViewTests.Screens;

    [Theory, MemberData(nameof(Screens))]
    public void Answers_look_as_they_should(int width, bool colours)
    {
        using var viewer = Viewer.AsShipped(width, colours);
        viewer.Evaluate($"Stop-EcsLocal; & '{EcsPrompt.Metadata("Repository")}docs/examples/shop.ps1'");
        Assert.All(Questions, asked => ViewTests.Look(viewer, asked.Key, (IEnumerable)viewer.Evaluate($"$all = @({asked.Value}); return , $all")!, "answer", width, colours));
    }
}
