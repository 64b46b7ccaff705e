namespace EcsTools.Local.Engine.State;

/// <summary>How many tasks are in which state, kept up to date task by task.</summary>
internal sealed class TaskCounts
{
    /// <summary>Desired status RUNNING, and running.</summary>
    public int Running { get; private set; }

    /// <summary>Desired status RUNNING, and not running yet.</summary>
    public int Pending { get; private set; }

    /// <summary>Desired status STOPPED, and not stopped yet.</summary>
    public int Stopping { get; private set; }

    /// <summary>All that have not stopped.</summary>
    public int Alive => Running + Pending + Stopping;

    /// <summary>Counts a task in (1) or out (-1) by its present state.</summary>
    public void Count(TaskState task, int sign)
    {
        if (task.IsStopped) return;
        if (!task.IsDesiredRunning) Stopping += sign;
        else if (task.IsRunning) Running += sign;
        else Pending += sign;
    }
}
