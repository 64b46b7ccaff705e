using EcsTools.Model;

namespace EcsTools.Local.Api.AccountSettings;

/// <summary>Sets a setting for a principal.</summary>
internal sealed class PutAccountSettingHandler()
    : Handler<PutAccountSettingRequest, PutAccountSettingResponse>(Operations.PutAccountSetting)
{
    protected override PutAccountSettingResponse Handle(Call call, PutAccountSettingRequest request) =>
        new() { Setting = SettingRules.Put(
            call.Region, SettingRules.Principal(call.Region, request.PrincipalArn), request.Name, request.Value) };
}
