using EcsTools.Model;

namespace EcsTools.Tests.Model;

public class EcsArnTests
{
    private const string Place = "arn:aws:ecs:eu-west-1:123456789012:";

    [Theory]
    [InlineData("cluster/prod", "cluster", "prod", "prod", "prod")]
    [InlineData("service/prod/web", "service", "prod/web", "web", "prod")]
    [InlineData("service/web", "service", "web", "web", null)]
    [InlineData("task/prod/0123456789abcdef0123456789abcdef", "task", "prod/0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef", "prod")]
    [InlineData("container-instance/prod/a1", "container-instance", "prod/a1", "a1", "prod")]
    [InlineData("container-instance/a1", "container-instance", "a1", "a1", null)]
    [InlineData("container/prod/0123/4567", "container", "prod/0123/4567", "4567", "prod")]
    [InlineData("task-definition/web:7", "task-definition", "web:7", "web:7", null)]
    [InlineData("capacity-provider/fast", "capacity-provider", "fast", "fast", null)]
    [InlineData("task-set/prod/web/ecs-svc/12", "task-set", "prod/web/ecs-svc/12", "12", "prod")]
    [InlineData("service-deployment/prod/web/x", "service-deployment", "prod/web/x", "x", "prod")]
    [InlineData("service-revision/prod/web/9", "service-revision", "prod/web/9", "9", "prod")]
    public void An_ARN_says_what_it_names_and_in_which_cluster(string end, string type, string resource, string id, string? cluster)
    {
        Assert.True(EcsArn.TryParse(Place + end, out var arn));
        Assert.Equal(new EcsArn("aws", "eu-west-1", "123456789012", type, resource), arn);
        Assert.Equal((id, cluster), (arn.Id, arn.Cluster));
        Assert.Equal(cluster is null ? null : $"{Place}cluster/{cluster}", arn.ClusterArn);
        Assert.Equal(Place + end, arn.ToString());
        Assert.Equal(id, EcsArn.IdOf(Place + end));
    }

    [Theory]
    [InlineData("aws")]
    [InlineData("aws-cn")]
    [InlineData("aws-us-gov")]
    public void The_partition_stays(string partition)
    {
        Assert.True(EcsArn.TryParse($"arn:{partition}:ecs:r:1:service/prod/web", out var arn));
        Assert.Equal($"arn:{partition}:ecs:r:1:cluster/prod", arn.ClusterArn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("web")]
    [InlineData("prod/web")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:service")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:service/")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:/web")]
    [InlineData("arn::ecs:eu-west-1:123456789012:service/web")]
    [InlineData("arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1")]
    public void What_is_no_ARN_of_ECS_is_none(string? text)
    {
        Assert.False(EcsArn.TryParse(text, out var arn));
        Assert.Equal(default, arn);
    }

    [Fact]
    public void A_name_is_its_own_id() => Assert.Equal("web", EcsArn.IdOf("web"));

    [Theory]
    [InlineData("arn:aws:ecs:eu-west-1:1:container-instance/prod/a1", "arn:aws:ecs:eu-west-1:1:cluster/prod")]
    [InlineData("arn:aws:ecs:eu-west-1:1:container-instance/a1", null)]
    [InlineData(null, null)]
    public void A_container_instance_knows_its_cluster_by_its_own_ARN(string? instance, string? cluster) =>
        Assert.Equal(cluster, new ContainerInstance { ContainerInstanceArn = instance }.ClusterArn);
}
