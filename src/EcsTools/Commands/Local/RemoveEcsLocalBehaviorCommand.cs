using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Local.Behaviors;

namespace EcsTools.Commands;

/// <summary>Removes behaviors from the session's local ECS.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsLocalBehavior", SupportsShouldProcess = true, DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(void))]
public sealed class RemoveEcsLocalBehaviorCommand : EcsLocalBehaviorCommand
{
    private const string ObjectSet = "Object", TaskSet = "Task", InstanceSet = "Instance", ApiSet = "Api", CommandSet = "Command";

    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ObjectSet,
        HelpMessage = "Behaviors, as Get-EcsLocalBehavior returns them. Default: all.")]
    public object[]? InputObject { get; set; }

    [Parameter(ParameterSetName = TaskSet, HelpMessage = "Removes the task behaviors with this family. Accepts wildcards.")]
    [ArgumentCompleter(typeof(FamilyCompleter))]
    public string? Family { get; set; }

    [Parameter(ParameterSetName = TaskSet, HelpMessage = "Removes the task behaviors with this image. Accepts wildcards.")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public string? Image { get; set; }

    [Parameter(ParameterSetName = TaskSet, HelpMessage = "Removes the task behaviors with this service. Accepts wildcards.")]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    [Parameter(ParameterSetName = TaskSet, HelpMessage = "Removes the task behaviors with this container. Accepts wildcards.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Container { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = CommandSet,
        HelpMessage = "Removes the behaviors of these commands. Accepts wildcards.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Command { get; set; }

    [Parameter(ParameterSetName = InstanceSet,
        HelpMessage = "Removes the behaviors of these container instances, by ID or ARN, or by the ID of the EC2 instance. Accepts wildcards.")]
    [Alias("ContainerInstanceArn"), ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    public string[]? ContainerInstance { get; set; }

    [Parameter(ParameterSetName = InstanceSet,
        HelpMessage = "Removes the instance behaviors with this event: AgentDisconnected or Terminated.")]
    [Values("AgentDisconnected", "Terminated"), ArgumentCompleter(typeof(ValuesCompleter))]
    public string? Event { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = ApiSet,
        HelpMessage = "Removes the behaviors of these API operations. Accepts wildcards.")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Operation { get; set; }

    /// <summary>Removes them.</summary>
    private protected override void Process()
    {
        if (ParameterSetName != ObjectSet) RemoveSelected();
        else if (InputObject is not null)
            foreach (var behavior in InputObject) Remove(behavior is PSObject wrapped ? wrapped.BaseObject : behavior);
        else if (ShouldProcess(Subject(Server()), "Remove all behaviors")) Change(server => server.ClearBehaviors(), "all behaviors");
    }

    private void RemoveSelected()
    {
        var selected = Selected(Server().GetBehaviors()).ToList();
        foreach (var behavior in selected) Remove(behavior);
        if (selected.Count == 0)
            WriteError(Errors.Invalid(
                "BehaviorNotFound", "No behavior matches the parameters.", null, "List the behaviors with Get-EcsLocalBehavior."));
    }

    private IEnumerable<object> Selected(LocalBehaviors all) => ParameterSetName switch
    {
        TaskSet =>
            all.Tasks.Where(one =>
                Matches(Family, one.Family) && Matches(Image, one.Image) && Matches(Service, one.Service)
                    && Matches(Container, one.Container)),
        InstanceSet => all.Instances.Where(one => Matches(ContainerInstance, one.ContainerInstance) && Matches(Event, one.Event)),
        CommandSet => all.Commands.Where(one => Matches(Command, one.Command)),
        _ => all.Api.Where(one => Matches(Operation, one.Operation)),
    };

    private void Remove(object behavior)
    {
        if (ShouldProcess(behavior is IBehavior known ? $"{known.Target}: {known.Behavior}" : $"{behavior}", "Remove behavior"))
            Change(
                server => server.RemoveBehavior(behavior as IBehavior ?? throw new BehaviorException($"{behavior} isn't a behavior.")),
                behavior);
    }

    private static bool Matches(string[]? selectors, string value) => selectors is null || selectors.Any(one => Matches(one, value));

    /// <summary>Whether a behavior's own name, which can contain wildcards too, is the selected one or matches it.</summary>
    private static bool Matches(string? selector, string? value) => selector is null
        || (value is not null
            && (selector.Equals(value, StringComparison.OrdinalIgnoreCase)
                || WildcardPattern.Get(selector, WildcardOptions.IgnoreCase).IsMatch(value)));
}
