using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Changes how capacity providers scale, protect, and drain their instances.</summary>
[Cmdlet(VerbsData.Update, "EcsCapacityProvider", SupportsShouldProcess = true), OutputType(typeof(Model.CapacityProvider))]
[Operation(nameof(Operations.UpdateCapacityProvider), Targets = "name",
    WithoutCluster = "none. The cluster of the session isn't used, because only a capacity provider of managed instances belongs to a cluster")]
[Waits("until the update is complete")]
public sealed partial class UpdateEcsCapacityProviderCommand
    : EcsOperationCommand<UpdateCapacityProviderRequest, UpdateCapacityProviderResponse>, IWaitParameters
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names or ARNs of the capacity providers.")]
    [Alias("CapacityProvider", "CapacityProviderArn"), Identity("CapacityProvider"), ArgumentCompleter(typeof(CapacityProviderCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Name { get; set; }

    private protected override Operation<UpdateCapacityProviderRequest, UpdateCapacityProviderResponse> Operation =>
        Operations.UpdateCapacityProvider;

    private protected override bool Complete(UpdateCapacityProviderRequest request)
    {
        request.Name = EcsArn.IdOf(request.Name!);
        return true;
    }

    private protected override string Subject(UpdateCapacityProviderRequest request) => $"capacity provider {request.Name}";

    private protected override string Action(UpdateCapacityProviderRequest request) => Naming.Changes(request, "name", "cluster");

    private protected override Task Emit(
        UpdateCapacityProviderRequest request, UpdateCapacityProviderResponse response, JobOutput output) =>
        this.EmitSettled(response.CapacityProvider!, CapacityGoals.Ready(response.CapacityProvider!), output);
}
