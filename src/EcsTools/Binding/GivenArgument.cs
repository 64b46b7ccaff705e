using System.Collections;
using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Binding;

/// <summary>
/// An argument without a value: <c>$null</c>, an empty text or an empty list, which an unset variable or an empty result leaves behind.
/// A parameter for which such a value has a meaning, for example <c>-Tag @()</c>, has PowerShell's own <c>[AllowNull]</c>,
/// <c>[AllowEmptyString]</c> or <c>[AllowEmptyCollection]</c>.
/// </summary>
internal static class GivenArgument
{
    private static readonly string[] OfSession = [
        "Cluster", IConnectionParameters.Region, .. typeof(IConnectionParameters).GetProperties().Select(property => property.Name),
    ];

    /// <summary>The problem of an argument; null if there is none, and for PowerShell's common parameters.</summary>
    public static string? Problem(
        CmdletParameter? parameter,
        object? value) => parameter is null ? null : (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => Allows<AllowNullAttribute>(parameter) ? null : "is null",
        string text when IsEmpty(text) => Allows<AllowEmptyStringAttribute>(parameter) ? null : "is null or empty",
        IList { Count: 0 } and not IDictionary =>
            Allows<AllowEmptyCollectionAttribute>(parameter) || parameter.First<MayBeEmptyAttribute>() is not null
                ? null
                : "is an empty list",
        IDictionary values when parameter.First<PerContainerAttribute>()?.IsNothing(values) == true => "is empty",
        IList { Count: 1 } list when IsEmpty(list[0]) => Allows<AllowEmptyStringAttribute>(parameter) ? null : "is null or empty",
        IList list when list.Cast<object?>().Any(IsEmpty) && !Allows<AllowEmptyStringAttribute>(parameter) =>
            "has an item that is null or empty",
        _ => null,
    };

    /// <summary>
    /// The error for a parameter without effect, because another one is missing; null if the other one is specified, or if a default of the
    /// session set this one.
    /// </summary>
    public static ErrorRecord? Alone(PSCmdlet command, CmdletParameter? parameter)
    {
        if (parameter?.First<RequiresAttribute>() is not { Parameter: var other } || IsOn(command, other, parameter)
            || SessionDefaults.Has(command, parameter))
            return null;
        return Errors.Invalid(
            $"{parameter.Name}Without{other}",
            $"-{parameter.Name} has no effect without -{other}.",
            null,
            $"Add -{other}, or omit -{parameter.Name}.");
    }

    /// <summary>The error for an argument without a value.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="label">The name of the parameter in the error.</param>
    /// <param name="problem">The problem of its value.</param>
    public static ErrorRecord Error(PSCmdlet command, string parameter, string label, string problem)
    {
        var advice = Advice(command, parameter);
        var message =
            $"The value of {label} {problem}. The usual cause is a variable that isn't set or a command that found nothing. {advice}";
        return Errors.Record(new EcsException("ParameterArgumentValidationError", message), ErrorCategory.InvalidData, null, advice);
    }

    /// <summary>The error for a piped object that is null or empty.</summary>
    public static ErrorRecord EmptyPiped() => Errors.Invalid(
        "NullPiped",
        "The piped object is null or empty. The usual cause is a variable that isn't set.",
        null,
        "Check the expression before the pipe. An empty list isn't an error: there is nothing to do.");

    /// <summary>Whether a value is null, or a text without a letter in it.</summary>
    public static bool IsEmpty(object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) is null or ""
            || (value is PSObject { BaseObject: string text } ? text : value) is string plain && string.IsNullOrWhiteSpace(plain);

    /// <summary>A script that passes <c>-Wait:$false</c> on may pass a number on too, but no other switch.</summary>
    private static bool IsOn(PSCmdlet command, string other, CmdletParameter parameter) =>
        command.MyInvocation.BoundParameters.TryGetValue(other, out var given)
            && (given is not SwitchParameter { IsPresent: false } || parameter.Property.PropertyType != typeof(SwitchParameter));

    private static string Advice(PSCmdlet command, string parameter)
    {
        if (command.MyInvocation.MyCommand.Parameters[parameter].ParameterSets.Values.All(set => set.IsMandatory))
            return "Specify a value.";
        if (command is IConnectionParameters && OfSession.Contains(parameter)) return $"To use the session's setting, omit the parameter.";
        return command.MyInvocation.MyCommand.Name.StartsWith(VerbsCommon.Get, StringComparison.Ordinal)
            ? "To get all, omit the parameter."
            : "Specify a value, or omit the parameter.";
    }

    /// <summary>A mandatory parameter has PowerShell's attributes so that the error about an empty argument is the cmdlet's own.</summary>
    private static bool Allows<T>(CmdletParameter parameter)
        where T : System.Attribute => parameter.First<T>() is not null && !parameter.IsMandatoryAnywhere;
}
