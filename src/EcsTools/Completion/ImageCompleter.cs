using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the images of the services' containers in the cluster that the command names.</summary>
public sealed class ImageCompleter : LiveCompleter
{
    private protected override async Task<IReadOnlyList<Candidate>> Find(IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        var services = await LiveServices.List(client, cluster, cancellation);
        var definitions = services.Select(service => service.TaskDefinition).OfType<string>().Distinct();
        var described = await Task.WhenAll(definitions.Select(arn => client.SendAsync(Operations.DescribeTaskDefinition, new() { TaskDefinition = arn }, null, cancellation)));
        return [.. described.SelectMany(Images).DistinctBy(image => image.Text)];
    }

    private static IEnumerable<Candidate> Images(DescribeTaskDefinitionResponse answer) => (answer.TaskDefinition?.ContainerDefinitions ?? [])
        .Where(container => container.Image is not null)
        .Select(container => new Candidate(container.Image!, $"{container.Name} of {EcsArn.IdOf(answer.TaskDefinition!.TaskDefinitionArn!)}"));
}
