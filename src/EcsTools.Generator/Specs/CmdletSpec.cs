namespace EcsTools.Generator.Specs;

/// <summary>The generated part of a cmdlet, or the errors that prevent it.</summary>
/// <param name="Namespace">The namespace of the class.</param>
/// <param name="Class">The class.</param>
/// <param name="Parameters">The parameters that are generated, each once.</param>
/// <param name="Requests">The requests that the parameters fill.</param>
/// <param name="TakesFile">Whether -CliInputJson fills the request beside the parameters.</param>
/// <param name="WaitsUntil">The condition that the cmdlet can wait for; null if it can't wait.</param>
/// <param name="Problems">The errors in the attributes of the class.</param>
internal sealed record CmdletSpec(
    string Namespace,
    string Class,
    EquatableList<ParameterSpec> Parameters,
    EquatableList<RequestSpec> Requests,
    bool TakesFile,
    string? WaitsUntil,
    EquatableList<DiagnosticSpec> Problems);

/// <summary>A request of a cmdlet and the parameters that fill it.</summary>
/// <param name="Operation">The operation that the class is marked with.</param>
/// <param name="Type">The type of the request.</param>
/// <param name="IsOverride">Whether the base class fills this request, and asks for what it's about.</param>
/// <param name="Parameters">The parameters that fill it.</param>
internal sealed record RequestSpec(MarkedOperation Operation, string Type, bool IsOverride, EquatableList<ParameterSpec> Parameters);
