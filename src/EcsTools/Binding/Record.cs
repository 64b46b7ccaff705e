using System.Management.Automation;
using EcsTools.Calls;

namespace EcsTools.Binding;

/// <summary>
/// The parameters of a cmdlet while it processes one thing: those on the command line, and those that the thing sets until it has been
/// processed.
/// </summary>
internal sealed class Record(EcsCmdlet command, CmdletParameters parameters, IReadOnlySet<string> typed)
{
    private readonly Dictionary<CmdletParameter, object?> before = [];

    /// <summary>The cmdlet's parameters.</summary>
    public CmdletParameters Parameters => parameters;

    /// <summary>Whether a parameter has a value: from the command line or from the thing.</summary>
    public bool IsGiven(string parameter) =>
        typed.Contains(parameter) || (parameters.Find(parameter) is { } known && before.ContainsKey(known));

    /// <summary>
    /// Whether the thing may set a parameter: it is not on the command line. A default of $PSDefaultParameterValues is not either.
    /// </summary>
    public bool IsOpen(CmdletParameter parameter) => !typed.Contains(parameter.Name) || IsDefault(parameter);

    /// <summary>Whether the thing has set more than which resource is meant.</summary>
    public bool HasOwnSettings => before.Keys.Any(parameter => parameter.Thing is null);

    /// <summary>Whether the thing has set a parameter.</summary>
    public bool IsSet(CmdletParameter parameter) => before.ContainsKey(parameter);

    public void Set(CmdletParameter parameter, object? value)
    {
        before.TryAdd(parameter, parameter.Property.GetValue(command));
        parameter.Property.SetValue(command, LanguagePrimitives.ConvertTo(value, parameter.Property.PropertyType));
    }

    /// <summary>Sets a parameter, if it is not on the command line, from a value that a cell could hold.</summary>
    /// <returns>Whether it has a value now that is not the command line's.</returns>
    public bool TrySet(string name, object? value)
    {
        if (parameters.Find(name) is not { } parameter || value is null || !IsOpen(parameter)) return false;
        Set(parameter, Cells.Convert(value, parameter, name));
        return true;
    }

    /// <summary>Takes back what PowerShell bound by name: the thing itself is looked at instead.</summary>
    public void Reset(CmdletParameter parameter)
    {
        var value = parameters.Default(parameter);
        parameter.Property.SetValue(command, value);
    }

    /// <summary>Takes back what the thing has set.</summary>
    public void End()
    {
        foreach (var (parameter, value) in before) parameter.Property.SetValue(command, value);
        before.Clear();
    }

    private bool IsDefault(CmdletParameter parameter) =>
        SessionDefaults.For(command, parameter.AllNames).Any(value => IsSame(value, parameter));

    private bool IsSame(object? value, CmdletParameter parameter) =>
        value is ScriptBlock
            || LanguagePrimitives.TryConvertTo<string>(value, out var text)
                && LanguagePrimitives.TryConvertTo<string>(parameter.Property.GetValue(command), out var bound) && text == bound;
}
