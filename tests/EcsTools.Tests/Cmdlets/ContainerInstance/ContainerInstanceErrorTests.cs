using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>What ECS refuses of the cmdlets for container instances, as an error at the prompt.</summary>
public sealed class ContainerInstanceErrorTests
{
    [Theory]
    [InlineData("Register-EcsContainerInstance -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Register-EcsContainerInstance -Cluster deleted", "ClientException", ErrorCategory.InvalidArgument, "deleted", "The referenced cluster was inactive.")]
    [InlineData("Register-EcsContainerInstance -InstanceIdentityDocument 'not json'", "InvalidParameterException", ErrorCategory.InvalidArgument, "cluster shop", "The instance identity document is not valid")]
    [InlineData("Register-EcsContainerInstance -ContainerInstanceArn $gone", "ClientException", ErrorCategory.InvalidArgument, "container-instance", "not found")]
    [InlineData("Register-EcsContainerInstance -Tag @{ 'aws:x' = '1' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "cluster shop", "Tag keys that begin with aws: are kept for AWS.")]
    public void Register_EcsContainerInstance_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Get-EcsContainerInstance 00000000000000000000000000000000", "MISSING", ErrorCategory.ObjectNotFound, "00000000000000000000000000000000", "was not found")]
    [InlineData("Get-EcsContainerInstance abc", "InvalidParameterException", ErrorCategory.InvalidArgument, "abc", "containerInstanceId length should be one of [32,36]")]
    [InlineData("Get-EcsContainerInstance $instance -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Get-EcsContainerInstance -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Get-EcsContainerInstance -Filter 'attribute:x ==='", "InvalidParameterException", ErrorCategory.InvalidArgument, "shop", "Invalid filter.")]
    [InlineData("Get-EcsContainerInstance -Status ASLEEP", "InvalidParameterException", ErrorCategory.InvalidArgument, "shop", "Container instances status should be one of")]
    [InlineData("Get-EcsContainerInstance $instance -Include EVENTS", "InvalidParameterException", ErrorCategory.InvalidArgument, "", "include should be one of [CONTAINER_INSTANCE_HEALTH,TAGS]")]
    public void Get_EcsContainerInstance_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Update-EcsContainerInstanceState $instance -Status ASLEEP", "InvalidParameterException", ErrorCategory.InvalidArgument, "", "Container instances status should be one of [ACTIVE,DRAINING]")]
    [InlineData("Update-EcsContainerInstanceState $instance -Cluster nosuch -Status DRAINING", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Update-EcsContainerInstanceState 00000000000000000000000000000000 -Status DRAINING", "MISSING", ErrorCategory.ObjectNotFound, "00000000000000000000000000000000", "was not found")]
    [InlineData("Update-EcsContainerInstanceState $gone -Status DRAINING", "INACTIVE", ErrorCategory.InvalidOperation, "in cluster 'shop'", "INACTIVE")]
    [InlineData("Update-EcsContainerInstanceState abc, def -Status DRAINING", "InvalidParameterException", ErrorCategory.InvalidArgument, "abc and 1 more", "containerInstanceId length should be one of [32,36]")]
    public void Update_EcsContainerInstanceState_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Unregister-EcsContainerInstance $instance -Confirm:$false", "InvalidParameterException", ErrorCategory.InvalidArgument, "container instance", "Found running tasks on the instance.")]
    [InlineData("Unregister-EcsContainerInstance 00000000000000000000000000000000 -Confirm:$false", "InvalidParameterException", ErrorCategory.InvalidArgument, "00000000000000000000000000000000", "not found")]
    [InlineData("Unregister-EcsContainerInstance abc -Confirm:$false", "InvalidParameterException", ErrorCategory.InvalidArgument, "container instance abc", "containerInstanceId length should be one of [32,36]")]
    [InlineData("Unregister-EcsContainerInstance $instance -Cluster nosuch -Confirm:$false", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    public void Unregister_EcsContainerInstance_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);
}
