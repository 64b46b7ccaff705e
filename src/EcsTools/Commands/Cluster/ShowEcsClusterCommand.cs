using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Shows clusters on a live page in the browser: zones, instances, tasks, services and events, with a time line.</summary>
[Cmdlet(VerbsCommon.Show, "EcsCluster"), OutputType(typeof(string))]
[Calls(nameof(Operations.DescribeClusters), nameof(Operations.ListClusters), nameof(Operations.ListContainerInstances),
    nameof(Operations.DescribeContainerInstances), nameof(Operations.ListServices),
    nameof(Operations.DescribeServices), nameof(Operations.DescribeServiceDeployments), nameof(Operations.ListTasks),
    nameof(Operations.DescribeTasks), nameof(Operations.DescribeTaskDefinition))]
public sealed class ShowEcsClusterCommand : EcsGetCommand<Model.Cluster>
{
    private readonly List<string> found = [];

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards. Default: the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn", "ClusterName", "Name"), Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter)), SupportsWildcards]
    public string[]? Cluster { get; set; }

    [Parameter(HelpMessage = "The port on the loopback address. Default: 0, a free port.")]
    [ValidateRange(0, 65535), Scalar(typeof(int))]
    public int? Port { get; set; } = 0;

    [Parameter(HelpMessage = "Doesn't open the browser.")]
    public SwitchParameter NoBrowser { get; set; }

    [Parameter(HelpMessage = "Reads the clusters also while no page is open, for example for Export-EcsTimeline in a script.")]
    public SwitchParameter Record { get; set; }

    [Parameter(HelpMessage = "Returns the URL of the page.")]
    public SwitchParameter PassThru { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeClusters);

    private protected override IReadOnlyList<string> Names => Cluster ?? [ClusterFor(null) ?? "default"];

    private protected override Lister NewLister() => output => ListAsync(Operations.ListClusters, new ListClustersRequest(), output);

    /// <summary>Collects the clusters. They are shown together, when all are known.</summary>
    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(Operations.DescribeClusters, new() { Clusters = batch.Ids }, output, cancellation);
        await output.OnPipeline(_ => found.AddRange((response.Clusters ?? []).Select(cluster => cluster.ClusterArn!)));
        return new([], response.Failures ?? []);
    };

    /// <summary>Starts the page, and opens it.</summary>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (found.Count == 0) return;
        Start(async output =>
        {
            var page = await ClusterPage.Start(Connection.Settings, found, Port!.Value, Record);
            await output.OnPipeline(_ => Open(page));
        });
        FinishJobs();
    }

    private void Open(ClusterPage page)
    {
        Session.Show(page);
        if (PassThru) WriteObject(page.Url.AbsoluteUri);
        else WriteHost($"The page is at {page.Url}. Hide-EcsCluster ends it.");
        if (!NoBrowser) OpenBrowser(page.Url);
    }

    private void OpenBrowser(Uri url)
    {
        try
        {
            using var started =
                System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(url.ToString()) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            WriteWarning($"No browser could be opened: {e.Message} Open {url} yourself.");
        }
    }
}
