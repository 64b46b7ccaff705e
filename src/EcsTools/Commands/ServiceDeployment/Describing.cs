using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>What -PassThru emits where ECS answers with an ARN only.</summary>
internal static class Describing
{
    public static async Task Describe(this EcsCommand command, string serviceDeploymentArn, JobOutput output)
    {
        var response = await command.SendAsync(Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [serviceDeploymentArn] }, output);
        await output.Objects(response.ServiceDeployments);
        await output.Errors(response.Failures, nameof(Operations.DescribeServiceDeployments));
    }
}
