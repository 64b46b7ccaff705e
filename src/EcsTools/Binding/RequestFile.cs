using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Binding;

/// <summary>A whole request as JSON: a file as written for the AWS CLI, or the text itself.</summary>
internal static class RequestFile
{
    /// <summary>
    /// Fills the members that are still open. <paramref name="described"/> is what ECS's own answers hold under <paramref name="wrapper"/>:
    /// its other members (ARNs, dates) may be there, so that what was described can be sent again.
    /// </summary>
    public static bool TryComplete(PSCmdlet command, IStructure request, string json, string wrapper, IStructure described)
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
            command.WriteError(Errors.Invalid("InvalidRequestJson", name.Length == 0 ? e.Message : $"{name}: {e.Message}", json, "Correct the JSON. It contains the members of the request, like a file for --cli-input-json of the AWS CLI."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ItemNotFoundException or System.Management.Automation.DriveNotFoundException)
        {
            command.WriteError(Errors.Record(new EcsException("RequestFileUnreadable", $"{name} can't be read: {e.Message}", e), ErrorCategory.OpenError, json, "Specify a JSON file, or JSON that starts with '{'."));
        }

        return false;
    }

    private static string ReadFile(PSCmdlet command, string name)
    {
        const string scheme = "file://";
        var path = name.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? name[scheme.Length..] : name;
        return File.ReadAllText(command.GetUnresolvedProviderPathFromPSPath(path));
    }
}
