using System.Collections;
using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <content>
/// Piped objects, and objects in the place of names. An object of the module identifies a resource and never sets values;
/// <see cref="Kinds"/> is
/// the table of their identities. The cells of a row are values. PowerShell also binds both by property name, so that <c>-DesiredCount {
/// $_.DesiredCount + 1 }</c>
/// works; values that it bound this way are reset.
/// </content>
public abstract partial class EcsCommand
{
    private HashSet<string> commandLine = [];
    private HashSet<string> typed = [];
    private PSObject? inputObject;
    private Record? record;
    private bool? isClusterTyped;

    [Parameter(ValueFromPipeline = true,
        HelpMessage = "An object of this module that identifies the resource, or a row whose columns have the names of parameters. It is usually piped.")]
    public PSObject? InputObject
    {
        get => inputObject;
        set
        {
            inputObject = value;
            // Values bound by name aren't set yet, but script blocks are. The target can be set, to the same object.
            typed = MyInvocation.BoundParameters.Count == commandLine.Count
                ? commandLine
                : new HashSet<string>(
                    MyInvocation.BoundParameters
                        .Where(bound => commandLine.Contains(bound.Key) || !IsOf(value, bound.Value))
                        .Select(bound => bound.Key),
                    StringComparer.OrdinalIgnoreCase);
            Arriving.Begin(value);
        }
    }

    /// <summary>The type that the cmdlet creates something from: an object of it is the description, without what only ECS sets.</summary>
    private protected virtual string? Describes => null;

    /// <summary>Whether the cmdlet looks at objects of any type itself.</summary>
    private protected virtual bool TakesAnything => false;

    /// <summary>
    /// Takes an object that is neither one of ours nor a row, or that means something else to this cmdlet than it usually does.
    /// </summary>
    /// <returns>Whether the cmdlet has set its parameters from it.</returns>
    private protected virtual bool Take(PSObject value, PipedObject? piped, Func<string, object?, bool> set) => false;

    /// <summary>Remembers which parameters stand on the command line.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        commandLine = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
        typed = commandLine;
        FindFirstWord();
        Connection.IsRegionTyped = IsRegionTyped;
    }

    /// <summary>Whether a parameter was given, on the command line or by what is being processed.</summary>
    private protected bool IsGiven(string parameter) => record?.IsGiven(parameter) ?? typed.Contains(parameter);

    /// <summary>Whether a parameter stands on the command line.</summary>
    private protected bool IsTyped(string parameter) => commandLine.Contains(parameter);

    /// <summary>A given parameter that sets a member of one request, and that another request has not.</summary>
    private protected string? Ignored(StructureShape other, StructureShape sent, Func<string, bool> isGiven)
    {
        var parameters = CmdletParameters.Of(GetType());
        return parameters.All.FirstOrDefault(parameter => parameter != parameters.Target
            && parameter != parameters.Cluster
            && isGiven(parameter.Name)
            && !SessionDefaults.Has(this, parameter)
            && parameter.AllNames.Any(name => other.Find(name) is not null)
            && !parameter.AllNames.Any(name => sent.Find(name) is not null))?.Name;
    }

    /// <summary>Whether what is being processed is a row that sets more than which resource is meant.</summary>
    private protected bool HasOwnSettings => record?.HasOwnSettings == true;

    /// <summary>Processes what came.</summary>
    protected sealed override void ProcessRecord()
    {
        Arriving.End();
        if (IsRefused || !PlaceFirstWord()) return;
        if (TakesAnything)
        {
            if (IsPiped && InputObject is null) WriteError(GivenArgument.EmptyPiped());
            else In(RegionOf(InputObject), Process);
            return;
        }

        record = new Record(this, CmdletParameters.Of(GetType()), typed);
        try
        {
            if (IsPiped) ProcessPiped();
            else ProcessTyped();
        }
        finally
        {
            record = null;
            foreach (var name in MyInvocation.BoundParameters.Keys.Where(name => !commandLine.Contains(name)).ToList())
                MyInvocation.BoundParameters.Remove(name);
        }
    }

    /// <summary>Whether the cluster is from the piped object, and not a default of the session.</summary>
    private bool IsOfObject(string? cluster) =>
        cluster is not null && record?.Parameters.Cluster is { } parameter && record.IsSet(parameter);

    private bool IsPiped => MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)) && !commandLine.Contains(nameof(InputObject));

    /// <summary>
    /// Whether -Cluster stands on the command line. The cluster of an object takes precedence over a default of $PSDefaultParameterValues.
    /// </summary>
    private bool IsClusterTyped =>
        isClusterTyped ??= commandLine.Contains("Cluster") && CmdletParameters.Of(GetType()) is { Cluster: { } cluster } parameters
            && !new Record(this, parameters, commandLine).IsOpen(cluster);

    private void ProcessPiped()
    {
        foreach (var name in MyInvocation.BoundParameters.Keys)
        {
            if (!typed.Contains(name) && record!.Parameters.Find(name) is { Name: not nameof(InputObject) } bound) record.Reset(bound);
        }

        if (!CheckTyped()) return;
        var names = new List<string>();
        foreach (var item in Items(InputObject))
        {
            if (NameOf(item) is { } name && !IsRequest(item)) names.Add(name);
            else One(item, ofTarget: false);
        }

        if (names.Count > 0) Named(names, ofTarget: false);
    }

    /// <summary>Names go together, so that a list is asked for once; each object goes by itself.</summary>
    private void ProcessTyped()
    {
        var target = record!.Parameters.Target;
        var given = (target is null
            ? null
            : target.Property.GetValue(this)) switch { string one => [one], string[] several => several, _ => Array.Empty<string>() };
        if (Array.TrueForAll(given, name => Carried.Of(name) is null))
        {
            if (CheckTyped()) ProcessEverywhere();
            return;
        }

        if (!CheckTyped()) return;
        foreach (var name in given)
        {
            if (Carried.Of(name) is { } item) One(item, ofTarget: true);
            else Named([name], ofTarget: true);
        }
    }

    private void Named(List<string> names, bool ofTarget)
    {
        var target = record!.Parameters.Target;
        if (target is { Property.PropertyType: var type } && type != typeof(string) && type != typeof(string[])) target = null;
        if (target is null || (!ofTarget && !record.IsOpen(target)))
        {
            WriteError(target is null
                ? Errors.Invalid(
                    "NamesNothing",
                    $"{CmdletName} doesn't accept names from the pipeline.",
                    names[0],
                    $"Get-Help {CmdletName} -Full describes the accepted input.")
                : Errors.Invalid(
                    "GivenTwice",
                    $"-{target.Name} is specified, and '{names[0]}' is piped as well.",
                    names[0],
                    $"Omit -{target.Name}, or don't pipe names."));
            return;
        }

        var isList = target.Property.PropertyType == typeof(string[]);
        foreach (var some in isList ? [names.ToArray()] : names.Select(name => new[] { name }))
        {
            if (some.Where(IsText).ToArray() is not { Length: > 0 } good) continue;
            Use(() =>
            {
                record.Set(target, isList ? good : good[0]);
                return new PipedBinder(this, record, null).Missing() is { } missing ? PipedBinder.Missing(missing, good[0]) : null;
            });
        }
    }

    private void One(object? item, bool ofTarget) => In(item is null ? null : RegionOf(PSObject.AsPSObject(item)), () => Use(() =>
    {
        try
        {
            return Bind(item, ofTarget);
        }
        catch (BindingException e)
        {
            return Errors.Invalid(
                "InvalidValue", e.Message, item, $"Correct the value. Get-Help {CmdletName} -Full describes the parameters.");
        }
    }));

    private void Use(Func<ErrorRecord?> bind)
    {
        try
        {
            if (bind() is { } error) WriteError(error);
            else ProcessEverywhere();
        }
        finally
        {
            record!.End();
            Widen();
        }
    }

    /// <summary>Ends what <see cref="Narrow"/> began.</summary>
    private protected virtual void Widen()
    {
    }

    private ErrorRecord? Bind(object? item, bool ofTarget)
    {
        if (item is null) return GivenArgument.EmptyPiped();
        if (IsRequest(item)) return TakeRequest(RequestFile.Of(item)!);
        var value = PSObject.AsPSObject(item);
        var piped = KindFinder.Find(value, record!.Parameters.Names);
        if (Take(value, piped, record.TrySet))
            return new PipedBinder(this, record, null).Missing() is { } missing ? PipedBinder.Missing(missing, value) : null;
        if (piped is not null) return new PipedBinder(this, record, Describes).Bind(piped, ofTarget);
        if (RowBinder.IsRow(value.BaseObject)) return new RowBinder(this, record).Bind(value);
        var wanted = new PipedBinder(this, record, null).Wanted;
        return Errors.Invalid(
            $"No{wanted}Named",
            $"{PipedBinder.A(NounOf(value))} doesn't identify {PipedBinder.An(wanted)}: pipe its name, an object of ECS, or a [pscustomobject] with columns.",
            item,
            "Pipe a name, an object of ECS, or a [pscustomobject] whose columns are named like parameters.");
    }

    /// <summary>Whether an item holds a whole request, for a cmdlet that takes one: a file, JSON, or a hashtable.</summary>
    private bool IsRequest(object? item) => this is IRequestFile && RequestFile.Of(item) is not null;

    private ErrorRecord? TakeRequest(string request)
    {
        var parameter = record!.Parameters.Find(nameof(IRequestFile.CliInputJson))!;
        if (!record.IsOpen(parameter))
            return Errors.Invalid(
                "GivenTwice",
                $"-{parameter.Name} is specified, and a request is piped as well.",
                request,
                $"Omit -{parameter.Name}, or don't pipe requests.");
        record.Set(parameter, request);
        return null;
    }

    /// <summary>Narrows what is listed to an object that no parameter takes.</summary>
    /// <returns>Whether the cmdlet can do it.</returns>
    internal virtual bool Narrow(PipedObject piped, Action<string, object?> set) => false;

    string IPipedCommand.Name => CmdletName;

    bool IPipedCommand.IsLister => IsLister;

    bool IPipedCommand.IsClusterEnough => IsClusterEnough;

    bool IPipedCommand.Narrow(PipedObject piped, Action<string, object?> set) => Narrow(piped, set);

    /// <summary>Whether the target is optional, so that the other parameters filter the list.</summary>
    internal virtual bool IsLister => false;

    /// <summary>Whether a cluster is sufficient: the cmdlet lists its content, or creates something in it.</summary>
    internal virtual bool IsClusterEnough => true;

    /// <summary>How the text of an object begins: a custom object, or JSON.</summary>
    private static readonly string[] Objects = ["@{", "{", "[{"];

    /// <summary>The text of an object in a string, or of a whole table, isn't a name.</summary>
    private bool IsText(string name)
    {
        if (GivenArgument.IsEmpty(name))
        {
            WriteError(GivenArgument.EmptyPiped());
            return false;
        }

        if (!name.Contains('\n', StringComparison.Ordinal)
            && !Array.Exists(Objects, beginning => name.StartsWith(beginning, StringComparison.Ordinal)))
            return true;
        WriteError(Errors.Invalid(
            "NotAName",
            $"'{Errors.Shorten(name, 60)}' is the text of an object, not a name.",
            name,
            "Pipe the object itself, or one of its properties. Pipe JSON through ConvertFrom-Json."));
        return false;
    }

    /// <summary>
    /// Whether the objects on the command line, such as <c>-Cluster (Get-EcsCluster b)</c>, name what they are there for. The target's are
    /// looked at one by one.
    /// </summary>
    private bool CheckTyped()
    {
        var isPiped = MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));
        foreach (var parameter in record!.Parameters.Identities.Where(parameter =>
            typed.Contains(parameter.Name) && (isPiped || parameter != record.Parameters.Target)))
        {
            var values = parameter.Property.GetValue(this) switch { string one =>
                [one], string[] several => several, _ => Array.Empty<string>() };
            if (values
                .Select(name => (Name: name, Item: Carried.Of(name)))
                .FirstOrDefault(value =>
                    value.Item is not null && !IsNamedBy(value.Item, parameter.Thing!, value.Name)) is not { Item: { } bad })
                continue;
            WriteError(Errors.Invalid(
                $"No{parameter.Thing}Named",
                $"{PipedBinder.A(NounOf(bad))} doesn't identify {PipedBinder.An(parameter.Thing!)} for -{parameter.Name}.",
                bad,
                $"Specify a name or an ARN for -{parameter.Name}."));
            return false;
        }

        return true;
    }

    private bool IsNamedBy(object item, string thing, string name) =>
        KindFinder.Find(PSObject.AsPSObject(item), record!.Parameters.Names)?.Names(thing) is { } named
            && (named is IReadOnlyList<string> several ? several.Contains(name) : Equals(named, name));

    /// <summary>The name of an object in an error.</summary>
    private static string NounOf(object item) => (item is PSObject wrapped ? wrapped.BaseObject : item) switch
    {
        IDictionary => "hashtable",
        PSCustomObject => "custom object",
        IStructure structure => structure.GetShape().Name,
        var other => other.GetType().Name,
    };

    private static string? NameOf(object? item) => (item is PSObject { BaseObject: not PSCustomObject } wrapped
        ? wrapped.BaseObject
        : item) switch
    {
        string name => name,
        { } value when IdentityAttribute.IsNumber(value) => LanguagePrimitives.ConvertTo<string>(item),
        _ => null,
    };

    private static bool IsOf(PSObject? piped, object? bound) => bound switch
    {
        string text => Carried.Of(text) is not null || text.Equals(piped?.BaseObject),
        string[] several => Array.TrueForAll(several, text => IsOf(piped, text)) || piped?.BaseObject is IList,
        not null => Carried.Of(bound) is { } origin && (ReferenceEquals(origin, piped) || ReferenceEquals(origin, piped?.BaseObject)),
        null => false,
    };

    /// <summary>The items of a list that was piped as one object, and of lists in it.</summary>
    private protected static IEnumerable<object?> Items(PSObject? value) =>
        value?.BaseObject is IEnumerable several and not (string or IDictionary or IStructure or System.Xml.XmlNode)
            && KindFinder.Find(value, new HashSet<string>()) is null
            ? several.Cast<object?>().SelectMany(item => item is null ? [null] : Items(PSObject.AsPSObject(item)))
            : [value];
}
