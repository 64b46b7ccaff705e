using System.Globalization;
using EcsTools.Model;

namespace EcsTools.Show.Pictures;

/// <summary>The facts in the description of a task.</summary>
internal static class TaskFacts
{
    /// <summary>The CPU units that a task reserves: its own, or those of its containers.</summary>
    public static int CpuUnits(EcsTask task) => Number(task.Cpu) ?? (task.Containers ?? []).Sum(container => Number(container.Cpu) ?? 0);

    /// <summary>The memory in MiB that a task reserves.</summary>
    public static int MemoryMiB(EcsTask task) =>
        Number(task.Memory) ?? (task.Containers ?? []).Sum(container =>
            Number(container.MemoryReservation) ?? Number(container.Memory) ?? 0);

    /// <summary>Whether a task waits for a container instance.</summary>
    public static bool IsWaiting(EcsTask task) => task is { ContainerInstanceArn: null, LastStatus: "PROVISIONING" } && !IsOnFargate(task);

    /// <summary>Whether a task runs on Fargate.</summary>
    public static bool IsOnFargate(EcsTask task) =>
        task.LaunchType == LaunchType.Fargate || task.CapacityProviderName is "FARGATE" or "FARGATE_SPOT";

    /// <summary>The most relevant exit code: the first that isn't 0.</summary>
    public static int? ExitCode(EcsTask task)
    {
        var codes = (task.Containers ?? []).Select(container => container.ExitCode).OfType<int>().ToList();
        return codes.Count == 0 ? null : codes.Find(code => code != 0);
    }

    /// <summary>Why a task stopped, or why one of its containers did.</summary>
    public static string? Reason(EcsTask task) => (task.Containers ?? [])
        .Select(container => container.Reason)
        .FirstOrDefault(reason => reason is not null) is { } own
        ? $"{task.StoppedReason} ({own})"
        : task.StoppedReason;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
