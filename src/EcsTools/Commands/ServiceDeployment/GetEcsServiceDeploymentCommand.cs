using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the service deployments of services, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "EcsServiceDeployment", SupportsPaging = true), OutputType(typeof(Model.ServiceDeployment))]
[Alias("Get-ECSServiceDeploymentList")]
[Operation(nameof(Operations.ListServiceDeployments))]
[Operation(nameof(Operations.DescribeServiceDeployments))]
public sealed partial class GetEcsServiceDeploymentCommand : EcsGetCommand<Model.ServiceDeployment>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names or ARNs of the services.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    public string[]? Service { get; set; }

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs, or wildcards for the IDs of the services' deployments. Default: all deployments of the services.")]
    [Alias("ServiceDeploymentArn"), Identity("ServiceDeployment"), ArgumentCompleter(typeof(ServiceDeploymentCompleter)), SupportsWildcards]
    public string[]? ServiceDeployment { get; set; }

    [Parameter(HelpMessage = "Gets only the deployments with these statuses.")]
    [Values(
        ServiceDeploymentStatus.InProgress, ServiceDeploymentStatus.Pending, ServiceDeploymentStatus.RollbackFailed,
        ServiceDeploymentStatus.RollbackInProgress,
        ServiceDeploymentStatus.RollbackRequested, ServiceDeploymentStatus.RollbackSuccessful, ServiceDeploymentStatus.Stopped,
        ServiceDeploymentStatus.StopRequested,
        ServiceDeploymentStatus.Successful)]
    [ArgumentCompleter(typeof(ValuesCompleter))]
    public string[]? Status { get; set; }

    [Parameter(HelpMessage = "Gets only the deployments that were created after, before, or between these times, for example @{ after = (Get-Date).AddDays(-1) }.")]
    [Structure(typeof(CreatedAt), "createdAt")]
    public CreatedAt? CreatedAt { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeServiceDeployments);

    private protected override IReadOnlyList<string>? Names => ServiceDeployment;

    private protected override string? GivenCluster => Cluster;

    private protected override string? ListedBy => nameof(Service);

    private protected override Lister NewLister()
    {
        var requests = Service!.Select(Request).ToList();
        return output => List(requests, output);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(
            Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = batch.Ids }, output, cancellation);
        return Described<Model.ServiceDeployment>.Of(response.ServiceDeployments, response.Failures);
    };

    private ListServiceDeploymentsRequest Request(string service)
    {
        var request = new ListServiceDeploymentsRequest { Service = service, Status = Status?.ToList(), CreatedAt = CreatedAt };
        Fill(request, service);
        return request;
    }

    private async IAsyncEnumerable<string> List(List<ListServiceDeploymentsRequest> requests, JobOutput output)
    {
        foreach (var request in requests)
        {
            await foreach (var deployment in ListAsync(
                Operations.ListServiceDeployments, request, output).OrErrorAbout(request.Service, output))
                yield return deployment.ServiceDeploymentArn!;
        }
    }
}
