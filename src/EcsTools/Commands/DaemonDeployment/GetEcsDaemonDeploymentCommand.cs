using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the deployments of a daemon, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "EcsDaemonDeployment", SupportsPaging = true), OutputType(typeof(Model.DaemonDeployment))]
[Alias("Get-ECSDaemonDeploymentList")]
[Operation(nameof(Operations.ListDaemonDeployments), Omit = ["daemonArn", "createdAt"])]
[Operation(nameof(Operations.DescribeDaemonDeployments), Omit = ["daemonDeploymentArns"])]
public sealed partial class GetEcsDaemonDeploymentCommand : EcsGetCommand<Model.DaemonDeployment>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs, IDs, or wildcards. Default: all deployments of the daemon.")]
    [Alias("DaemonDeploymentArn", "DaemonDeploymentArns", "Id")]
    [Identity("DaemonDeployment")]
    [ArgumentCompleter(typeof(DaemonDeploymentCompleter))]
    [SupportsWildcards]
    public string[]? DaemonDeployment { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The ARN of the daemon whose deployments are returned.")]
    [Alias("DaemonArn"), Identity("Daemon"), ArgumentCompleter(typeof(DaemonCompleter))]
    public string? Daemon { get; set; }

    [Parameter(HelpMessage = "Gets only the deployments that were created in this period, for example @{ after = '2026-01-01' }.")]
    [Structure(typeof(CreatedAt), "createdAt")]
    public CreatedAt? CreatedAt { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeDaemonDeployments);

    private protected override IReadOnlyList<string>? Names => DaemonDeployment;

    private protected override bool IsDescribable(string name) => EcsArn.TryParse(name, out _);

    private protected override string? ListedBy => nameof(Daemon);

    private protected override Lister NewLister()
    {
        var request = new ListDaemonDeploymentsRequest { DaemonArn = Daemon, CreatedAt = CreatedAt };
        Fill(request, null);
        return output =>
            ListAsync(
                Operations.ListDaemonDeployments,
                request,
                output,
                summary => summary.DaemonDeploymentArn).OrErrorAbout(request.DaemonArn, output);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(
            Operations.DescribeDaemonDeployments, new() { DaemonDeploymentArns = batch.Ids }, output, cancellation);
        return Described<Model.DaemonDeployment>.Of(response.DaemonDeployments, response.Failures);
    };
}
