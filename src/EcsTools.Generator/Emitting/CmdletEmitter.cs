using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Specs;

namespace EcsTools.Generator.Emitting;

/// <summary>Writes the half of a cmdlet that its operations decide: the parameters, and filling requests from them.</summary>
internal sealed class CmdletEmitter(CmdletSpec cmdlet)
{
    private const string Engine = "global::System.Management.Automation.";
    private const string Waiting = "global::EcsTools.Calls.IWaitParameters";
    private const string File = "global::EcsTools.Binding.IRequestFile";

    private readonly CodeWriter code = new();

    public string Emit()
    {
        code.Line($"namespace {cmdlet.Namespace};").Line();
        code.Block($"partial class {cmdlet.Class}", () =>
        {
            foreach (var parameter in cmdlet.Parameters) new ParameterEmitter(parameter).Emit(code);
            if (cmdlet.TakesFile) EmitFile();
            if (cmdlet.WaitsUntil is { } until) EmitWait(until);
            foreach (var request in cmdlet.Requests) EmitFill(request);
        });
        return code.ToString();
    }

    /// <summary>The parameter of a cmdlet whose request can be in a file.</summary>
    private void EmitFile() => code
        .Line("/// <inheritdoc/>")
        .Line($"[{Engine}Parameter(ParameterSetName = \"CliInputJson\", Mandatory = true, HelpMessage = {File}.CliInputJsonHelp)]")
        .Line($"[{Engine}AllowNull, {Engine}AllowEmptyString, {Engine}AllowEmptyCollection]")
        .Line($"[{Engine}Alias(\"CliInputYaml\")]")
        .Line("public string? CliInputJson { get; set; }").Line();

    /// <summary>The two parameters of a cmdlet that can wait for what it started.</summary>
    private void EmitWait(string until) => code
        .Line("/// <inheritdoc/>")
        .Line($"[{Engine}Parameter(HelpMessage = {CodeWriter.Literal($"Waits {until}.")})]")
        .Line($"public {Engine}SwitchParameter Wait {{ get; set; }}").Line()
        .Line("/// <inheritdoc/>")
        .Line($"[{Engine}Parameter(HelpMessage = {Waiting}.TimeoutHelp)]")
        .Line("[global::EcsTools.Binding.Seconds, global::EcsTools.Binding.Requires(\"Wait\")]")
        .Line($"public global::System.TimeSpan Timeout {{ get; set; }} = {Waiting}.DefaultTimeout;").Line();

    private void EmitFill(RequestSpec request)
    {
        if (request.IsOverride) EmitTargets(request);
        code.Summary($"Puts the parameters that were given into a request to {request.Operation.Name}.");
        code.Line("/// <param name=\"request\">The request.</param>");
        code.Line("/// <param name=\"target\">The one thing that this request is about; its ARN may say the cluster.</param>");
        code.Block($"{(request.IsOverride ? "protected override" : "private")} void Fill(global::EcsTools.Model.{request.Type} request, string? target)", () =>
        {
            foreach (var parameter in request.Parameters.OrderBy(parameter => !parameter.IsTarget))
                code.Line(new ParameterEmitter(parameter).Fill);
        }).Line();
    }

    /// <summary>The values for which the base class creates a request each.</summary>
    private void EmitTargets(RequestSpec request)
    {
        var name = request.Parameters.FirstOrDefault(parameter => parameter.IsTarget)?.Name;
        var targets = name is null ? "new string?[] { null }"
            : request.Operation is { TakesMany: true, TakesFile: true } ? $"{name} ?? (CliInputJson is null ? [] : new string?[] {{ null }})"
            : request.Operation.TakesMany ? $"{name} ?? []"
            : $"new[] {{ {name} }}";
        code.Summary("What this invocation is about, one request each.");
        code.Line($"protected override global::System.Collections.Generic.IReadOnlyList<string?> Targets => {targets};").Line();
    }
}
