using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>A cmdlet that deploys services again, with its own update.</summary>
public abstract class EcsRedeployCommand : EcsOperationCommand<UpdateServiceRequest, UpdateServiceResponse>, IWaitParameters
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names or ARNs of the services.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Service { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the cluster. Default: the cluster in the ARN, the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn", "ClusterName"), Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = "Waits until the deployment has completed. A deployment that fails, is rolled back, stopped, or superseded causes an error.")]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = IWaitParameters.TimeoutHelp), Seconds, Requires(nameof(Wait))]
    public TimeSpan Timeout { get; set; } = IWaitParameters.DefaultTimeout;

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<string?> Targets => Service ?? [];

    private protected sealed override Operation<UpdateServiceRequest, UpdateServiceResponse> Operation => Operations.UpdateService;

    /// <inheritdoc/>
    protected override void Fill(UpdateServiceRequest request, string? target)
    {
        request.Service = target;
        request.Cluster = ClusterFor(Cluster, target);
    }

    private protected sealed override string Subject(UpdateServiceRequest request) =>
        Naming.Subject("service", request.Service, request.Cluster);

    private protected sealed override Task Emit(UpdateServiceRequest request, UpdateServiceResponse response, JobOutput output) =>
        this.EmitSettled(response.Service!, ServiceGoal.Of(response.Service!), output);
}
