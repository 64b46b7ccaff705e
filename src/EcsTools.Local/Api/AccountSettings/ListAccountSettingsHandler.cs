using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.AccountSettings;

/// <summary>Lists the own or effective settings of a principal.</summary>
internal sealed class ListAccountSettingsHandler()
    : Handler<ListAccountSettingsRequest, ListAccountSettingsResponse>(Operations.ListAccountSettings)
{
    private const int Max = 10;

    protected override ListAccountSettingsResponse Handle(Call call, ListAccountSettingsRequest request)
    {
        if (request.Name is not null) SettingRules.Name(request.Name);
        else if (request.Value is not null)
            throw EcsFault.InvalidParameter("A setting value can only be looked for together with a setting name.");
        var principal = SettingRules.Principal(call.Region, request.PrincipalArn);
        var settings =
            from name in SettingValues.Names
            where request.Name is null || name == request.Name
            let setting = request.EffectiveSettings == true
                ? SettingValues.Effective(call.Region, principal, name)
                : SettingValues.Own(call.Region, principal, name)
            where setting is not null && (request.Value is null || setting.Value == request.Value)
            select setting;
        var (page, next) = Paging.ByName(
            settings, setting => setting.Name!, setting => setting, request.NextToken, request.MaxResults, usual: Max, most: Max);
        return new() { Settings = page, NextToken = next };
    }
}
