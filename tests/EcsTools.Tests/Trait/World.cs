using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

/// <summary>Short methods for the actions of a user at the prompt.</summary>
internal static class World
{
    /// <summary>Lets time pass until nothing is left to happen.</summary>
    public static void Settle(this EcsPrompt prompt) => prompt.Run("$null = Step-EcsLocal").Clean();

    public static void Pass(this EcsPrompt prompt, TimeSpan time) => prompt.Run($"$null = Step-EcsLocal {time}").Clean();

    /// <summary>Lets time pass, half a second at a time, and looks at each stop; until nothing is left to happen.</summary>
    public static void Watch(this EcsPrompt prompt, Action look)
    {
        for (var step = 0; step < 60; step++)
        {
            prompt.Pass(TimeSpan.FromSeconds(0.5));
            look();
        }

        prompt.Settle();
    }

    public static Service Service(this EcsPrompt prompt, string name = "web") => prompt.Run($"Get-EcsService {name}").One<Service>();

    /// <summary>The events of the service, oldest first.</summary>
    public static IReadOnlyList<string> Events(this EcsPrompt prompt, string name = "web") => [.. prompt.Service(name).Events!.Select(e => e.Message!).Reverse()];

    public static IReadOnlyList<EcsTask> Tasks(this EcsPrompt prompt, string filter = "") => prompt.Run($"Get-EcsTask {filter}").All<EcsTask>();

    /// <summary>The tasks that have not stopped, also those that are meant to.</summary>
    public static IReadOnlyList<EcsTask> Alive(this EcsPrompt prompt) =>
        [.. prompt.Tasks().Concat(prompt.Tasks("-DesiredStatus STOPPED")).Where(task => task.LastStatus != "STOPPED")];

    public static IReadOnlyList<ContainerInstance> Instances(this EcsPrompt prompt) => prompt.Run("Get-EcsContainerInstance").All<ContainerInstance>();

    /// <summary>How many tasks are where, the fewest first.</summary>
    public static IEnumerable<int> Spread(this IEnumerable<EcsTask> tasks, Func<EcsTask, string?> place) => tasks.GroupBy(place).Select(group => group.Count()).Order();

    /// <summary>An error's id without the cmdlet's name, and its message.</summary>
    public static (string Id, string Message) Refused(this EcsPrompt prompt, string script)
    {
        var error = prompt.Run(script).Error();
        return (error.FullyQualifiedErrorId.Split(',')[0], error.ToString());
    }
}
