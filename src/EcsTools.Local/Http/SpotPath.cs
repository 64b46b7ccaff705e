using System.Text;
using EcsTools.Local.Engine;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Http;

/// <summary>Interrupts tasks on FARGATE_SPOT over HTTP: the body is the ARN of one.</summary>
internal sealed class SpotPath(EcsEngine engine, LaggingReads? lagging)
{
    public Answer Interrupt(HttpRequest request)
    {
        var text = Encoding.UTF8.GetString(request.Body).Trim();
        return Interrupt(text)
            ? Answer.Text(200, "The task was interrupted.")
            : Answer.Text(400, $"No task was interrupted: no task on FARGATE_SPOT with the ARN '{text}' has the desired status RUNNING.");
    }

    /// <summary>Interrupts a task, also for the engine of delayed reads. Whether it was interrupted.</summary>
    public bool Interrupt(string taskArn) => EcsArn.TryParse(taskArn, out var arn) && Interrupt(arn);

    private bool Interrupt(EcsArn arn) => engine.Run(arn.Account, arn.Region, region =>
    {
        lagging?.Repeat(engine.Now, past => past.Run(arn.Account, arn.Region, earlier => SpotInterruption.Interrupt(past, earlier, arn)));
        return SpotInterruption.Interrupt(engine, region, arn);
    });
}
