namespace EcsTools.Local.Http;

/// <summary>The request can't be read to its end. The connection can't be used afterward.</summary>
internal sealed class RefusedException(Answer answer) : Exception
{
    public Answer Answer { get; } = answer;

    public static RefusedException CutShort() => new(Answer.Text(400, "The request ends before it is complete."));

    public static RefusedException NoHttp(string what) => new(Answer.Text(400, $"This isn't an HTTP request: {what}."));

    public static RefusedException TooLarge() =>
        new(Answer.Error(413, "RequestEntityTooLargeException", "The request is larger than 64 MiB."));
}
