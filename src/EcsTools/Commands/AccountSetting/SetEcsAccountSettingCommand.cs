using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Sets an account setting for a user or role.</summary>
[Cmdlet(VerbsCommon.Set, "EcsAccountSetting", SupportsShouldProcess = true), OutputType(typeof(Setting))]
[Alias("Write-ECSAccountSetting")]
[Rejects("Name", SettingName.GuardDutyActivate)]
[Operation(nameof(Operations.PutAccountSetting), Target = "name", Then = "value")]
public sealed partial class SetEcsAccountSettingCommand : EcsOperationCommand<PutAccountSettingRequest, PutAccountSettingResponse>
{

    private protected override string? Describes => "Setting";

    private protected override Operation<PutAccountSettingRequest, PutAccountSettingResponse> Operation => Operations.PutAccountSetting;

    private protected override string Subject(PutAccountSettingRequest request) =>
        $"account setting {request.Name} of {request.PrincipalArn ?? "the caller"}";

    private protected override string Action(PutAccountSettingRequest request) => $"Set to {request.Value}";

    private protected override async Task Emit(PutAccountSettingRequest request, PutAccountSettingResponse response, JobOutput output) =>
        await output.Object(response.Setting!);
}
