using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Binding;

/// <summary>A whole request as JSON: a file as written for the AWS CLI, or the text itself.</summary>
internal static class RequestFile
{
    /// <summary>
    /// Fills the members that are still open. <paramref name="described"/> is what ECS's own answers hold under <paramref name="wrapper"/>:
    /// its other members (ARNs, dates) may be there, so that what was described can be sent again.
    /// </summary>
    public static bool TryComplete(EcsCmdlet command, IStructure request, string json, string wrapper, IStructure described)
    {
        var name = json.TrimStart().StartsWith('{') ? "" : json;
        try
        {
            var values = Named.Values(Json.Read(name.Length == 0 ? json : ReadFile(command, name), name))!.ToDictionary(v => v.Key, v => v.Value, StringComparer.OrdinalIgnoreCase);
            if (values.GetValueOrDefault(wrapper) is { } wrapped && Named.Values(wrapped) is { } inner) values = inner.Concat(values.Where(v => request.GetShape().Find(v.Key) is not null)).ToDictionary(v => v.Key, v => v.Value);
            var read = StructureBinder.BindMembers(values, request.GetShape(), "", ignored: described.GetShape());
            foreach (var member in request.GetShape().Members) member.Set(request, member.Get(request) ?? member.Get(read));
            return true;
        }
        catch (BindingException e)
        {
            command.WriteError(Errors.Invalid("InvalidRequestJson", name.Length == 0 ? e.Message : $"{name}: {e.Message}", json, "Write it as the message says; it holds the members of the request, as a file for the AWS CLI does."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            command.WriteError(Errors.Record(e, "RequestFileUnreadable", ErrorCategory.OpenError, json, $"{name} cannot be read: {e.Message}", "Give a JSON file, or JSON that starts with '{'."));
        }

        return false;
    }

    private static string ReadFile(EcsCmdlet command, string name)
    {
        const string scheme = "file://";
        var path = name.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? name[scheme.Length..] : name;
        return File.ReadAllText(WholeFile.PathOf(command, path));
    }
}
