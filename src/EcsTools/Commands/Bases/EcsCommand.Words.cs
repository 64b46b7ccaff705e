using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;

namespace EcsTools.Commands;

/// <content>
/// The first word on the command line, when what the cmdlet acts on is piped: the word is then the parameter that the cmdlet needs most,
/// its second one, as in <c>Get-EcsTask | Invoke-EcsCommand /bin/sh</c>, or the file to write. PowerShell counts positions without a look
/// at the pipeline.
/// </content>
public abstract partial class EcsCommand
{
    private object? word;
    private CmdletParameter? second;

    /// <summary>Remembers the first word, if it can be the second parameter.</summary>
    private void FindFirstWord()
    {
        var parameters = CmdletParameters.Of(GetType());
        second = Second(parameters);
        if (second is null || parameters.Target is not { } target) return;
        word = target.Property.GetValue(this);
        if (TakesAnything) Move(target); // every object is what the cmdlet acts on
    }

    /// <summary>The parameter that the first word can be for as well: what the cmdlet needs next, if its target is piped.</summary>
    private CmdletParameter? Second(CmdletParameters parameters)
    {
        var given = MyInvocation.BoundParameters;
        if (!MyInvocation.ExpectingInput || parameters.Target is not { } target || !target.IsAt(0) || !given.ContainsKey(target.Name)
            || !IsWord(target))
            return null;
        return parameters.All.FirstOrDefault(parameter =>
            parameter.IsAt(1) && !given.ContainsKey(parameter.Name)
                && (TakesAnything || parameter.IsMandatory(ParameterSetName) || parameter.Name == "Path"));
    }

    /// <summary>
    /// An error about a word without a value names both parameters: nothing has been piped yet that shows which one it is for.
    /// </summary>
    private protected override string Label(string parameter)
    {
        var parameters = CmdletParameters.Of(GetType());
        return parameter == parameters.Target?.Name && Second(parameters) is { } other
            ? $"{base.Label(parameter)} or {base.Label(other.Name)}"
            : base.Label(parameter);
    }

    /// <summary>
    /// Whether a parameter was given without its name. PowerShell has this information in a private member. In a release that stores it
    /// elsewhere, all parameters count as positional.
    /// </summary>
    private bool IsWord(CmdletParameter parameter) =>
        MyInvocation.BoundParameters is var bound
            && (bound.GetType().GetProperty("BoundPositionally")?.GetValue(bound) is not IEnumerable<string> words
                || words.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Gives the word to the parameter that it is for, as the piped object shows.</summary>
    /// <returns>Whether the object can be processed; an error was written otherwise.</returns>
    private bool PlaceFirstWord()
    {
        if (second is null || CmdletParameters.Of(GetType()).Target is not { } target) return true;
        if (TakesAnything)
        {
            target.Property.SetValue(this, LanguagePrimitives.ConvertTo(new object?[] { InputObject }, target.Property.PropertyType));
            return true;
        }

        if (IsTarget(InputObject, target)) return Move(target);
        target.Property.SetValue(this, word);
        return true;
    }

    private bool Move(CmdletParameter target)
    {
        try
        {
            second!.Property.SetValue(this, Cells.Convert(Word(), second, second.Name));
            target.Property.SetValue(this, CmdletParameters.Of(GetType()).Default(target));
            typed = new HashSet<string>(typed.Where(name => name != target.Name).Append(second.Name), StringComparer.OrdinalIgnoreCase);
            return true;
        }
        catch (BindingException e)
        {
            WriteError(Errors.Invalid(
                "InvalidArgument",
                $"-{e.Message}.",
                Word(),
                $"Specify -{second!.Name} as Get-Help {CmdletName} -Parameter {second.Name} describes it."));
            return false;
        }
    }

    /// <summary>
    /// Whether a piped object is what the cmdlet acts on: a name, a row with a column for it, or an object of ours that names one.
    /// </summary>
    private bool IsTarget(PSObject? piped, CmdletParameter target)
    {
        if (piped?.BaseObject is null or string || IdentityAttribute.IsNumber(piped.BaseObject)) return true;
        if (KindFinder.Find(piped, CmdletParameters.Of(GetType()).Names) is { } ours)
        {
            if (IsSecond(ours)) return false;
            return target.Thing is { } thing ? ours.Names(thing) is not null : ours.First(target.Name) is not null;
        }

        return target.AllNames.Any(name => piped.Properties[name] is not null);
    }

    /// <summary>
    /// Whether a piped object is what the second parameter takes, for example a tag of another resource. The word then names what the
    /// cmdlet acts on.
    /// </summary>
    private bool IsSecond(PipedObject piped)
    {
        var type = second!.Property.PropertyType;
        return (type.GetElementType() ?? type).Name == piped.Kind.Name || second.Name == $"{piped.Kind.Name}Key"
            || (second.Thing is { } thing && piped.Self(thing) is not null);
    }

    /// <summary>The word as it was typed: one of a list of one, and the object that a text carries.</summary>
    private object Word() => (word is Array { Length: 1 } one ? one.GetValue(0)! : word!) switch
    {
        string text when Carried.Of(text) is { } item => item,
        var value => value,
    };
}
