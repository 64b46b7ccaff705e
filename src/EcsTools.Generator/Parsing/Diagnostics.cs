using Microsoft.CodeAnalysis;

namespace EcsTools.Generator.Parsing;

/// <summary>The errors that the generators cause in a build.</summary>
internal static class Diagnostics
{
    public static DiagnosticDescriptor WrongEntry { get; } = Error("ECS001", "The API model has a wrong entry", "{0}: {1}");

    public static DiagnosticDescriptor UnknownOperation { get; } =
        Error("ECS002", "No such operation", "'{0}' is marked with the operation '{1}', which the API model does not have{2}");

    public static DiagnosticDescriptor UnknownMember { get; } = Error(
        "ECS003", "No such member", "'{0}': the request of {1} has no member '{2}'{3}");

    public static DiagnosticDescriptor NotPartial { get; } =
        Error("ECS004", "The cmdlet must be partial", "'{0}' has generated parameters, so that it must be declared partial");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "EcsTools", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
