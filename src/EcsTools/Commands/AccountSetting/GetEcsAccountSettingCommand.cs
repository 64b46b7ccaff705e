using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets account settings, either those that were set or all effective values.</summary>
[Cmdlet(VerbsCommon.Get, "EcsAccountSetting", SupportsPaging = true), OutputType(typeof(Setting))]
[Operation(nameof(Operations.ListAccountSettings), Target = "name")]
public sealed partial class GetEcsAccountSettingCommand : EcsListCommand<Setting>
{
    private protected override string? Describes => "Setting";

    /// <summary>ECS gives at most so many account settings on a page.</summary>
    private protected override Lister NewLister()
    {
        var request = new ListAccountSettingsRequest();
        if (!NamePatterns.IsPattern(Name))
        {
            Fill(request, Name);
            return output => ListAsync(Operations.ListAccountSettings, request, output, Sizes.SettingsPage);
        }

        Fill(request, null);
        var patterns = new NamePatterns([Name!]);
        return output =>
            ListAsync(Operations.ListAccountSettings, request, output, Sizes.SettingsPage).Where(setting => patterns.Match(setting.Name!));
    }
}
