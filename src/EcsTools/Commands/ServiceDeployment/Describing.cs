using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>The output of -PassThru if ECS returns only an ARN.</summary>
internal static class Describing
{
    public static async Task<ServiceDeployment?> Describe(this EcsCommand command, string serviceDeploymentArn, JobOutput output)
    {
        var response = await command.SendAsync(
            Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [serviceDeploymentArn] }, output);
        await output.Errors(response.Failures, nameof(Operations.DescribeServiceDeployments));
        return response.ServiceDeployments?.FirstOrDefault();
    }
}
