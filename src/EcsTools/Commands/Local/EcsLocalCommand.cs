using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Local.Http;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>A cmdlet for the local ECS of the session.</summary>
public abstract class EcsLocalCommand : EcsToolsCommand
{
    private protected static EcsSession Session => EcsSession.Current;

    /// <summary>The local ECS of the session. Without one, the cmdlet ends with an error.</summary>
    private protected EcsLocalServer Server()
    {
        if (Session.Local is { } server) return server;
        throw Stop("NoLocal", ErrorCategory.InvalidOperation, null, "This session has no local ECS.", "Start one with Start-EcsLocal.");
    }

    /// <summary>Ends the cmdlet with an error. The caller throws the returned exception only for the compiler.</summary>
    private protected Exception Stop(
        string id, ErrorCategory category, object? target, string message, string advice, Exception? cause = null)
    {
        var error = new EcsException(id, message, cause);
        ThrowTerminatingError(Errors.Record(error, category, target, advice));
        return error;
    }

    /// <summary>"the local ECS at http://127.0.0.1:51234/".</summary>
    private protected static string Subject(EcsLocalServer server) => $"local ECS at {server.Url}";
}
