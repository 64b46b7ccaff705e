using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A small world in which much is refused, and how a refusal looks at the prompt.</summary>
internal static class Refusal
{
    /// <summary>
    /// The shop with one instance, a service that runs a task, one that drains, an INACTIVE revision, one for awsvpc; beside it a cluster that is
    /// empty and one that was deleted. In variables: $instance, $gone (an instance that was deregistered) and $task.
    /// </summary>
    public static EcsPrompt World()
    {
        var prompt = Shop.Open(instances: 1);
        prompt.Run("""
            $instance = (Get-EcsContainerInstance).ContainerInstanceArn
            $gone = (Add-Instance 2).ContainerInstanceArn
            Unregister-EcsContainerInstance $gone -Confirm:$false
            $null = 'empty', 'deleted' | New-EcsCluster
            Remove-EcsCluster deleted -Confirm:$false
            $container = @{ name = 'x'; image = 'x'; memory = 8 }
            $null = Register-EcsTaskDefinition old -ContainerDefinition $container
            Unregister-EcsTaskDefinition old:1 -Confirm:$false
            $null = Register-EcsTaskDefinition vpc -NetworkMode awsvpc -ContainerDefinition $container
            $null = 'web', 'draining' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 1 -Wait }
            Remove-EcsService draining -Force -Confirm:$false
            $task = (Get-EcsTask -Service web).TaskArn
            """).Clean();
        return prompt;
    }

    /// <summary>ECS's own text: that of the exception, or of the one in it if ours names the resource too.</summary>
    public static string EcsText(ErrorRecord error) => (error.Exception.InnerException as EcsException ?? error.Exception).Message;

    /// <summary>Runs a command that must fail with one error, and checks the error's ID, category, target, text, and recommendation.</summary>
    public static void Check(string script, string id, ErrorCategory category, string thing, string text)
    {
        using var prompt = World();
        var said = prompt.Run(script);
        Assert.Null(said.Ended);
        Assert.Empty(said.Output);
        var error = said.Error();
        Assert.StartsWith(id + ",EcsTools.Commands.", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(thing, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(text, error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }
}
