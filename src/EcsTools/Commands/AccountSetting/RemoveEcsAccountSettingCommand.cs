using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Removes an account setting of a user or role, so that the default of the account applies again.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsAccountSetting", SupportsShouldProcess = true), OutputType(typeof(Setting))]
[Operation(nameof(Operations.DeleteAccountSetting), Target = "name")]
public sealed partial class RemoveEcsAccountSettingCommand : EcsRemovalCommand<DeleteAccountSettingRequest, DeleteAccountSettingResponse>
{

    private protected override string? Describes => "Setting";

    private protected override Operation<DeleteAccountSettingRequest, DeleteAccountSettingResponse> Operation =>
        Operations.DeleteAccountSetting;

    private protected override string Subject(DeleteAccountSettingRequest request) =>
        $"account setting {request.Name} of {request.PrincipalArn ?? "the caller"}";

    private protected override string Action(DeleteAccountSettingRequest request) => "Restore the default";

    private protected override ValueTask<object?> Removed(DeleteAccountSettingResponse response, JobOutput output) =>
        new(response.Setting!);
}
