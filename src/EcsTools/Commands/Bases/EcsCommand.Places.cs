using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <content>
/// The places of a command: one region and cluster, or several, one after the other. A missing resource is an error only if it's missing in
/// all of them. Any other error of one place doesn't end the others.
/// </content>
public abstract partial class EcsCommand
{
    private readonly Dictionary<(string? Region, string Pattern), IReadOnlyList<string>> clusters = [];
    private readonly Dictionary<string, (int Count, ErrorRecord Error)> missing = [];
    private readonly HashSet<string> sought = [];
    private int places;

    /// <summary>The regions that were given.</summary>
    internal abstract IReadOnlyList<string>? Regions { get; }

    IReadOnlyList<string>? IConnectionParameters.Regions => Regions;

    /// <summary>The region that is looked at among several, or that the piped object was read in; null for the usual one.</summary>
    private protected string? AskedRegion { get; private set; }

    /// <summary>Whether the command looks in several places.</summary>
    private protected bool IsEverywhere { get; private set; }

    private bool IsRegionTyped => commandLine.Contains(IConnectionParameters.Region);

    /// <summary>Whether a name is an ARN of another one of the regions, where it is looked for.</summary>
    private protected bool IsElsewhere(string name) =>
        Regions is { Count: > 1 } regions && EcsArn.TryParse(name, out var arn) && arn.Region != AskedRegion
            && regions.Contains(arn.Region);

    /// <summary>Starts what belongs to a region.</summary>
    private protected void In(string? region, Action start)
    {
        (var before, AskedRegion) = (AskedRegion, region);
        start();
        AskedRegion = before;
    }

    /// <summary>The region that an object was read in, unless the command line names another one.</summary>
    private string? RegionOf(PSObject? piped) =>
        !IsRegionTyped && piped?.Properties[IConnectionParameters.Region] is PSNoteProperty { Value: string region } ? region : null;

    /// <summary>Processes what came in each region and each cluster.</summary>
    private void ProcessEverywhere()
    {
        places = 0;
        if (Regions is not { Count: > 1 } regions)
        {
            ProcessClusters();
            return;
        }

        BeginSearch();
        foreach (var region in regions) In(region, ProcessClusters);
    }

    private void ProcessClusters()
    {
        if (this is not EcsReadCommand || record?.Parameters.Cluster is not { } cluster
            || cluster.Property.GetValue(this) is not string pattern || !NamePatterns.IsPattern(pattern))
        {
            places++;
            Process();
            return;
        }

        BeginSearch();
        foreach (var arn in ClustersLike(pattern))
        {
            cluster.Property.SetValue(this, arn);
            places++;
            Process();
        }

        cluster.Property.SetValue(this, pattern);
    }

    private void BeginSearch()
    {
        IsEverywhere = true;
        foreach (var parameter in record!.Parameters.Identities.Where(parameter => parameter != record.Parameters.Cluster))
        {
            var names = parameter.Property.GetValue(this) switch { string one =>
                [one], string[] several => several, _ => Array.Empty<string>() };
            sought.UnionWith(names.Where(name => !EcsArn.TryParse(name, out _)));
        }
    }

    /// <summary>The clusters of a region that match, for which ECS is asked once.</summary>
    private IReadOnlyList<string> ClustersLike(string pattern)
    {
        if (clusters.TryGetValue((AskedRegion, pattern), out var known)) return known;
        var patterns = new NamePatterns([pattern]);
        List<string> found = [];
        Start(async output =>
        {
            using var activity = Traces.Start(nameof(ClustersLike));
            try
            {
                await foreach (var arn in ListAsync(
                    Operations.ListClusters, new ListClustersRequest(), output).Where(arn => patterns.Match(EcsArn.IdOf(arn))))
                    found.Add(arn);
            }
            catch (EcsException e)
            {
                await output.Error(e, null);
            }
        });
        FinishJobs();
        return clusters[(AskedRegion, pattern)] = found;
    }

    /// <summary>Keeps the error about a name that may be in another place; false for any other error.</summary>
    private bool Keeps(ErrorRecord error)
    {
        if (!IsEverywhere || !IsAboutMissing(error) || error.TargetObject is not string target || !sought.Contains(EcsArn.IdOf(target)))
            return false;
        missing[EcsArn.IdOf(target)] = (missing.GetValueOrDefault(EcsArn.IdOf(target)).Count + 1, error);
        return true;
    }

    private static bool IsAboutMissing(ErrorRecord error) => error.FullyQualifiedErrorId switch
    {
        "MISSING" => true,
        "ClientException" => error.Exception.Message.EndsWith("Unable to describe task definition.", StringComparison.Ordinal),
        var id => id != "ClusterNotFoundException" && id.EndsWith("NotFoundException", StringComparison.Ordinal),
    };

    /// <summary>Writes an error about each name that no place has.</summary>
    private void WriteMissing()
    {
        foreach (var (name, (count, error)) in missing.Where(one => one.Value.Count >= places))
        {
            var everywhere = new EcsException(
                error.FullyQualifiedErrorId,
                $"'{name}' was not found in any of the {places} {(Regions is { Count: > 1 } ? "regions and clusters" : "clusters")} that were searched.",
                error.Exception);
            base.WriteError(Errors.Record(everywhere, ErrorCategory.ObjectNotFound, name, error.ErrorDetails.RecommendedAction));
        }

        missing.Clear();
    }
}
