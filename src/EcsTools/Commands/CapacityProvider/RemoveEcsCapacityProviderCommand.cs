using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes capacity providers that no cluster uses.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsCapacityProvider", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Model.CapacityProvider))]
[Operation(nameof(Operations.DeleteCapacityProvider), Targets = "capacityProvider",
    WithoutCluster = "none. The cluster of the session isn't used, because only a capacity provider of managed instances belongs to a cluster")]
[Waits("until the capacity provider is INACTIVE")]
public sealed partial class RemoveEcsCapacityProviderCommand
    : EcsRemovalCommand<DeleteCapacityProviderRequest, DeleteCapacityProviderResponse>, IWaitParameters
{
    private protected override Operation<DeleteCapacityProviderRequest, DeleteCapacityProviderResponse> Operation =>
        Operations.DeleteCapacityProvider;

    private protected override string Subject(DeleteCapacityProviderRequest request) =>
        $"capacity provider {EcsArn.IdOf(request.CapacityProvider!)}";

    private protected override string Action(DeleteCapacityProviderRequest request) => "Delete";

    /// <summary>ECS returns success also if it doesn't delete the resource; the status shows it.</summary>
    private protected override async ValueTask<object?> Removed(DeleteCapacityProviderResponse response, JobOutput output)
    {
        var provider = response.CapacityProvider!;
        if (provider.UpdateStatus == CapacityProviderUpdateStatus.DeleteFailed)
        {
            var failure = new Failure
            {
                Arn = provider.CapacityProviderArn,
                Reason = provider.UpdateStatus,
                Detail = provider.UpdateStatusReason,
            };
            await output.Error(Errors.From(failure, Operation.Name, this));
            return null;
        }

        return await this.Settled(provider, CapacityGoals.Gone(provider), output);
    }
}
