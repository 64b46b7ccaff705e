using System.Management.Automation;
using System.Runtime.CompilerServices;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that lists and describes in one: names are described at once, wildcards and nothing at all list first.</summary>
/// <typeparam name="TItem">The type of the output.</typeparam>
public abstract class EcsGetCommand<TItem> : EcsReadCommand
    where TItem : class
{
    private ClusterBatches? batches;
    private PageWindow window = new(null);
    private StrongBox<string?>? ignoredFilter; // of the command line, so it is the same for all that is piped

    /// <summary>The operation that describes, as errors name it.</summary>
    private protected abstract string DescribeOperation { get; }

    private Operation Describing => Operations.Find(DescribeOperation)!;

    /// <summary>The names, ids, ARNs or wildcards that were given.</summary>
    private protected abstract IReadOnlyList<string>? Names { get; }

    /// <summary>The cluster that was given; null for what lives in none.</summary>
    private protected virtual string? GivenCluster => null;

    /// <summary>The parameter without which ECS lists nothing; null where it lists all there is.</summary>
    private protected virtual string? ListedBy => null;

    /// <summary>
    /// The lister of the ARNs or names that match the filters. It's created on the pipeline's thread, where the parameters don't change.
    /// </summary>
    private protected abstract Lister NewLister();

    /// <summary>
    /// The lister for these wildcards, if they can narrow the request. The names are compared with the wildcards afterward in any case.
    /// </summary>
    private protected virtual Lister NewLister(NamePatterns patterns) => NewLister();

    /// <summary>The function that describes a batch. Created on the pipeline's thread, like the lister.</summary>
    private protected abstract Describer NewDescriber();

    /// <summary>The function that describes a listed batch if the list already contains the descriptions.</summary>
    private protected virtual Describer NewDescriberOfListed() => NewDescriber();

    /// <summary>The text that a wildcard is matched with: the last part of an ARN.</summary>
    private protected virtual string NameOf(string arn) => EcsArn.IdOf(arn);

    /// <summary>Whether ECS describes this name directly. Other names are looked up in the list, like wildcards.</summary>
    private protected virtual bool IsDescribable(string name) => true;

    /// <summary>
    /// Whether an item that was listed and described is wanted: what the API cannot filter is filtered here. Null if all are.
    /// </summary>
    private protected Func<TItem, bool>? Only { get; set; }

    /// <inheritdoc/>
    internal override bool IsClusterEnough => ListedBy is null;

    /// <inheritdoc/>
    internal override bool IsLister => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (PagingParameters is { First: 0 })
            Refuse(Errors.Invalid(
                "ParameterArgumentValidationError",
                "The value of -First is 0 or empty. The usual cause is a variable that isn't set. To get all, omit the parameter.",
                null,
                "To get all, omit the parameter."));
        batches = new ClusterBatches(Describing.BatchSize);
        window = new PageWindow(PagingParameters);
    }

    /// <summary>Starts listing, or gathers names until a call is full.</summary>
    private protected override void Process()
    {
        if (Names is not { Count: > 0 } names)
        {
            StartListing(NamePatterns.All, []);
            return;
        }

        if (names.Where(IsListed).ToList() is { Count: > 0 } patterns)
            StartListing(new NamePatterns(patterns), [.. names.Except(patterns)]);
        var ignored = IgnoredFilter;
        foreach (var name in names.Count == 1 ? names : names.Distinct())
        {
            if (IsListed(name) || IsElsewhere(name) || !window.Takes()) continue;
            if (ignored is not null)
            {
                WriteError(Errors.Invalid(
                    "ParameterIgnored",
                    $"-{ignored} filters a list, and has no effect on what is named: '{EcsArn.IdOf(name)}'.",
                    name,
                    $"Omit -{ignored}, or filter with Where-Object."));
                continue;
            }

            if (batches!.Add(ClusterFor(GivenCluster, name), name, AskedRegion) is { } full) StartDescribing(full);
        }
    }

    /// <summary>A parameter on the command line that only a list takes; null if there is none.</summary>
    private string? IgnoredFilter => (ignoredFilter ??= new(FindIgnoredFilter())).Value;

    private string? FindIgnoredFilter() =>
        OperationAttribute.NamesOf(GetType())
            .Where(name => name.StartsWith("List", StringComparison.Ordinal))
            .Select(list => Ignored(Operations.Find(list)!.Request, Describing.Request, IsTyped))
            .FirstOrDefault(ignored => ignored is not null);

    private bool IsListed(string name) => NamePatterns.IsPattern(name) || !IsDescribable(name);

    /// <summary>Describes what is left, and waits.</summary>
    protected override void EndProcessing()
    {
        foreach (var rest in batches!.Rest()) StartDescribing(rest);
        base.EndProcessing();
    }

    private void StartDescribing(Batch batch)
    {
        var describe = NewDescriber();
        In(batch.Region, () => Start(async output =>
        {
            try
            {
                await Write(await describe(batch, output, Cancellation), output);
            }
            catch (EcsException e)
            {
                await output.Error(await Nearest.Add(e, batch.Cluster, batch.Ids is [var only] ? only : null), batch.Concerned(e));
            }
        }));
    }

    /// <param name="patterns">The wildcards.</param>
    /// <param name="named">Names that are described directly, so that the list doesn't return them again.</param>
    private void StartListing(NamePatterns patterns, HashSet<string> named)
    {
        if (ListedBy is { } parameter && !IsGiven(parameter))
        {
            WriteError(Errors.Invalid(
                $"Missing{parameter}",
                $"{CmdletName} requires a {parameter.ToLowerInvariant()}: ECS lists these resources for one {parameter.ToLowerInvariant()} at a time.",
                null,
                $"Specify -{parameter}, or the ARNs of the resources."));
            return;
        }

        var (list, describe, cluster) = (NewLister(patterns), OnlyWanted(NewDescriberOfListed(), Only), ClusterFor(GivenCluster));
        Start(output => ListAndDescribe(list, describe, cluster, patterns, named, output));
    }

    private async Task ListAndDescribe(
        Lister list, Describer describe, string? cluster, NamePatterns patterns, HashSet<string> named, JobOutput output)
    {
        try
        {
            var answers = EcsReader.Describe(
                Page(list(output), patterns, named),
                Describing,
                (ids, cancellation) => describe(new Batch(cluster, ids), output, cancellation),
                Cancellation);
            await foreach (var described in answers) await Write(described, output);
            foreach (var name in window.IsFull ? [] : patterns.Missing)
                await output.Error(Errors.From(new Failure { Arn = name, Reason = "MISSING" }, DescribeOperation, this, name));
        }
        catch (EcsException e)
        {
            await output.Error(
                await Nearest.Name(e),
                e.ErrorCode == "ClusterNotFoundException" ? cluster ?? "default"
                    : cluster is null ? null
                    : $"cluster {EcsArn.IdOf(cluster)}");
        }
    }

    private protected override void Widen() => Only = null;

    private static Describer OnlyWanted(
        Describer describe, Func<TItem, bool>? isWanted) => isWanted is null ? describe : async (batch, output, cancellation) =>
    {
        var described = await describe(batch, output, cancellation);
        return described with { Items = [.. described.Items.Where(isWanted)] };
    };

    /// <summary>The matching names after -Skip and -First.</summary>
    private async IAsyncEnumerable<string> Page(
        IAsyncEnumerable<string> ids,
        NamePatterns patterns,
        HashSet<string> named,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var id in ids.WithCancellation(cancellation))
        {
            if ((!patterns.MatchesAll && !patterns.Match(NameOf(id))) || named.Contains(id) || named.Contains(NameOf(id))
                || !window.Takes())
                continue;
            yield return id;
            if (window.IsFull) yield break;
        }
    }

    /// <summary>Lists ids, reporting its calls to an output.</summary>
    private protected delegate IAsyncEnumerable<string> Lister(JobOutput output);

    /// <summary>Describes a batch of ids.</summary>
    private protected delegate Task<Described<TItem>> Describer(Batch batch, JobOutput output, CancellationToken cancellation);

    private async Task Write(Described<TItem> described, JobOutput output)
    {
        await output.Objects(described.Items);
        if (!IsEverywhere) await Nearest.Add(described.Failures ?? []);
        await output.Errors(described.Failures, DescribeOperation);
    }
}

/// <summary>The result of a describing call.</summary>
/// <param name="Items">The items that were found.</param>
/// <param name="Failures">The items that weren't, with reasons.</param>
public sealed record Described<TItem>(IReadOnlyList<TItem> Items, IReadOnlyList<Failure> Failures)
{
    internal static Described<TItem> Of(List<TItem>? items, List<Failure>? failures = null) => new(items ?? [], failures ?? []);
}
