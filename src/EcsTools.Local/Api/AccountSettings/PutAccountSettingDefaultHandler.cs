using EcsTools.Model;

namespace EcsTools.Local.Api.AccountSettings;

/// <summary>Sets a setting of the root user, which is the default of all other principals.</summary>
internal sealed class PutAccountSettingDefaultHandler()
    : Handler<PutAccountSettingDefaultRequest, PutAccountSettingDefaultResponse>(Operations.PutAccountSettingDefault)
{
    protected override PutAccountSettingDefaultResponse Handle(Call call, PutAccountSettingDefaultRequest request) =>
        new() { Setting = SettingRules.Put(call.Region, call.Region.Root, request.Name, request.Value) };
}
