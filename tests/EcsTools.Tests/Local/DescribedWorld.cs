using EcsTools.Forecast.Descriptions;
using EcsTools.Model;

namespace EcsTools.Tests.Local;

/// <summary>The state of an in-process engine, through the API alone.</summary>
internal static class DescribedWorld
{
    public static DescribedCluster Describe(this EngineWorld world)
    {
        var tasks = Tasks(world).FindAll(task => task.LastStatus != "STOPPED");
        var services = Services(world);
        var ofServices = tasks.Where(task => task.Group!.StartsWith("service:", StringComparison.Ordinal)).Select(task => task.TaskArn!).ToList();
        return new DescribedCluster
        {
            Cluster = world.Ask<DescribeClustersResponse>(new DescribeClustersRequest())!.Clusters![0],
            Now = world.Engine.Now,
            Instances = Instances(world),
            Services = services,
            Tasks = tasks,
            TaskDefinitions = [.. world.Ask<ListTaskDefinitionsResponse>(new ListTaskDefinitionsRequest())!.TaskDefinitionArns!
                .Select(arn => world.Ask<DescribeTaskDefinitionResponse>(new DescribeTaskDefinitionRequest { TaskDefinition = arn })!.TaskDefinition!)],
            Protections = ofServices.Count == 0 ? [] : world.Ask<GetTaskProtectionResponse>(new GetTaskProtectionRequest { Cluster = "default", Tasks = ofServices })!.ProtectedTasks!,
        };
    }

    public static List<Service> Services(this EngineWorld world)
    {
        var arns = world.Ask<ListServicesResponse>(new ListServicesRequest())!.ServiceArns!;
        return arns.Count == 0 ? [] : world.Ask<DescribeServicesResponse>(new DescribeServicesRequest { Services = arns })!.Services!;
    }

    /// <summary>All tasks that can be described, those that have stopped too.</summary>
    public static List<EcsTask> Tasks(this EngineWorld world)
    {
        var arns = world.Ask<ListTasksResponse>(new ListTasksRequest())!.TaskArns!
            .Concat(world.Ask<ListTasksResponse>(new ListTasksRequest { DesiredStatus = DesiredStatus.Stopped })!.TaskArns!);
        return [.. arns.Chunk(100).SelectMany(batch => world.Ask<DescribeTasksResponse>(new DescribeTasksRequest { Tasks = [.. batch] })!.Tasks!)];
    }

    private static List<ContainerInstance> Instances(EngineWorld world)
    {
        var arns = world.Ask<ListContainerInstancesResponse>(new ListContainerInstancesRequest())!.ContainerInstanceArns!;
        return arns.Count == 0 ? [] : world.Ask<DescribeContainerInstancesResponse>(new DescribeContainerInstancesRequest { ContainerInstances = arns })!.ContainerInstances!;
    }
}
