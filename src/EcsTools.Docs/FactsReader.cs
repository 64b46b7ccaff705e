using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;

namespace EcsTools.Docs;

/// <summary>Asks the engine what the module's cmdlets are.</summary>
internal sealed class FactsReader(Prompt prompt)
{
    private readonly Summaries summaries = new();

    public IReadOnlyList<CommandFacts> ReadAll()
    {
        var aliases = prompt
            .Evaluate("Get-Command -Module EcsTools -CommandType Alias")
            .Select(o => (AliasInfo)o.BaseObject)
            .ToLookup(a => a.Definition, a => a.Name);
        return [.. prompt
            .Evaluate("Get-Command -Module EcsTools -CommandType Cmdlet")
            .Select(o => Read((CmdletInfo)o.BaseObject, [.. aliases[((CmdletInfo)o.BaseObject).Name]]))
            .OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    private CommandFacts Read(CmdletInfo command, IReadOnlyList<string> aliases)
    {
        var parameters = command.Parameters.Values
            .Where(p => !Cmdlet.CommonParameters.Contains(p.Name) && !IsHidden(p))
            .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var defaults = Activator.CreateInstance(command.ImplementingType)!;
        return new(
            command.Name,
            summaries.Of(command.ImplementingType.FullName),
            aliases,
            Operation(command.ImplementingType),
            [.. Calls(command)],
            [.. command.ParameterSets
                .OrderByDescending(s => s.IsDefault)
                .ThenBy(s => s.Name, StringComparer.Ordinal)
                .Select(s => new SetFacts(s.Name, s.IsDefault, Syntax(s, command)))],
            [.. parameters.Select(p => Read(p, command, defaults))],
            [.. Inputs(parameters)],
            [.. command.OutputType.Where(t => t.Type != typeof(void)).Select(t => new TypeFacts(t.Name, summaries.Of(t.Name)))]);
    }

    // The engine shows hidden parameters too when it is asked by API.
    private static string Syntax(CommandParameterSetInfo set, CmdletInfo command) => command.Parameters.Values.Where(IsHidden)
        .Aggregate(set.ToString(), (syntax, hidden) => Regex.Replace(syntax, $@" \[-{hidden.Name}( <[^>]*>)?\]", ""));

    private static bool IsHidden(ParameterMetadata parameter) => parameter.Attributes.OfType<ParameterAttribute>().Any(a => a.DontShow);

    private static ParameterFacts Read(ParameterMetadata parameter, CmdletInfo command, object defaults)
    {
        var help = parameter.ParameterSets.Values.Select(s => s.HelpMessage).FirstOrDefault(h => h is not null) ?? "";
        var property = command.ImplementingType.GetProperty(parameter.Name);
        return new(
            parameter.Name,
            Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType,
            Descriptions.Of(parameter, help),
            property is null ? "" : Default(property.GetValue(defaults)),
            parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            [.. parameter.Aliases.Order(StringComparer.OrdinalIgnoreCase)],
            [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(v => v.ValidValues)],
            help,
            [.. parameter.ParameterSets.OrderBy(s => s.Key, StringComparer.Ordinal).Select(Read)]);
    }

    private static ParameterSetFacts Read(KeyValuePair<string, ParameterSetMetadata> set) => new(
        set.Key == ParameterAttribute.AllParameterSets ? "(All)" : set.Key,
        set.Value.Position == int.MinValue ? null : set.Value.Position,
        set.Value.IsMandatory,
        set.Value.ValueFromPipeline,
        set.Value.ValueFromPipelineByPropertyName,
        set.Value.ValueFromRemainingArguments);

    private static string? Operation(Type type) =>
        type
            .GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.Name == "OperationAttribute")
            .Select(attribute => (string)attribute.ConstructorArguments[0].Value!)
            .FirstOrDefault();

    private static IEnumerable<RecordedCall> Calls(CmdletInfo command) =>
        from attribute in command.ImplementingType.GetCustomAttributesData()
        where attribute.AttributeType.Name == "CallsAttribute"
        let with = attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == "With").TypedValue.Value as string
        from operation in (IEnumerable<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!
        select new RecordedCall(
            command.Name,
            with is null ? CallPurpose.Command : Enum.Parse<CallPurpose>(with),
            RecordedCall.ActionOf((string)operation.Value!));

    private static IEnumerable<TypeFacts> Inputs(IEnumerable<ParameterMetadata> parameters) =>
        from parameter in parameters
        where parameter.ParameterSets.Values.Any(s => s.ValueFromPipeline)
        select new TypeFacts(parameter.ParameterType.ToString(), $"-{parameter.Name}.");

    private static string Default(object? value) => value switch
    {
        null or SwitchParameter or "" or 0 or 0.0 or Array or false => "",
        TimeSpan span when span == TimeSpan.Zero => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
