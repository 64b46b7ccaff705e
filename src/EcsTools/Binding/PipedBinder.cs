using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// Sets a cmdlet's parameters from an object of the module by its identity in <see cref="Kinds"/>, or reports why the object doesn't
/// identify anything for the cmdlet.
/// </summary>
internal sealed class PipedBinder(IPipedCommand command, Record record, string? describes)
{
    private readonly CmdletParameters parameters = record.Parameters;

    /// <summary>Sets the parameters.</summary>
    /// <param name="piped">The object.</param>
    /// <param name="ofTarget">Whether it was given to the target's parameter, not piped.</param>
    /// <returns>The error about the object; null if all is well.</returns>
    public ErrorRecord? Bind(PipedObject piped, bool ofTarget)
    {
        if (describes == piped.Kind.Name) return Describe(piped);
        if (ClusterConflict(piped) is { } conflict) return conflict;
        if (!ofTarget && GivenTwice(piped) is { } twice) return twice;
        var target = !parameters.NamesNew && parameters.Target is { } candidate
            && parameters.Takes(piped.Kind, candidate.Thing is { } own && piped.Self(own) is not null)
            && (ofTarget || record.IsOpen(candidate)) && candidate.IsIn(command.ParameterSetName)
            ? candidate
            : null;
        var isClear = SetSelf(piped, target);
        if (target is { Thing: { } thing } && !record.IsSet(target) && !(isClear && command.IsLister) && piped.Names(thing) is { } named)
        {
            record.Set(target, named);
            isClear = true;
        }

        SetRequired(piped);
        isClear |= SetCluster(piped);
        if (!isClear && !command.Narrow(piped, (name, value) => record.Set(parameters.Find(name)!, value))) return NotNamed(piped);
        return Missing() is { } missing ? missing == parameters.Target ? NotNamed(piped) : Missing(missing, piped) : null;
    }

    /// <summary>The first mandatory parameter that has no value. A file holds what is mandatory.</summary>
    public CmdletParameter? Missing() =>
        command is IRequestFile { CliInputJson: not null }
            ? null
            : parameters.Mandatory(command.ParameterSetName).FirstOrDefault(parameter => !record.IsGiven(parameter.Name));

    /// <summary>The error for a mandatory parameter without a value.</summary>
    public static ErrorRecord Missing(CmdletParameter parameter, object target) =>
        Errors.Invalid(
            $"Missing{parameter.Name}",
            $"-{parameter.Name} is missing: {Of(target)} doesn't set it.",
            target is PipedObject piped ? piped.Value : target,
            $"Specify -{parameter.Name}.");

    /// <summary>"a Deployment", with its article.</summary>
    public static string A(string noun) => $"{("AEIO".Contains(noun[0], StringComparison.OrdinalIgnoreCase) ? "An" : "A")} {noun}";

    /// <summary>The same inside a sentence.</summary>
    public static string An(string noun) => LowerFirst(A(noun));

    /// <summary>The type of resource that the cmdlet requires, for errors.</summary>
    public string Wanted =>
        parameters.Target?.Thing ?? parameters.Target?.Name ?? (parameters.Identities is [{ Thing: { } first }, ..] ? first : "resource");

    private static string Of(object target) => target is PipedObject piped ? An(piped.Kind.Name) : "the row";

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>A new resource like the object: each member that the request has too, but for those on the command line.</summary>
    private ErrorRecord? Describe(PipedObject piped)
    {
        var isText = piped.Value.BaseObject is PSCustomObject; // an empty cell of a CSV isn't a value
        foreach (var parameter in parameters.All.Where(parameter => parameter.IsColumn && record.IsOpen(parameter)))
        {
            if (parameter.AllNames.Any(piped.IsLost)) throw new BindingException(parameter.Name, Cells.Lost);
            if (Described(piped, parameter) is not { } value || (isText && Cells.IsEmpty(value))) continue;
            if (isText && parameter.First<StructureAttribute>() is not null)
            {
                PipedObject.CheckWhole(parameter.Name, value);
                value = Restored(piped.Kind, parameter, value);
            }

            record.Set(parameter, Cells.Convert(value, parameter, parameter.Name));
        }

        return Missing() is { } missing ? Missing(missing, piped) : null;
    }

    /// <summary>
    /// The nested objects of a copy in the types that they were copied from: members that ECS alone sets are left out then.
    /// </summary>
    private static object Restored(Kind kind, CmdletParameter parameter, object value)
    {
        if (Activator.CreateInstance(kind.Type) is not IStructure original) return value;
        var member = parameter.AllNames.Select(original.GetShape().Find).FirstOrDefault(found => found is not null);
        return member is null ? value : StructureBinder.Bind(value, member.Value, parameter.Name)!;
    }

    /// <summary>A member of the new resource. Its name is a name, not the ARN of the old one.</summary>
    private object? Described(PipedObject piped, CmdletParameter parameter)
    {
        var isNewName = parameter.IsTarget && parameters.NamesNew;
        var named = parameter.Thing is { } thing && !isNewName ? piped.Names(thing) : null;
        return named ?? (isNewName ? [parameter.Name] : parameter.AllNames).Select(piped.Get).FirstOrDefault(value => value is not null);
    }

    private bool SetSelf(PipedObject piped, CmdletParameter? target)
    {
        var isSet = false;
        foreach (var parameter in parameters.Identities)
        {
            if (parameter == parameters.Cluster || !(parameter == target || (parameter != parameters.Target && record.IsOpen(parameter))))
                continue;
            if (!parameter.IsColumn || !parameter.IsIn(command.ParameterSetName) || piped.Self(parameter.Thing!) is not { } self) continue;
            record.Set(parameter, self);
            isSet = true;
        }

        return isSet;
    }

    /// <summary>A mandatory parameter for a resource that the object identifies.</summary>
    private void SetRequired(PipedObject piped)
    {
        foreach (var parameter in parameters.Identities.Where(parameter =>
            parameter.IsMandatory(command.ParameterSetName) && !record.IsGiven(parameter.Name)))
        {
            if (piped.Names(parameter.Thing!) is { } named) record.Set(parameter, named);
        }
    }

    /// <summary>The object's own cluster. It narrows a list only if the object is a cluster.</summary>
    private bool SetCluster(PipedObject piped)
    {
        if (parameters.Cluster is not { } cluster) return false;
        if (record.IsOpen(cluster) && piped.Cluster is { } own) record.Set(cluster, own);
        return (command.IsClusterEnough || (parameters.Target is { } target && record.IsGiven(target.Name)))
            && piped.Self("Cluster") is not null;
    }

    private ErrorRecord? ClusterConflict(PipedObject piped) =>
        parameters.Cluster is { } cluster && !record.IsOpen(cluster) && piped.Cluster is { } own
            && cluster.Property.GetValue(command) is string { Length: > 0 } typed && EcsArn.IdOf(typed) != EcsArn.IdOf(own)
            ? Errors.Invalid(
                "ClusterMismatch",
                $"{A(piped.Kind.Name)} of cluster {EcsArn.IdOf(own)} was given, but -Cluster is {EcsArn.IdOf(typed)}.",
                piped.Value,
                "Omit -Cluster: an object contains its own cluster.")
            : null;

    /// <summary>The target is specified, and is also piped.</summary>
    private ErrorRecord? GivenTwice(PipedObject piped) => parameters is { NamesNew: false, Target: { Thing: { } thing } target }
        && !record.IsOpen(target) && piped.Self(thing) is not null
        ? Errors.Invalid(
            "GivenTwice",
            $"-{target.Name} is specified, and {LowerFirst(A(piped.Kind.Name))} is piped as well.",
            piped.Value,
            $"Omit -{target.Name}, or don't pipe the object.")
        : null;

    private ErrorRecord NotNamed(PipedObject piped)
    {
        var wanted = Wanted;
        var absent = piped.Kind.Find(wanted)?.Absent;
        var message = absent is null
            ? $"{A(piped.Kind.Name)} doesn't identify {An(wanted)}"
            : $"This {piped.Kind.Name} doesn't identify {An(wanted)}: {absent}";
        var kinds = Kinds.All
            .Where(kind =>
                kind.Name != piped.Kind.Name
                    && (kind.Find(wanted)?.IsSelf == true
                        || parameters.Identities.Any(parameter => parameter.IsTarget && kind.Find(parameter.Thing!) is not null)))
            .Select(kind => An(kind.Name))
            .Take(3)
            .ToList();
        var advice =
            $"{(parameters.Target is { } target ? $"Name it with -{target.Name}" : "Name it with a parameter")}{(kinds.Count == 0 ? "" : $", or pipe {string.Join(" or ", kinds)}")}.";
        return Errors.Invalid($"No{wanted}Named", $"{message}{(absent is null ? $": {LowerFirst(advice)}" : ".")}", piped.Value, advice);
    }
}
