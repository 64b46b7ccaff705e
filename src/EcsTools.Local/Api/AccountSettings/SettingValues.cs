using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.AccountSettings;

/// <summary>The account settings: the values of each, its default, and its value for each principal.</summary>
internal static class SettingValues
{
    /// <summary>Every setting; the first value is the default.</summary>
    private static readonly SortedDictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        [SettingName.AwsvpcTrunking] = ["disabled", "enabled"],
        [SettingName.ContainerInsights] = ["disabled", "enabled", "enhanced"],
        [SettingName.ContainerInstanceLongArnFormat] = ["enabled"],
        [SettingName.DefaultLogDriverMode] = ["non-blocking", "blocking"],
        [SettingName.FargateEventWindows] = ["disabled", "enabled"],
        [SettingName.FargateFIPSMode] = ["disabled", "enabled"],
        [SettingName.FargateTaskRetirementWaitPeriod] = ["7", "0", "14"],
        [SettingName.GuardDutyActivate] = ["off"],
        [SettingName.ServiceLongArnFormat] = ["enabled"],
        [SettingName.TagResourceAuthorization] = ["on", "off"],
        [SettingName.TaskLongArnFormat] = ["enabled"],
    };

    public static IEnumerable<string> Names => Values.Keys;

    public static bool IsLongArnFormat(string name) => name.EndsWith("LongArnFormat", StringComparison.Ordinal);

    /// <summary>The valid values of the setting.</summary>
    public static string[] ValuesOf(string name) => Values[name];

    /// <summary>
    /// The effective value for a principal: their own, else that of the root user, who sets it for all, else the default of ECS.
    /// </summary>
    public static Setting Effective(RegionState region, string principal, string name) =>
        Own(region, principal, name)
        ?? Own(region, region.Root, name)
        ?? Describe(region.Root, name, Values[name][0]);

    /// <summary>The value that a principal has set; null if they haven't.</summary>
    public static Setting? Own(RegionState region, string principal, string name) =>
        region.Settings.GetValueOrDefault(principal)?.GetValueOrDefault(name) is { } value ? Describe(principal, name, value) : null;

    private static Setting Describe(string principal, string name, string value) => new()
    {
        Name = name,
        Value = value,
        PrincipalArn = principal,
        Type = name == SettingName.GuardDutyActivate ? SettingType.AwsManaged : SettingType.User,
    };
}
