using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Sets an account setting for all users and roles that don't have their own value.</summary>
[Cmdlet(VerbsCommon.Set, "EcsAccountSettingDefault", SupportsShouldProcess = true), OutputType(typeof(Setting))]
[Alias("Write-ECSAccountSettingDefault")]
[Rejects("Name", SettingName.GuardDutyActivate)]
[Operation(nameof(Operations.PutAccountSettingDefault), Target = "name", Then = "value")]
public sealed partial class SetEcsAccountSettingDefaultCommand
    : EcsOperationCommand<PutAccountSettingDefaultRequest, PutAccountSettingDefaultResponse>
{

    private protected override string? Describes => "Setting";

    private protected override Operation<PutAccountSettingDefaultRequest, PutAccountSettingDefaultResponse> Operation =>
        Operations.PutAccountSettingDefault;

    private protected override string Subject(PutAccountSettingDefaultRequest request) =>
        $"account setting {request.Name} of all who have not set it";

    private protected override string Action(PutAccountSettingDefaultRequest request) => $"Set to {request.Value}";

    private protected override async Task Emit(
        PutAccountSettingDefaultRequest request, PutAccountSettingDefaultResponse response, JobOutput output) =>
        await output.Object(response.Setting!);
}
