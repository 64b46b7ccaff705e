using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <content>A task that runs as a service or another task does, and what its container does differently.</content>
public sealed partial class StartEcsTaskCommand
{
    [Parameter(ParameterSetName = "Like", Mandatory = true,
        HelpMessage = "A service or a task: the new task gets its cluster, task definition, launch type or capacity providers, network and platform version. Other parameters take precedence.")]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public object? Like { get; set; }

    [Parameter(HelpMessage = "The container that -Command, -Environment, -Cpu, and -Memory apply to. Not required if the task definition has only one container.")]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public string? Container { get; set; }

    [Parameter(HelpMessage = "The command that the container runs instead of its own, as an array of arguments, for example 'npm', 'run', 'migrate'.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Command { get; set; }

    [Parameter(HelpMessage = "Environment variables of the container in addition to its own, for example @{ LOG_LEVEL = 'debug' }.")]
    [Map("environment")]
    public Dictionary<string, string>? Environment { get; set; }

    [Parameter(HelpMessage = "The CPU units of the container. 1024 units are one vCPU."), Scalar(typeof(int))]
    public int? Cpu { get; set; }

    [Parameter(HelpMessage = "The memory limit of the container in MiB. The container is killed if it exceeds the limit.")]
    [Scalar(typeof(int))]
    public int? Memory { get; set; }

    /// <summary>Whether the tasks are known only after calls to ECS.</summary>
    private bool RequiresLookup => Like is not null || ChangesContainer;

    private bool ChangesContainer => Command is not null || Environment is not null || Cpu is not null || Memory is not null;

    private async Task LookUpAndLaunch(RunTaskRequest request, string[][] instances, JobOutput output)
    {
        var calls = output.Calls;
        if (Like is not null) await new Deploy.TaskLike(Like, request, calls).Complete(IsGiven(nameof(Cluster)));
        if (ChangesContainer) await ChangeContainer(request, calls);
        foreach (var some in instances)
        {
            if (await output.ShouldProcess(Subject(request), ActionOn(some), Cancellation)) await Send(StartRequest(request, some), output);
        }

        if (instances.Length == 0
            && await output.ShouldProcess(
                Subject(request),
                $"{Action(request)}{(Command is null ? "" : $" with the command {string.Join(' ', Command)}")}",
                Cancellation))
            await Run(request, output);
    }

    private async Task ChangeContainer(RunTaskRequest request, JobCalls calls)
    {
        var name = Container ?? await OnlyContainer(request.TaskDefinition!, calls);
        var overrides = (request.Overrides ??= new()).ContainerOverrides ??= [];
        if (overrides.Find(one => one.Name == name) is not { } container) overrides.Add(container = new() { Name = name });
        container.Command = Command?.ToList() ?? container.Command;
        container.Cpu = Cpu ?? container.Cpu;
        container.Memory = Memory ?? container.Memory;
        foreach (var (variable, value) in Environment ?? [])
        {
            var variables = container.Environment ??= [];
            variables.RemoveAll(one => one.Name == variable);
            variables.Add(new() { Name = variable, Value = value });
        }
    }

    private static async Task<string> OnlyContainer(string definition, JobCalls calls)
    {
        var described = await calls.Send(Operations.DescribeTaskDefinition, new() { TaskDefinition = definition });
        var containers = described.TaskDefinition!.ContainerDefinitions ?? [];
        return containers is [{ Name: { } only }] ? only : throw new EcsException(
            "ContainerNotNamed",
            $"{EcsArn.IdOf(described.TaskDefinition.TaskDefinitionArn!)} has several containers ({string.Join(", ", containers.Select(container => container.Name))}). Specify one of them with -Container.");
    }
}
