using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Binding;

/// <summary>A whole request as JSON or YAML: a file as written for the AWS CLI, or the text itself.</summary>
internal static class RequestFile
{
    /// <summary>
    /// Fills the members that are still open. <paramref name="described"/> is what ECS's own answers hold under <paramref name="wrapper"/>:
    /// its other members (ARNs, dates) may be there, so that what was described can be sent again.
    /// </summary>
    public static bool TryComplete(EcsCmdlet command, IStructure request, string given, string wrapper, IStructure described)
    {
        var isText = InputDocument.IsText(given);
        InputDocument? document = null;
        try
        {
            document = isText ? InputDocument.OfText(given) : InputDocument.OfFile(PathOf(command, given));
            Complete(request, document.Root, wrapper, described);
            return true;
        }
        catch (BindingException e)
        {
            var line = e.Line ?? document?.LineOf(e.Path, $"{wrapper}.{e.Path}");
            var place = isText ? line > 1 ? $"line {line}: " : "" : line is null ? $"{given}: " : $"{given}, line {line}: ";
            command.WriteError(Errors.Invalid("InvalidRequestJson", place + e.Message, given, "Correct the value that the message names. A file holds the members of the request, as for the AWS CLI's --cli-input-json or --cli-input-yaml."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException or RuntimeException)
        {
            command.WriteError(Errors.Record(new EcsException("RequestFileUnreadable", $"{given}: {Problem(e)}", e), ErrorCategory.OpenError, given, "Specify the path of a JSON or YAML file, or JSON that starts with '{'."));
        }

        return false;
    }

    /// <summary>Fills the members that are still open from named values, which may lie in a wrapper as ECS's answers do.</summary>
    /// <exception cref="BindingException">A value does not fit.</exception>
    public static void Complete(IStructure request, object? root, string wrapper, IStructure described)
    {
        var shape = request.GetShape();
        var read = StructureBinder.BindMembers(Members(root, shape, wrapper), shape, "", ignored: described.GetShape());
        foreach (var member in shape.Members) member.Set(request, member.Get(request) ?? member.Get(read));
    }

    /// <summary>The members by name, in whatever case; of a name that is there twice the last. Tags beside the wrapper count more than those in it, unless they are none.</summary>
    private static Dictionary<string, object?> Members(object? root, StructureShape shape, string wrapper)
    {
        var values = Values(root) ?? throw new BindingException("", $"expected an object with the members of {shape.Name}, found {Found(root)}");
        if (Values(values.GetValueOrDefault(wrapper)) is not { } inner) return values;
        foreach (var (name, value) in values)
        {
            if (shape.Find(name) is not null && (!inner.ContainsKey(name) || value is not (null or System.Collections.ICollection { Count: 0 }))) inner[name] = value;
        }

        return inner;
    }

    private static Dictionary<string, object?>? Values(object? value)
    {
        if (value is null || Named.Values(value) is not { } named) return null;
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, inner) in named) values[name] = inner;
        return values;
    }

    private static string Found(object? root) => root is null ? "null" : StructureBinder.Describe(root);

    private static string PathOf(EcsCmdlet command, string given)
    {
        const string scheme = "file://";
        var path = WholeFile.PathOf(command, given.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? given[scheme.Length..] : given);
        return Directory.Exists(path) ? throw new IOException("this is a folder") : path;
    }

    private static string Problem(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "the file doesn't exist",
        UnauthorizedAccessException => "the file can't be read: access is denied",
        _ => e.Message,
    };
}
