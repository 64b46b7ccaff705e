using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Binding;

/// <summary>A whole request as JSON or YAML: a file as written for the AWS CLI, or the text itself.</summary>
internal static class RequestFile
{
    /// <summary>
    /// Fills the members that are still open. <paramref name="described"/> is what ECS's own answers hold under <paramref name="wrapper"/>:
    /// its other members (ARNs, dates) may be there, so that what was described can be sent again.
    /// </summary>
    public static bool TryComplete(EcsCmdlet command, IStructure request, string given, string? wrapper, IStructure? described) =>
        TryRead(command, given, root => Complete(request, root, wrapper, described), wrapper);

    /// <summary>Reads a file, a text, or a hashtable that a text carries; false after an error was written.</summary>
    /// <param name="command">The cmdlet that it was given to.</param>
    /// <param name="given">The file or the text.</param>
    /// <param name="use">Takes the value.</param>
    /// <param name="wrapper">The member that the value may be in.</param>
    public static bool TryRead(EcsCmdlet command, string given, Action<object?> use, string? wrapper = null)
    {
        var isText = InputDocument.IsText(given) || Carried.Of(given) is not null;
        InputDocument? document = null;
        try
        {
            var carried = Carried.Of(given);
            if (carried is null) document = isText ? InputDocument.OfText(given) : InputDocument.OfFile(PathOf(command, given));
            use(carried ?? document!.Root);
            return true;
        }
        catch (BindingException e)
        {
            var line = e.Line ?? document?.LineOf(e.Path, $"{wrapper}.{e.Path}");
            var place = isText ? line > 1 ? $"line {line}: " : "" : line is null ? $"{given}: " : $"{given}, line {line}: ";
            command.WriteError(Errors.Invalid(
                "InvalidRequestJson",
                place + e.Message,
                given,
                "Correct the value that the message names. A file holds the members of the request, as for the AWS CLI's --cli-input-json or --cli-input-yaml."));
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            command.WriteError(Errors.Record(
                new EcsException("RequestFileUnreadable", $"{given}: {Problem(e)}", e),
                ErrorCategory.OpenError,
                given,
                "Specify the path of a JSON or YAML file, or JSON that starts with '{'."));
        }

        return false;
    }

    /// <summary>Fills the members that are still open from named values, which may lie in a wrapper as ECS's answers do.</summary>
    /// <exception cref="BindingException">A value does not fit.</exception>
    public static void Complete(IStructure request, object? root, string? wrapper, IStructure? described)
    {
        var shape = request.GetShape();
        var read = StructureBinder.BindMembers(Members(root, shape, wrapper), shape, "", ignored: described?.GetShape());
        foreach (var member in shape.Members) member.Set(request, member.Get(request) ?? member.Get(read));
    }

    /// <summary>
    /// The members by name, in any case; for a repeated name the last. Tags next to the wrapper take precedence over those in it, unless
    /// there are none.
    /// </summary>
    private static Dictionary<string, object?> Members(object? root, StructureShape shape, string? wrapper)
    {
        var values = Values(root) ?? throw new BindingException(
            "", $"expected an object with the members of {shape.Name}, found {Found(root)}");
        if (wrapper is null || Values(values.GetValueOrDefault(wrapper)) is not { } inner) return values;
        foreach (var (name, value) in values)
        {
            if (shape.Find(name) is not null
                && (!inner.ContainsKey(name) || value is not (null or System.Collections.ICollection { Count: 0 })))
                inner[name] = value;
        }

        return inner;
    }

    /// <summary>
    /// The error about a member that a request needs and a file doesn't set; null if nothing is missing. The cluster is the session's then.
    /// </summary>
    public static ErrorRecord? Missing(IStructure request, string given, CmdletParameters parameters)
    {
        if (request
            .GetShape().Members
            .FirstOrDefault(member => member.IsRequired && member.WireName != "cluster" && member.Get(request) is null) is not { } missing)
            return null;
        var source = InputDocument.IsText(given) || Carried.Of(given) is not null ? "The request" : given;
        var parameter = parameters.Find(missing.PropertyName)?.Name;
        return Errors.Invalid(
            $"Missing{missing.PropertyName}",
            $"{source} has no {missing.WireName}.",
            given,
            parameter is null ? $"Add {missing.WireName}." : $"Add {missing.WireName}, or specify -{parameter}.");
    }

    /// <summary>A piped item of a cmdlet that accepts requests: a file, a text or a hashtable; null if it isn't one.</summary>
    public static string? Of(object? item) => (item is PSObject { BaseObject: not PSCustomObject } wrapped
        ? wrapped.BaseObject
        : item) switch
    {
        FileSystemInfo file => file.FullName,
        string text when InputDocument.IsText(text) => text,
        System.Collections.IDictionary values => Carried.By("hashtable", values),
        _ => null,
    };

    private static Dictionary<string, object?>? Values(object? value)
    {
        if (value is null || Named.Values(value) is not { } named) return null;
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, inner) in named) values[name] = inner;
        return values;
    }

    private static string Found(object? root) => root is null ? "null" : StructureBinder.Describe(root);

    /// <summary>The file that a path means.</summary>
    /// <exception cref="IOException">It means no file.</exception>
    public static string PathOf(EcsCmdlet command, string given)
    {
        const string scheme = "file://";
        var path = WholeFile.PathOf(command, given.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? given[scheme.Length..] : given);
        return Directory.Exists(path) ? throw new IOException("this is a folder") : path;
    }

    /// <summary>Whether a file can't be read.</summary>
    public static bool IsUnreadable(Exception e) =>
        e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException
            or System.Security.SecurityException or RuntimeException;

    /// <summary>Why a file can't be read.</summary>
    public static string Problem(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "the file doesn't exist",
        UnauthorizedAccessException => "the file can't be read: access is denied",
        _ => e.Message,
    };
}
