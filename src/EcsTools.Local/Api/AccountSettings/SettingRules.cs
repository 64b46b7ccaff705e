using System.Text.RegularExpressions;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.AccountSettings;

/// <summary>The rules for changing and reading account settings.</summary>
internal static class SettingRules
{
    public static void Name(string? name) => Check.OneOf(name ?? "", "setting name", [.. SettingValues.Names]);

    /// <summary>Sets a principal's own value.</summary>
    /// <exception cref="EcsFault">The setting doesn't exist, or can't have that value.</exception>
    public static Setting Put(RegionState region, string principal, string? name, string? value)
    {
        Name(name);
        if (SettingValues.IsLongArnFormat(name!) && value == "disabled")
            throw EcsFault.InvalidParameter("You can no longer disable Long Arn settings.");
        if (name == SettingName.GuardDutyActivate)
            throw EcsFault.InvalidParameter("The setting guardDutyActivate is managed by Amazon GuardDuty and cannot be changed here.");
        Check.OneOf(value ?? "", $"setting value of {name}", SettingValues.ValuesOf(name!));
        if (!region.Settings.TryGetValue(principal, out var own)) region.Settings.Add(principal, own = new(StringComparer.Ordinal));
        own[name!] = value!;
        return SettingValues.Own(region, principal, name!)!;
    }

    /// <summary>The principal of the settings. Default: the root user, who makes every request.</summary>
    /// <exception cref="EcsFault">The ARN is of no user, role or root user of the account.</exception>
    public static string Principal(RegionState region, string? arn)
    {
        if (string.IsNullOrEmpty(arn)) return region.Root;
        return Regex.IsMatch(arn, $@"\Aarn:{region.Partition}:iam::{region.Account}:(root|(user|role)/[\w+=,.@/-]+)\z")
            ? arn
            : throw EcsFault
                .InvalidParameter("The principal ARN is invalid. Specify the ARN of a user, a role or the root user of the account and try again.");
    }
}
