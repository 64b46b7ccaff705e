using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>
/// A cmdlet that registers a description: by parameters, from a file, or from the pipeline. Parameters take precedence over a description.
/// </summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public abstract class EcsRegistrationCommand<TRequest, TResponse> : EcsOperationCommand<TRequest, TResponse>
    where TRequest : class, IStructure<TRequest>, new()
    where TResponse : class, IStructure<TResponse>, new()
{
    [Parameter(Mandatory = true, ParameterSetName = "CliInputJson",
        HelpMessage = "A JSON or YAML file, or the JSON itself, in the format of the AWS CLI's --cli-input-json and --cli-input-yaml. Other parameters on the command line take precedence.")]
    [Alias("CliInputYaml", "Path", "FullName", "PSPath")]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string? CliInputJson { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Definition", ValueFromPipeline = true,
        HelpMessage = "The definition to register: the output of the Get- cmdlet, a file, JSON, a hashtable, or a custom object with the members of the request. Other parameters on the command line take precedence.")]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public object? Definition { get; set; }

    /// <summary>The member of ECS's answers that the description lies in.</summary>
    private protected abstract string Wrapper { get; }

    /// <summary>The described structure: members that the request doesn't have are omitted.</summary>
    private protected abstract IStructure Described { get; }

    /// <summary>A description is taken as a whole.</summary>
    private protected override bool TakesAnything => true;

    /// <summary>A list is each of its descriptions.</summary>
    private protected override void Process()
    {
        if (Definition is null)
        {
            base.Process();
            return;
        }

        foreach (var one in Items(PSObject.AsPSObject(Definition)).ToList())
        {
            Definition = one;
            if (one is null) WriteError(GivenArgument.EmptyPiped());
            else base.Process();
        }
    }

    private protected override bool Complete(TRequest request) => (Definition, CliInputJson) switch
    {
        ({ } definition, _) =>
            TryComplete(request, definition is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : definition),
        (_, { } file) => RequestFile.TryComplete(this, request, file, Wrapper, Described),
        _ => true,
    };

    /// <summary>
    /// The members of what was piped, and nothing that Select-Object added; a hashtable or a custom object that is none of ECS's as it is.
    /// </summary>
    private object Members(object definition)
    {
        if (KindFinder.Find(PSObject.AsPSObject(definition), CmdletParameters.Of(GetType()).Names) is not { } piped) return definition;
        var shape = Described.GetShape();
        if (piped.Kind.Type != Described.GetType()) throw new BindingException("", $"a {piped.Kind.Name} is no {shape.Name}");
        var members = shape.Members
            .Select(member => (Member: member, Value: piped.Get(member.PropertyName)))
            .Where(member => !Cells.IsEmpty(member.Value))
            .ToList();
        if (shape.Members.FirstOrDefault(member => piped.IsLost(member.PropertyName)) is { } lost)
            throw new BindingException(lost.WireName, Cells.Lost);
        foreach (var (member, value) in members)
        {
            if ((member.Value.Element ?? member.Value).Kind == ValueKind.Structure) PipedObject.CheckWhole(member.WireName, value);
        }

        return members.ToDictionary(member => member.Member.WireName, member => member.Value);
    }

    /// <summary>Fills what the parameters left open from an object; false after an error was written.</summary>
    private protected virtual bool TryComplete(TRequest request, object definition)
    {
        if (definition is string or FileSystemInfo)
            return RequestFile.TryComplete(
                this, request, definition is FileSystemInfo file ? file.FullName : (string)definition, Wrapper, Described);
        try
        {
            RequestFile.Complete(request, Members(definition), Wrapper, Described);
            return true;
        }
        catch (BindingException e)
        {
            WriteError(Errors.Invalid(
                "InvalidDefinition",
                $"The piped object can't be registered: {e.Message}.",
                definition,
                $"Pipe a {Described.GetShape().Name}, a file, JSON, or a hashtable with the members of the request."));
            return false;
        }
    }
}
