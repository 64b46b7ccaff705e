using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>Lets objects of the API stand for the service revisions that they name: a service for those it runs, a service deployment for its target and sources.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ServiceRevisionIdentityAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject wrapped => Transform(engineIntrinsics, wrapped.BaseObject),
        object[] several => several.SelectMany(one => Revisions(one) ?? [one]).ToArray(),
        not null when Revisions(inputData) is { } revisions => revisions.ToArray(),
        _ => inputData,
    };

    private static IEnumerable<object>? Revisions(object value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        Service service => (service.CurrentServiceRevisions ?? []).Select(revision => revision.Arn!),
        ServiceDeployment deployment => (deployment.SourceServiceRevisions ?? []).Prepend(deployment.TargetServiceRevision!).Select(revision => revision.Arn!),
        ServiceRevision revision => [revision.ServiceRevisionArn!],
        ServiceRevisionSummary summary => [summary.Arn!],
        ServiceCurrentRevisionSummary summary => [summary.Arn!],
        _ => null,
    };
}
