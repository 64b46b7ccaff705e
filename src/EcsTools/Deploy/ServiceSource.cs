using System.Collections;
using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>The other side of a comparison: a file, a service revision, or another service.</summary>
/// <param name="Wanted">How the service would be then.</param>
internal sealed record ServiceSource(Func<CreateServiceRequest, string?, JobCalls, Task<CreateServiceRequest>> Wanted)
{
    private static readonly HashSet<string> NoParameters = [];

    /// <summary>The source in the argument; null after an error was written.</summary>
    public static ServiceSource? Of(EcsCmdlet command, object given)
    {
        var value = given is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : given;
        if (value is string name && !InputDocument.IsText(name)
            && (name.StartsWith("arn:", StringComparison.Ordinal) || name.AsSpan().IndexOfAny("./\\") < 0))
            return OfName(name);
        if (value is not (string or FileSystemInfo or IDictionary)
            && KindFinder.Find(PSObject.AsPSObject(given), NoParameters) is { } piped
            && (piped.Self("ServiceRevision") ?? piped.Self("Service")) is string known)
            return OfName(known);
        if (value is PSObject custom && Named.Values(custom) is { } values)
            return OfFile(command, Carried.By("object", values.ToDictionary(one => one.Key, one => one.Value)));
        if ((value is string ? value as string : RequestFile.Of(value)) is { } file) return OfFile(command, file);
        command.WriteError(Errors.Invalid(
            "InvalidWith",
            $"A {value.GetType().Name} isn't a service.",
            given,
            "Specify a file, JSON, a hashtable, a service, or a service revision."));
        return null;
    }

    private static ServiceSource OfName(string name) => EcsArn.TryParse(name, out var arn) && arn.ResourceType == "service-revision"
        ? new(async (now, _, calls) => ServiceSettings.With(now, await Revision(name, calls)))
        : new(async (_, cluster, calls) => await Service(name, cluster, calls));

    /// <summary>Settings that the file doesn't contain are unchanged.</summary>
    private static ServiceSource? OfFile(EcsCmdlet command, string file)
    {
        var asked = new CreateServiceRequest();
        return RequestFile.TryRead(command, file, root => ServiceFile.Read(asked, root))
            ? new(async (now, _, calls) => ServiceSettings.With(now, await ServiceSettings.Resolved(asked, calls)))
            : null;
    }

    private static async Task<ServiceRevision> Revision(string arn, JobCalls calls) =>
        (await calls.Send(Operations.DescribeServiceRevisions, new() { ServiceRevisionArns = [arn] })).ServiceRevisions?.FirstOrDefault()
            ?? throw new EcsException("ServiceRevisionNotFound", $"The service revision {EcsArn.IdOf(arn)} was not found.");

    private static async Task<CreateServiceRequest> Service(string name, string? cluster, JobCalls calls)
    {
        var of = EcsArn.TryParse(name, out var arn) && arn.ClusterArn is { } own ? own : cluster;
        var described = await ServiceReader.Describe(of, [name], calls);
        return (await ServiceReader.Settings(
            described.Services ?? [],
            calls)).FirstOrDefault() ?? throw new EcsException(
                "ServiceNotFoundException", $"The service {EcsArn.IdOf(name)} was not found.");
    }
}
