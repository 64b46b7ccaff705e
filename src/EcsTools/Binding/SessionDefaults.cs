using System.Collections;
using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>The entries of $PSDefaultParameterValues, which aren't on the command line.</summary>
internal static class SessionDefaults
{
    /// <summary>All entries.</summary>
    public static IEnumerable<DictionaryEntry> All(PSCmdlet command) =>
        (command.SessionState.PSVariable.GetValue("PSDefaultParameterValues") as IDictionary)?.Cast<DictionaryEntry>() ?? [];

    /// <summary>The values for a parameter of a cmdlet, by its name or an alias.</summary>
    public static IEnumerable<object?> For(PSCmdlet command, IReadOnlyList<string> names) =>
        All(command).Where(entry => entry.Key is string key && IsFor(key, command, names)).Select(entry => entry.Value);

    /// <summary>Whether there is a value for a parameter.</summary>
    public static bool Has(PSCmdlet command, CmdletParameter parameter) => For(command, parameter.AllNames).Any();

    private static bool IsFor(string key, PSCmdlet command, IReadOnlyList<string> names) => key.Split(':') is [var cmdlet, var name]
        && WildcardPattern.Get(cmdlet.Trim(), WildcardOptions.IgnoreCase).IsMatch(command.MyInvocation.MyCommand.Name)
        && names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
}
