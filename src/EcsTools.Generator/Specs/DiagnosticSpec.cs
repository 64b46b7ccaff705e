using System.Linq;
using Microsoft.CodeAnalysis;

namespace EcsTools.Generator.Specs;

/// <summary>An error of the build, in values that compare.</summary>
internal sealed record DiagnosticSpec(DiagnosticDescriptor Descriptor, LocationSpec Location, EquatableList<string> Arguments)
{
    public static DiagnosticSpec Of(DiagnosticDescriptor descriptor, LocationSpec location, params string[] arguments) =>
        new(descriptor, location, new(arguments));

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location.ToLocation(), [.. Arguments.Cast<object>()]);
}
