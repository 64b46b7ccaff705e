namespace EcsTools.Model;

public sealed partial class Deployment
{
    /// <summary>Which it is, what it rolls out, and how many of its tasks run: <c>ecs-svc/123 PRIMARY web:3 2/2</c>.</summary>
    public override string ToString() => $"{Id} {Status} {EcsArn.IdOf(TaskDefinition ?? "")} {RunningCount ?? 0}/{DesiredCount ?? 0}";
}
