using EcsTools.Model;

namespace EcsTools.Local.Api.AccountSettings;

/// <summary>Removes a setting and returns the new effective value.</summary>
internal sealed class DeleteAccountSettingHandler()
    : Handler<DeleteAccountSettingRequest, DeleteAccountSettingResponse>(Operations.DeleteAccountSetting)
{
    protected override DeleteAccountSettingResponse Handle(Call call, DeleteAccountSettingRequest request)
    {
        SettingRules.Name(request.Name);
        var principal = SettingRules.Principal(call.Region, request.PrincipalArn);
        call.Region.Settings.GetValueOrDefault(principal)?.Remove(request.Name!);
        var setting = SettingValues.Effective(call.Region, principal, request.Name!);
        setting.PrincipalArn = principal;
        return new() { Setting = setting };
    }
}
