namespace EcsTools.Local.Http;

/// <summary>What came is no request that could be read to its end. The connection is of no use after it.</summary>
internal sealed class RefusedException(Answer answer) : Exception
{
    public Answer Answer { get; } = answer;

    public static RefusedException CutShort() => new(Answer.Text(400, "The request ends before it is complete."));

    public static RefusedException NoHttp(string what) => new(Answer.Text(400, $"This isn't an HTTP request: {what}."));

    public static RefusedException TooLarge() => new(Answer.Error(413, "RequestEntityTooLargeException", "The request is larger than 64 MiB."));
}
