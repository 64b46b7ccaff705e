using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What the root user has set is what holds for all others.</summary>
internal sealed class PutAccountSettingDefaultHandler() : Handler<PutAccountSettingDefaultRequest, PutAccountSettingDefaultResponse>(Operations.PutAccountSettingDefault)
{
    protected override PutAccountSettingDefaultResponse Handle(Call call, PutAccountSettingDefaultRequest request) =>
        new() { Setting = SettingRules.Put(call.Region, call.Region.Root, request.Name, request.Value) };
}
