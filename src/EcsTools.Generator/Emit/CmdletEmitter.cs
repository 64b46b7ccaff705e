using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Api;

namespace EcsTools.Generator.Emit;

/// <summary>Writes the half of a cmdlet that its operations decide: the parameters, and filling requests from them.</summary>
internal sealed class CmdletEmitter(CmdletTarget target, ApiModel model, ApiDocs docs)
{
    /// <summary>Members that page through a list; the base class turns the pages.</summary>
    private static readonly HashSet<string> Paging = ["nextToken", "maxResults"];

    private const string Waiting = "global::EcsTools.Calls.IWaitParameters";

    private const string File = "global::EcsTools.Binding.IRequestFile";

    private readonly CodeWriter code = new();

    public string Emit()
    {
        var requests = target.Operations.Select(o => (Operation: o, Parameters: Parameters(o).ToList())).ToList();
        var declared = new HashSet<string>(target.DeclaredNames.Select(n => n.ToLowerInvariant()));
        var taken = new HashSet<string>(declared.Concat(requests.SelectMany(r => r.Parameters).Select(p => p.Name.ToLowerInvariant())));
        code.Line($"namespace {target.Namespace};").Line();
        code.Block($"partial class {target.Class}", () =>
        {
            foreach (var parameter in requests.SelectMany(r => r.Parameters).GroupBy(p => p.Name).Select(g => g.First()))
            {
                if (!declared.Contains(parameter.Name.ToLowerInvariant())) parameter.Emit(code, taken);
            }

            if (target.Operations.Any(o => o.TakesFile)) EmitFile();
            if (target.WaitsUntil is { } until) EmitWait(until);
            foreach (var (operation, parameters) in requests)
                EmitFill(operation, parameters.Where(p => !declared.Contains(p.Name.ToLowerInvariant()) || p.IsCluster || p.IsTarget));
        });
        return code.ToString();
    }

    /// <summary>The parameter of a cmdlet whose request can be in a file.</summary>
    private void EmitFile()
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"[global::System.Management.Automation.Parameter(ParameterSetName = \"CliInputJson\", Mandatory = true, HelpMessage = {File}.CliInputJsonHelp)]");
        code.Line("[global::System.Management.Automation.AllowNull, global::System.Management.Automation.AllowEmptyString, global::System.Management.Automation.AllowEmptyCollection]");
        code.Line("[global::System.Management.Automation.Alias(\"CliInputYaml\")]");
        code.Line("public string? CliInputJson { get; set; }").Line();
    }

    /// <summary>The two parameters of a cmdlet that can wait for what it started.</summary>
    private void EmitWait(string until)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"[global::System.Management.Automation.Parameter(HelpMessage = {CodeWriter.Literal($"Waits {until}.")})]");
        code.Line("public global::System.Management.Automation.SwitchParameter Wait { get; set; }").Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"[global::System.Management.Automation.Parameter(HelpMessage = {Waiting}.TimeoutHelp)]");
        code.Line("[global::EcsTools.Binding.Seconds, global::EcsTools.Binding.Requires(\"Wait\")]");
        code.Line($"public global::System.TimeSpan Timeout {{ get; set; }} = {Waiting}.DefaultTimeout;").Line();
    }

    private IEnumerable<CmdletParameter> Parameters(CmdletOperation operation)
    {
        var request = model.Structures[model.Operations[operation.Name].Input];
        return request.Members
            .Where(m => !Paging.Contains(m.Name) && !operation.Omit.Contains(m.Name))
            .Select(m => new CmdletParameter(request, m, operation, IsRequiredByAll(m), model, docs));
    }

    /// <summary>A member that only one of a cmdlet's operations requires can't be mandatory for the cmdlet.</summary>
    private bool IsRequiredByAll(ApiMember member) => target.Operations.All(o =>
        model.Structures[model.Operations[o.Name].Input].Members.Any(m => m.Name == member.Name && m.IsRequired));

    private void EmitFill(CmdletOperation operation, IEnumerable<CmdletParameter> parameters)
    {
        var request = model.Operations[operation.Name].Input;
        var isOverride = target.OverridableRequests.Contains(request);
        var all = parameters.ToList();
        if (isOverride) EmitTargets(operation, all);
        code.Summary($"Puts the parameters that were given into a request to {operation.Name}.");
        code.Line("/// <param name=\"request\">The request.</param>");
        code.Line("/// <param name=\"target\">The one thing that this request is about; its ARN may say the cluster.</param>");
        code.Block($"{(isOverride ? "protected override" : "private")} void Fill(global::EcsTools.Model.{request} request, string? target)", () =>
        {
            foreach (var parameter in all.OrderBy(p => !p.IsTarget)) code.Line(parameter.Fill);
        }).Line();
    }

    /// <summary>The values for which the base class creates a request each.</summary>
    private void EmitTargets(CmdletOperation operation, IReadOnlyList<CmdletParameter> parameters)
    {
        var name = parameters.FirstOrDefault(p => p.IsTarget)?.Name;
        var targets = name is null ? "new string?[] { null }" : operation is { TakesMany: true, TakesFile: true } ? $"{name} ?? (CliInputJson is null ? [] : new string?[] {{ null }})" : operation.TakesMany ? $"{name} ?? []" : $"new[] {{ {name} }}";
        code.Summary("What this invocation is about, one request each.");
        code.Line($"protected override global::System.Collections.Generic.IReadOnlyList<string?> Targets => {targets};").Line();
    }
}
