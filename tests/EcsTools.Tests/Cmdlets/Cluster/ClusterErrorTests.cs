using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>What ECS refuses of the cmdlets for clusters, as an error at the prompt.</summary>
public sealed class ClusterErrorTests
{
    [Theory]
    [InlineData("New-EcsCluster shop -Setting @{ name = 'containerInsights'; value = 'enabled' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "shop", "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).")]
    [InlineData("New-EcsCluster 'a b'", "InvalidParameterException", ErrorCategory.InvalidArgument, "a b", "must match")]
    [InlineData("New-EcsCluster x -Tag @{ 'aws:x' = '1' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "cluster x", "Tag keys that begin with aws: are kept for AWS.")]
    [InlineData("New-EcsCluster x -Setting @{ name = 'colour'; value = 'red' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "cluster x", "setting name should be one of [containerInsights]")]
    public void New_EcsCluster_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Get-EcsCluster nosuch", "MISSING", ErrorCategory.ObjectNotFound, "nosuch", "was not found")]
    [InlineData("Get-EcsCluster shop -Include EVENTS", "InvalidParameterException", ErrorCategory.InvalidArgument, "shop", "include should be one of [ATTACHMENTS,CONFIGURATIONS,SETTINGS,STATISTICS,TAGS]")]
    [InlineData("Get-EcsCluster arn:aws:ecs:us-east-1:123456789012:service/web", "InvalidParameterException", ErrorCategory.InvalidArgument, "web", "Unsupported resource type: service")]
    public void Get_EcsCluster_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Remove-EcsCluster nosuch -Confirm:$false", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Remove-EcsCluster shop -Confirm:$false", "ClusterContainsServicesException", ErrorCategory.ResourceBusy, "shop", "The Cluster cannot be deleted while Services are active.")]
    [InlineData("Remove-EcsService web -Force -Confirm:$false; Remove-EcsCluster shop -Confirm:$false", "ClusterContainsTasksException", ErrorCategory.ResourceBusy, "shop", "The Cluster cannot be deleted while Tasks are active.")]
    [InlineData("$null = Register-EcsContainerInstance -Cluster empty; Remove-EcsCluster empty -Confirm:$false", "ClusterContainsContainerInstancesException", ErrorCategory.ResourceBusy, "empty", "The Cluster cannot be deleted while Container Instances are active or draining.")]
    public void Remove_EcsCluster_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);
}
