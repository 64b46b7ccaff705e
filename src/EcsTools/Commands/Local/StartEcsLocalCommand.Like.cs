using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Forecast.Descriptions;
using EcsTools.Local;
using EcsTools.Model;
using EcsTools.Session;
using EcsTools.Show.Reading;

namespace EcsTools.Commands;

/// <content>Copies of real clusters.</content>
public sealed partial class StartEcsLocalCommand
{
    private readonly CancellationTokenSource reading = new();

    [Parameter(HelpMessage = "Clusters to copy: names, ARNs or wildcards; * copies all clusters of the region. The local ECS starts with the same ARNs, names, revisions, instances, tasks and settings.")]
    [Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter)), SupportsWildcards]
    public string[]? Like { get; set; }

    [Parameter(HelpMessage = "With -Like: leaves the values of environment variables out of the copy.")]
    public SwitchParameter NoEnvironment { get; set; }

    [Parameter(HelpMessage = "With -Like: the profile of the AWS configuration files to read with. Default: the session's credentials.")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [Alias("StoredCredentials", "AWSProfileName")]
    public string? ProfileName { get; set; }

    [Parameter(HelpMessage = "With -Like: the endpoint to read from, for example the URL of another local ECS. Default: the session's endpoint.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>Reads what is to be copied, with progress.</summary>
    private DescribedRegion ReadRegion()
    {
        var settings = Session.Effective;
        if (ProfileName is not null) settings = settings.WithProfile(ProfileName);
        settings = StoredAws.Complete(
            settings with { Region = MyInvocation.BoundParameters.ContainsKey(nameof(Region))
                ? Region
                : settings.Region, EndpointUrl = EndpointUrl ?? settings.EndpointUrl },
            SessionState);
        try
        {
            using var calls = new ClientCalls(settings, reading.Token);
            var read = Task.Run(() => Read(calls, WaitClock.For(settings.EndpointUrl).Now));
            var progress = new ProgressRecord(1, $"Reading {string.Join(", ", Like!)}", "Listing and describing");
            while (!read.IsCompleted)
            {
                progress.StatusDescription = $"{calls.Count} calls";
                WriteProgress(progress);
                Task.WaitAny([read], 200);
            }

            progress.RecordType = ProgressRecordType.Completed;
            WriteProgress(progress);
            var region = read.GetAwaiter().GetResult();
            return NoEnvironment ? WithoutEnvironment.Of(region) : region;
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (EcsException e)
        {
            throw Stop(
                e.ErrorCode,
                ErrorCategory.ReadError,
                Like,
                $"The clusters can't be copied: {e.Message}",
                "Check the names in -Like, and the region and credentials that Get-EcsContext returns. Reading needs the List and Describe permissions of Amazon ECS.",
                e);
        }
    }

    private async Task<DescribedRegion> Read(ClientCalls calls, DateTimeOffset now)
    {
        var names = Like!.ToList();
        if (names.Exists(NamePatterns.IsPattern))
        {
            var patterns = new NamePatterns(names);
            names = [.. (await new EcsReader(calls).All(
                Operations.ListClusters, new())).Where(arn => patterns.Match(EcsArn.IdOf(arn)) || names.Contains(arn))];
            if (patterns.Missing.FirstOrDefault(name => !EcsArn.TryParse(name, out _)) is { } missing)
                throw new EcsException("ClusterNotFoundException", $"The cluster {missing} was not found.");
            if (names.Count == 0) throw new EcsException("ClusterNotFoundException", $"No cluster matches {string.Join(", ", Like!)}.");
        }

        return await new RegionReader(calls).Read(names, now);
    }

    /// <summary>The state of the copy.</summary>
    private SavedState Copy(DescribedRegion region)
    {
        try
        {
            foreach (var part in region.NotRead) WriteWarning($"Not copied: {part}");
            return RegionCopy.Make(region);
        }
        catch (EcsException e)
        {
            throw Stop(e.ErrorCode, ErrorCategory.InvalidData, Like, $"The clusters can't be copied: {e.Message}", "Try again.", e);
        }
    }
}
