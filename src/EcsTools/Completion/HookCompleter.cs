using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the hooks of the service deployment that the command names.</summary>
internal sealed class HookCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "ServiceDeploymentArn");

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing is null) return [];
        var answer = await client.SendAsync(
            Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [narrowing] }, null, cancellation);
        return [.. (answer.ServiceDeployments ?? [])
            .SelectMany(deployment => deployment.LifecycleHookDetails ?? [])
            .Select(hook => new Candidate(hook.HookId!, hook.Status))];
    }
}
