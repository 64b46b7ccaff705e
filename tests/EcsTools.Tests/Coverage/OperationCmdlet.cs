using System.Management.Automation;
using System.Reflection;
using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Coverage;

/// <summary>
/// A cmdlet of the built module, and an operation in its attributes. Cmdlets that wait or test are skipped: they send the requests of the Get
/// cmdlets, repeatedly, or for a simulation of the operation.
/// </summary>
internal sealed record OperationCmdlet(CmdletInfo Cmdlet, Operation Operation)
{
    /// <summary>Every cmdlet with each of its operations.</summary>
    public static IReadOnlyList<OperationCmdlet> All { get; } = Find();

    public static OperationCmdlet Of(string cmdlet, string operation) => All.Single(one => one.Cmdlet.Name == cmdlet && one.Operation.Name == operation);

    public bool SupportsShouldProcess => Cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess;

    /// <summary>The parameter that sets a member of the request: by the member's name, in the singular, or as the thing that it names.</summary>
    public ParameterMetadata? ParameterFor(MemberShape member)
    {
        var plural = member.PropertyName;
        var singular = plural.EndsWith('s') ? plural[..^1] : plural;
        string[] names = [plural, singular, Thing(singular)];
        return names.Select(name => Cmdlet.Parameters.Values.FirstOrDefault(p => Is(p.Name, name) || p.Aliases.Any(alias => Is(alias, name)))).FirstOrDefault(p => p is not null);
    }

    private static string Thing(string name) => name.EndsWith("Arn", StringComparison.Ordinal) ? name[..^3] : name.EndsWith("Name", StringComparison.Ordinal) ? name[..^4] : name;

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static List<OperationCmdlet> Find()
    {
        using var prompt = new EcsPrompt();
        return
        [
            .. from cmdlet in prompt.Run("Get-Command -Module EcsTools -CommandType Cmdlet").All<CmdletInfo>()
               where cmdlet.Verb is not (VerbsLifecycle.Wait or VerbsDiagnostic.Test)
               from attribute in cmdlet.ImplementingType.GetCustomAttributesData()
               where attribute.AttributeType.Name == "OperationAttribute"
               let name = (string)attribute.ConstructorArguments[0].Value!
               select new OperationCmdlet(cmdlet, Operations.All.Single(operation => operation.Name == name)),
        ];
    }
}
