using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>
/// Completes the images that the named service or task definition has; without a name, those that the services of the cluster have. Behind
/// <c>web=</c> those of the container.
/// </summary>
internal sealed class ImageCompleter : LiveCompleter
{
    private const char Separator = '\n';

    private protected override string? Narrowing(string word, IDictionary bound)
    {
        var typed = word.Trim('\'', '"');
        return string.Join(
            Separator, Given(bound, "Service"), Given(bound, "TaskDefinition"), typed.Contains('=') ? typed[..typed.IndexOf('=')] : null);
    }

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing?.Split(Separator) is not [var service, var definition, var container]) return [];
        var definitions = definition.Length > 0
            ? [definition]
            : (await Services(client, cluster, service, cancellation)).Select(one => one.TaskDefinition).OfType<string>().Distinct();
        var described = await Task.WhenAll(definitions.Select(name =>
            client.SendAsync(Operations.DescribeTaskDefinition, new() { TaskDefinition = name }, null, cancellation)));
        return [.. described.SelectMany(answer => Images(answer, container)).DistinctBy(image => image.Text)];
    }

    private static Task<IEnumerable<Service>> Services(
        IEcsClient client, string? cluster, string service, CancellationToken cancellation) =>
        service.Length > 0
            ? LiveServices.Describe(client, cluster, [service], cancellation)
            : LiveServices.List(client, cluster, cancellation);

    private static IEnumerable<Candidate> Images(DescribeTaskDefinitionResponse answer, string container) =>
        (answer.TaskDefinition?.ContainerDefinitions ?? [])
            .Where(one => one.Image is not null && (container.Length == 0 || one.Name == container))
            .Select(one =>
                new Candidate(
                    container.Length == 0 ? one.Image! : $"{container}={one.Image}",
                    $"{one.Name} of {EcsArn.IdOf(answer.TaskDefinition!.TaskDefinitionArn!)}"));
}
